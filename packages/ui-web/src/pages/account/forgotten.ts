import { requestReset } from "@portail-famille/core/services/Passwords"
import { passwordPages, signIn } from "@portail-famille/core/words/portal"
import { problemOf } from "@portail-famille/core/words/problems"
import { clientAddress, statuses } from "@portail-famille/http/server"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { ErrorSummary } from "../../components/ErrorSummary.ts"
import { Field } from "../../components/Field.ts"
import { Notice } from "../../components/Notice.ts"
import { type Html, html } from "../../Html.ts"
import { type Asked, publicPage } from "../../Page.ts"
import { seeOther } from "../../SeeOther.ts"
import { draw } from "../../Shell.ts"
import { errorOf, type Fault, summaryOf } from "./faults.ts"

interface ForgottenPage {
  readonly typed?: string
  readonly sent?: boolean
  readonly faults?: ReadonlyArray<Fault<"identifiant">>
  readonly refusal?: { readonly title: string; readonly detail: string }
}

/** The page on which a link is asked for (S10). */
export const forgottenPage = publicPage({
  method: "GET",
  path: "/mot-de-passe/oublie",
  handle: (asked) => drawn(asked, { sent: asked.query.get("fait") === "lien" })
})

/** The answer is the same whether the identifiant is known or not. */
export const forgottenForm = publicPage({
  method: "POST",
  path: "/mot-de-passe/oublie",
  handle: Effect.fnUntraced(function* (asked) {
    const identifiant = asked.form.get("identifiant")?.trim() ?? ""
    if (identifiant === "")
      return yield* drawn(asked, { faults: [{ field: "identifiant", message: signIn.identifiantMissing }] }, 400)
    return yield* requestReset(asked.commune, { identifiant, address: yield* clientAddress }).pipe(
      Effect.as(seeOther("/mot-de-passe/oublie?fait=lien")),
      Effect.catchTag("TooManyAttempts", (error) =>
        Effect.map(
          drawn(asked, { typed: identifiant, refusal: problemOf(error) }, statuses.TooManyAttempts),
          HttpServerResponse.setHeader("retry-after", String(error.seconds))
        )
      )
    )
  })
})

const drawn = ({ commune, today }: Asked, page: ForgottenPage, status = 200) =>
  draw({ commune, today }, { title: passwordPages.forgottenTitle, main: forgottenMain(page), status })

const forgottenMain = ({ typed, sent, faults = [], refusal }: ForgottenPage): Html => html`<div class="card">
<h1>${passwordPages.forgottenTitle}</h1>
${
  sent === true
    ? Notice({ tone: "success", title: passwordPages.forgottenDone, announce: true })
    : html`<p>${passwordPages.forgottenIntro}</p>
${refusal === undefined ? null : ErrorSummary({ title: refusal.title, errors: [{ message: refusal.detail }] })}
${summaryOf(faults)}
<form method="post" action="/mot-de-passe/oublie">
${Field({
  id: "identifiant",
  name: "identifiant",
  label: signIn.identifiant,
  value: typed,
  error: errorOf(faults, "identifiant"),
  required: true,
  control: { kind: "input", autocomplete: "username", maxLength: 64 }
})}
<p class="field"><button>${passwordPages.send}</button></p>
</form>`
}
<p><a href="/connexion">${passwordPages.backToSignIn}</a></p>
</div>`
