/**
 * Writes come from the portal's own pages: a browser says so in `Sec-Fetch-Site`, or in `Origin`
 * where it is too old. Nothing is ever allowed to other origins, save posting the sign-in form from
 * the commune's own site (S6).
 */
import type { Commune } from "@portail-famille/core"
import type { HttpServerRequest } from "effect/http"
import type { Settings } from "./Settings.ts"

/** Whether the request changes nothing by its method. */
export const isSafe = ({ method }: HttpServerRequest.HttpServerRequest): boolean =>
  method === "GET" || method === "HEAD" || method === "OPTIONS"

/** Whether a write comes from where it may. */
export const isFromHere = (
  request: HttpServerRequest.HttpServerRequest,
  commune: Commune.Commune,
  settings: Settings["Service"]
): boolean => {
  const { host = "", origin, "sec-fetch-site": site } = request.headers
  if (site === "same-origin") return true
  if (origin === undefined) return false
  if (pathOf(request) === settings.signInForm && origin === originOf(commune.site.origin)) return true
  return site === undefined && (origin === settings.origin || origin === `${schemeOf(settings.origin)}//${host}`)
}

/** The path of the request, without its query. */
export const pathOf = ({ url }: HttpServerRequest.HttpServerRequest): string => url.split("?", 1)[0] ?? url

const schemeOf = (origin: string): string => new URL(origin).protocol

const originOf = (address: string | null): string | undefined =>
  address === null ? undefined : new URL(address).origin
