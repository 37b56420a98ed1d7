/**
 * The session's cookie: an opaque token, out of reach of scripts, sent to this host only. It lives
 * by `Max-Age`, never `Expires`, so that the demonstration's clock does not end it.
 */
import type { Commune, Session } from "@portail-famille/core"
import { Secrets } from "@portail-famille/core/services/Secrets"
import { Effect } from "effect"
import { type HttpServerRequest, HttpServerResponse } from "effect/http"
import { isSecure, Settings } from "./Settings.ts"

/** What the cookie is called: the `__Host-` prefix needs https. */
export const cookieName = (settings: Settings["Service"]): string => (isSecure(settings) ? "__Host-portail" : "portail")

/** The digest of the token that the request sends; `undefined` where it sends none. */
export const sessionDigest: (
  request: HttpServerRequest.HttpServerRequest
) => Effect.Effect<Session.TokenDigest | undefined, never, Secrets | Settings> = Effect.fnUntraced(function* (request) {
  const token = request.cookies[cookieName(yield* Settings)]
  return token === undefined || !/^[\x21-\x7e]{1,200}$/.test(token) ? undefined : (yield* Secrets).digest(token)
})

/** The response with the session's token in its cookie, for as long as the commune lets a session last. */
export const withSession = Effect.fnUntraced(function* (
  response: HttpServerResponse.HttpServerResponse,
  commune: Commune.Commune,
  token: string
) {
  return withCookie(response, yield* Settings, token, commune.sessions.absoluteMinutes * 60)
})

/** The response that takes the cookie back. */
export const withoutSession = Effect.fnUntraced(function* (response: HttpServerResponse.HttpServerResponse) {
  return withCookie(response, yield* Settings, "", 0)
})

const withCookie = (
  response: HttpServerResponse.HttpServerResponse,
  settings: Settings["Service"],
  value: string,
  seconds: number
): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.setCookieUnsafe(response, cookieName(settings), value, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(settings),
    path: "/",
    maxAge: `${seconds} seconds`
  })
