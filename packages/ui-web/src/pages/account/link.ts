import { LinkDead, openLink, redeemLink } from "@portail-famille/core/services/Passwords"
import { brokenRules } from "@portail-famille/core/words/passwords"
import { passwordPages } from "@portail-famille/core/words/portal"
import { problemOf } from "@portail-famille/core/words/problems"
import { statuses } from "@portail-famille/http/server"
import { Effect } from "effect"
import { Notice } from "../../components/Notice.ts"
import { html } from "../../Html.ts"
import { type Asked, publicPage } from "../../Page.ts"
import { seeOther } from "../../SeeOther.ts"
import { draw } from "../../Shell.ts"
import { type PasswordPage, passwordMain } from "./passwordMain.ts"

const path = "/mot-de-passe/lien/:secret"

/** The page that a link of an e-mail or of a paper opens (S10, S11). */
export const linkPage = publicPage({
  method: "GET",
  path,
  handle: (asked) => Effect.catchTag(drawn(asked, []), "LinkDead", () => drawnDead(asked))
})

/** The choice. It opens no session: one signs in with the new password. */
export const linkForm = publicPage({
  method: "POST",
  path,
  handle: (asked) =>
    redeemLink(asked.commune, { secret: secretOf(asked), next: asked.form.get("nouveau") ?? "" }).pipe(
      Effect.as(seeOther("/connexion?fait=mot-de-passe")),
      Effect.catchTag("PasswordRefused", ({ broken }) =>
        drawn(
          asked,
          brokenRules(broken).map((message) => ({ field: "nouveau", message })),
          statuses.PasswordRefused
        )
      ),
      Effect.catchTag("LinkDead", () => drawnDead(asked))
    )
})

const secretOf = ({ params }: Asked): string => params.secret ?? ""

const drawn = Effect.fnUntraced(function* (asked: Asked, faults: NonNullable<PasswordPage["faults"]>, status = 200) {
  const { commune, today } = asked
  const { context } = yield* openLink(commune, secretOf(asked))
  const main = passwordMain({
    title: passwordPages.chooseTitle,
    action: `/mot-de-passe/lien/${encodeURIComponent(secretOf(asked))}`,
    policy: commune.passwordPolicy,
    context,
    asksCurrent: false,
    faults
  })
  return yield* draw({ commune, today }, { title: passwordPages.chooseTitle, main, scripts: ["password.js"], status })
})

const drawnDead = ({ commune, today }: Asked) => {
  const { title, detail } = problemOf(new LinkDead())
  const main = html`<div class="card">
<h1>${title}</h1>
${Notice({ tone: "warning", title: detail })}
<p><a href="/mot-de-passe/oublie">${passwordPages.linkDead}</a></p>
<p><a href="/connexion">${passwordPages.backToSignIn}</a></p>
</div>`
  return draw({ commune, today }, { title, main, status: statuses.LinkDead })
}
