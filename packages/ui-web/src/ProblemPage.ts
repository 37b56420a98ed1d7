/**
 * A refusal as a page: what happened, what to do, and the way back.
 */
import type { ServedCommune } from "@portail-famille/core/Commune"
import type { DomainError } from "@portail-famille/core/words/problems"
import { type problemResponse, toProblem, withoutSession } from "@portail-famille/http/server"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import type { Assets } from "./Assets.ts"
import { Layout } from "./components/Layout.ts"
import { Notice } from "./components/Notice.ts"
import { type Html, html } from "./Html.ts"
import { seeOther } from "./SeeOther.ts"
import { documentOf, draw, type Seen } from "./Shell.ts"

/** A refusal as http states it. */
export type Problem = Parameters<typeof problemResponse>[0]

/** The page of a refusal; 429 and 503 say when to come back. */
export const drawProblem: (seen: Seen, problem: Problem) => ReturnType<typeof draw> = Effect.fnUntraced(
  function* (seen, problem) {
    const page = yield* draw(seen, { title: problem.title, main: problemMain(problem), status: problem.status })
    return problem.seconds === undefined
      ? page
      : HttpServerResponse.setHeader(page, "retry-after", String(problem.seconds))
  }
)

/**
 * What a refusal of the domain leads to: the sign-in page where there is no session, the page of the
 * password where it must be changed first (S13), else a page that tells it.
 */
export const drawRefusal = Effect.fnUntraced(function* (
  seen: Seen & { readonly digest: string | undefined },
  error: DomainError
) {
  switch (error._tag) {
    case "SignedOut":
      return seen.digest === undefined
        ? seeOther("/connexion")
        : yield* withoutSession(seeOther("/connexion?fait=session-finie"))
    case "PasswordChangeDue":
      return seeOther("/mot-de-passe")
    default:
      return yield* drawProblem(seen, toProblem(error))
  }
})

/** For http's settings: the page of what its front refuses, under a host whose commune may be unknown. */
export const problemPage =
  (assets: Assets) =>
  (problem: Problem, commune: ServedCommune | undefined): string => {
    const drawing = { title: problem.title, main: problemMain(problem) }
    return commune === undefined
      ? Layout({
          ...drawing,
          portal: { name: "Portail famille", homeHref: "/" },
          skip: "Aller au contenu",
          help: null,
          stylesheets: [assets.href("theme.css")]
        }).value
      : documentOf(assets, { commune }, drawing).value
  }

const problemMain = ({ title, detail, incident }: Problem): Html => html`<h1>${title}</h1>
${Notice({
  tone: "warning",
  title: detail,
  body: incident === undefined ? null : html`<p>Incident n°\u00a0${incident}</p>`
})}
<p><a href="/">Revenir à l'accueil</a></p>`
