import { signOut } from "@portail-famille/core/services/SignIn"
import { withoutSession } from "@portail-famille/http/server"
import { Effect } from "effect"
import { publicPage } from "../../Page.ts"
import { seeOther } from "../../SeeOther.ts"

/** Ends the session and leads to the commune's own site, which is never taken from the request (S139). */
export const signOutForm = publicPage({
  method: "POST",
  path: "/deconnexion",
  handle: Effect.fnUntraced(function* ({ commune, digest }) {
    if (digest !== undefined) yield* signOut(commune, digest)
    return yield* withoutSession(seeOther(commune.site.home))
  })
})
