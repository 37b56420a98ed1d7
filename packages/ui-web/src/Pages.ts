/**
 * Every page of the portal in one table: nothing is mounted that does not stand here with who may
 * ask for it.
 */
import { HttpRouter } from "effect/http"
import type { Page } from "./Page.ts"
import { accountPages } from "./pages/account/routes.ts"
import { assetPage } from "./pages/assets.ts"
import { familyPages } from "./pages/family/routes.ts"
import { messagesPages } from "./pages/messages/routes.ts"
import { planningPages } from "./pages/planning/routes.ts"
import { requestsPages } from "./pages/requests/routes.ts"
import { statementPages } from "./pages/statement/routes.ts"

/** The table. */
export const pages = [
  assetPage,
  ...accountPages,
  ...familyPages,
  ...planningPages,
  ...requestsPages,
  ...statementPages,
  ...messagesPages
] as const

type NeedsOf<P> = P extends Page<infer R> ? R : never

const table: ReadonlyArray<Page<NeedsOf<(typeof pages)[number]>>> = pages

/** The pages, for a router. */
export const layer = HttpRouter.addAll(table.map(({ method, path, answer }) => HttpRouter.route(method, path, answer)))
