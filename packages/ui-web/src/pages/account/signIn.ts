import { signIn } from "@portail-famille/core/services/SignIn"
import { signIn as words } from "@portail-famille/core/words/portal"
import { problemOf } from "@portail-famille/core/words/problems"
import { clientAddress, statuses, withSession } from "@portail-famille/http/server"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { type Asked, publicPage } from "../../Page.ts"
import { seeOther } from "../../SeeOther.ts"
import { draw } from "../../Shell.ts"
import type { Fault } from "./faults.ts"
import { type SignInPage, signInMain } from "./signInMain.ts"

/** `/`: the home page for who sends a session, the sign-in page for who does not. */
export const rootPage = publicPage({
  method: "GET",
  path: "/",
  handle: ({ digest }) => Effect.succeed(seeOther(digest === undefined ? "/connexion" : "/accueil"))
})

/** The sign-in page (S7-S12). */
export const signInPage = publicPage({
  method: "GET",
  path: "/connexion",
  handle: (asked) => drawn(asked, { done: done[asked.query.get("fait") ?? ""] })
})

/** What is typed there. A wrong password and a wait are told in the page. */
export const signInForm = publicPage({
  method: "POST",
  path: "/connexion",
  handle: Effect.fnUntraced(function* (asked) {
    const identifiant = asked.form.get("identifiant")?.trim() ?? ""
    const password = asked.form.get("motDePasse") ?? ""
    const faults = missing(identifiant, password)
    if (faults.length > 0) return yield* drawn(asked, { typed: identifiant, faults }, 400)
    return yield* signIn(asked.commune, { identifiant, password, address: yield* clientAddress }).pipe(
      Effect.flatMap(({ token, stage }) =>
        withSession(seeOther(stage === "issued" ? "/mot-de-passe" : "/accueil"), asked.commune, token)
      ),
      Effect.catchTags({
        WrongCredentials: (error) =>
          drawn(asked, { typed: identifiant, refusal: problemOf(error) }, statuses.WrongCredentials),
        TooManyAttempts: (error) =>
          Effect.map(
            drawn(asked, { typed: identifiant, refusal: problemOf(error) }, statuses.TooManyAttempts),
            HttpServerResponse.setHeader("retry-after", String(error.seconds))
          )
      })
    )
  })
})

const done: { readonly [code: string]: string | undefined } = {
  "session-finie": words.sessionEnded,
  "mot-de-passe": words.passwordChosen
}

const drawn = ({ commune, today }: Asked, page: SignInPage, status = 200) =>
  draw({ commune, today }, { title: words.title, main: signInMain(page), scripts: ["password.js"], status })

const missing = (identifiant: string, password: string): ReadonlyArray<Fault<"identifiant" | "motDePasse">> => [
  ...(identifiant === "" ? [{ field: "identifiant", message: words.identifiantMissing } as const] : []),
  ...(password === "" ? [{ field: "motDePasse", message: words.passwordMissing } as const] : [])
]
