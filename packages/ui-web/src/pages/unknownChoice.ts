import { visit } from "@portail-famille/core/services/SignIn"
import { transportProblem } from "@portail-famille/http/server"
import { Effect } from "effect"
import type { AskedByDigest } from "../Page.ts"
import { drawProblem } from "../ProblemPage.ts"

/** The page for an address that says something that there is not: a thirteenth month, a type of no request. Status 400. */
export const unknownChoice = Effect.fnUntraced(function* (asked: AskedByDigest, title: string, detail: string) {
  const visitor = yield* visit(asked.commune, asked.digest)
  return yield* drawProblem({ ...asked, visitor }, { ...transportProblem("malformed"), title, detail })
})
