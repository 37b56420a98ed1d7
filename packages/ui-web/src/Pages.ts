/**
 * Every page of the portal in one table: nothing is mounted that does not stand here with who may
 * ask for it.
 */
import { HttpRouter } from "effect/http"
import { assetPage } from "./pages/assets.ts"

/** The table. */
export const pages = [assetPage] as const

/** The pages, for a router. */
export const layer = HttpRouter.addAll(pages.map(({ method, path, answer }) => HttpRouter.route(method, path, answer)))
