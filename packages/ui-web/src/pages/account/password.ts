import { changePassword, passwordContext } from "@portail-famille/core/services/Passwords"
import { brokenRules } from "@portail-famille/core/words/passwords"
import { navigation, passwordPages } from "@portail-famille/core/words/portal"
import { problemOf } from "@portail-famille/core/words/problems"
import { clientAddress, statuses, withSession } from "@portail-famille/http/server"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { type Html, html } from "../../Html.ts"
import { type AskedByFamily, anyStagePage } from "../../Page.ts"
import { seeOther } from "../../SeeOther.ts"
import { draw } from "../../Shell.ts"
import { type PasswordPage, passwordMain } from "./passwordMain.ts"

/** The page on which the password is changed: by choice (S38), or before anything else (S13). */
export const passwordPage = anyStagePage({
  method: "GET",
  path: "/mot-de-passe",
  handle: (asked) => drawn(asked, {})
})

/**
 * The change. It does not go through the key of forms: each try has to be counted, even one that is
 * refused, and a second click meets a session that is closed.
 */
export const passwordForm = anyStagePage({
  method: "POST",
  path: "/mot-de-passe",
  handle: Effect.fnUntraced(function* (asked) {
    const { commune, visitor, form } = asked
    const input = { current: form.get("actuel"), next: form.get("nouveau") ?? "", address: yield* clientAddress }
    return yield* changePassword(commune, visitor, input).pipe(
      Effect.flatMap(({ token }) => withSession(seeOther("/accueil?fait=mot-de-passe"), commune, token)),
      Effect.catchTags({
        PasswordRefused: ({ broken }) =>
          drawn(
            asked,
            { faults: brokenRules(broken).map((message) => ({ field: "nouveau", message })) },
            statuses.PasswordRefused
          ),
        WrongCredentials: () =>
          drawn(
            asked,
            { faults: [{ field: "actuel", message: passwordPages.currentWrong }] },
            statuses.WrongCredentials
          ),
        TooManyAttempts: (error) =>
          Effect.map(
            drawn(asked, { refusal: problemOf(error) }, statuses.TooManyAttempts),
            HttpServerResponse.setHeader("retry-after", String(error.seconds))
          )
      })
    )
  })
})

/** Before the first change nothing else can be reached: no entries, only the way out. */
const drawn = Effect.fnUntraced(function* (
  { commune, today, visitor }: AskedByFamily,
  told: Pick<PasswordPage, "faults" | "refusal">,
  status = 200
) {
  const isDue = visitor.session.stage === "issued"
  const main = passwordMain({
    ...told,
    title: isDue ? passwordPages.chooseTitle : passwordPages.changeTitle,
    notice: isDue ? passwordPages.changeDue : undefined,
    action: "/mot-de-passe",
    policy: commune.passwordPolicy,
    context: yield* passwordContext(commune, visitor.session.accountId),
    asksCurrent: !isDue,
    after: isDue ? wayOut : null
  })
  const drawing = { title: passwordPages.changeTitle, main, scripts: ["password.js"], status } as const
  return yield* draw(isDue ? { commune, today } : { commune, today, visitor }, drawing)
})

const wayOut: Html = html`<form method="post" action="/deconnexion"><button class="second">${
  navigation.find(({ entry }) => entry === "signOut")?.label
}</button></form>`
