/** Signing in and out, and choosing a password, over HTTP. */
import { changePassword, redeemLink, requestReset } from "@portail-famille/core/services/Passwords"
import { signIn, signOut } from "@portail-famille/core/services/SignIn"
import { Effect } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { HttpApiBuilder } from "effect/http-api"
import { CurrentCommune, CurrentVisitor } from "../../Current.ts"
import { PortalApi } from "../../PortalApi.ts"
import { clientAddress } from "../ClientAddress.ts"
import { sessionDigest, withoutSession, withSession } from "../Cookies.ts"
import { refusing } from "../Refusal.ts"

export const sessionHandlers = HttpApiBuilder.group(PortalApi, "session", (handlers) =>
  handlers.handleAll({
    signIn: Effect.fnUntraced(function* ({ payload }) {
      const commune = yield* CurrentCommune
      const address = yield* clientAddress
      const { token, stage } = yield* refusing(signIn(commune, { ...payload, address }))
      return yield* withSession(HttpServerResponse.jsonUnsafe({ stage }), commune, token)
    }),
    signOut: Effect.fnUntraced(function* () {
      const commune = yield* CurrentCommune
      const digest = yield* sessionDigest(yield* HttpServerRequest.HttpServerRequest)
      if (digest !== undefined) yield* signOut(commune, digest)
      return yield* withoutSession(HttpServerResponse.jsonUnsafe({ redirect: commune.site.home }))
    }),
    changePassword: Effect.fnUntraced(function* ({ payload }) {
      const commune = yield* CurrentCommune
      const address = yield* clientAddress
      const { token } = yield* refusing(changePassword(commune, yield* CurrentVisitor, { ...payload, address }))
      return yield* withSession(HttpServerResponse.empty(), commune, token)
    }),
    requestReset: Effect.fnUntraced(function* ({ payload }) {
      const address = yield* clientAddress
      yield* refusing(requestReset(yield* CurrentCommune, { ...payload, address }))
    }),
    redeemLink: Effect.fnUntraced(function* ({ payload: { secret, password } }) {
      yield* refusing(redeemLink(yield* CurrentCommune, { secret, next: password }))
    })
  })
)
