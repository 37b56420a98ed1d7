import type { PasswordContext, PasswordPolicy } from "@portail-famille/core/Password"
import { policyLines } from "@portail-famille/core/words/passwords"
import { passwordPages, signIn } from "@portail-famille/core/words/portal"
import { ErrorSummary } from "../../components/ErrorSummary.ts"
import { Field } from "../../components/Field.ts"
import { Notice } from "../../components/Notice.ts"
import { PasswordRules } from "../../components/PasswordRules.ts"
import { type Child, type Html, html } from "../../Html.ts"
import { errorOf, type Fault, summaryOf } from "./faults.ts"

/** A field of the page. */
type PasswordField = "actuel" | "nouveau"

/** What the page on which a password is chosen is drawn from; nothing that was typed is among it. */
export interface PasswordPage {
  readonly title: string
  readonly action: string
  readonly policy: PasswordPolicy
  readonly context: PasswordContext
  /** Why one is here. */
  readonly notice?: string | undefined
  /** Whether the password of before is asked for (S38), which it is not with a link or one of staff. */
  readonly asksCurrent: boolean
  readonly faults?: ReadonlyArray<Fault<PasswordField>> | undefined
  readonly refusal?: { readonly title: string; readonly detail: string } | undefined
  readonly after?: Child
}

/** The page on which a password is chosen: its rules stand there before one types (S13-S18). */
export const passwordMain = (page: PasswordPage): Html => {
  const { faults = [], refusal, context } = page
  return html`<div class="card">
<h1>${page.title}</h1>
${page.notice === undefined ? null : Notice({ tone: "info", title: page.notice })}
${refusal === undefined ? null : ErrorSummary({ title: refusal.title, errors: [{ message: refusal.detail }] })}
${summaryOf(faults)}
<form method="post" action="${page.action}">
<p>${passwordPages.chooseFor} <b>${context.identifiant}</b></p>
<input type="hidden" autocomplete="username" value="${context.identifiant}">
${page.asksCurrent ? password("actuel", passwordPages.current, "current-password", faults) : null}
${password("nouveau", passwordPages.next, "new-password", faults)}
${PasswordRules({ fieldId: "nouveau", policy: page.policy, context, rules: policyLines(page.policy) })}
<p class="field"><button>${passwordPages.save}</button></p>
</form>
${page.after}
</div>`
}

const password = (
  name: PasswordField,
  label: string,
  autocomplete: "current-password" | "new-password",
  faults: ReadonlyArray<Fault<PasswordField>>
): Html =>
  Field({
    id: name,
    name,
    label,
    error: errorOf(faults, name),
    required: true,
    control: { kind: "password", autocomplete, show: signIn.show, hide: signIn.hide }
  })
