import { signIn } from "@portail-famille/core/words/portal"
import { ErrorSummary } from "../../components/ErrorSummary.ts"
import { Field } from "../../components/Field.ts"
import { Notice } from "../../components/Notice.ts"
import { type Html, html } from "../../Html.ts"
import { errorOf, type Fault, summaryOf } from "./faults.ts"

/** What the sign-in page is drawn from; the password that was typed is never among it. */
export interface SignInPage {
  readonly typed?: string | undefined
  readonly faults?: ReadonlyArray<Fault<"identifiant" | "motDePasse">> | undefined
  /** A refusal that belongs to no single field. */
  readonly refusal?: { readonly title: string; readonly detail: string } | undefined
  /** What was done just before. */
  readonly done?: string | undefined
}

/** The sign-in box: two fields, nothing else (S7-S11). */
export const signInMain = ({ typed, faults = [], refusal, done }: SignInPage): Html => html`<div class="card">
<h1>${signIn.title}</h1>
<p>${signIn.intro}</p>
${done === undefined ? null : Notice({ tone: "info", title: done, announce: true })}
${refusal === undefined ? null : ErrorSummary({ title: refusal.title, errors: [{ fieldId: "identifiant", message: refusal.detail }] })}
${summaryOf(faults)}
<form method="post" action="/connexion">
${Field({
  id: "identifiant",
  name: "identifiant",
  label: signIn.identifiant,
  value: typed,
  error: errorOf(faults, "identifiant"),
  required: true,
  control: { kind: "input", autocomplete: "username", maxLength: 64 }
})}
${Field({
  id: "motDePasse",
  name: "motDePasse",
  label: signIn.password,
  error: errorOf(faults, "motDePasse"),
  required: true,
  control: { kind: "password", autocomplete: "current-password", show: signIn.show, hide: signIn.hide }
})}
<p class="field"><button>${signIn.submit}</button></p>
</form>
<p><a href="/mot-de-passe/oublie">${signIn.forgotten}</a></p>
<p class="hint">${signIn.origin}</p>
</div>`
