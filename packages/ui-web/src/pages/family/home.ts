import { visitHome } from "@portail-famille/core/services/Homes"
import { passwordPages } from "@portail-famille/core/words/portal"
import { Effect } from "effect"
import { hotPage } from "../../Page.ts"
import { draw } from "../../Shell.ts"
import { homeMain } from "./homeMain.ts"

const done: { readonly [code: string]: string | undefined } = { "mot-de-passe": passwordPages.done }

/** The home page, in one round trip (S19-S42). */
export const homePage = hotPage({
  method: "GET",
  path: "/accueil",
  handle: Effect.fnUntraced(function* ({ commune, digest, query }) {
    const home = yield* visitHome(commune, digest)
    return yield* draw(
      { commune, today: home.today, visitor: home.visitor },
      { title: "Accueil", entry: "home", main: homeMain({ ...home, done: done[query.get("fait") ?? ""] }) }
    )
  })
})
