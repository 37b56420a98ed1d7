/**
 * The front of the house: every request passes here first. It finds the commune, turns back what is
 * too large or comes from elsewhere, answers failures with an incident, and gives every response
 * its security headers.
 */
import type { Commune } from "@portail-famille/core"
import { ByteSize, Cause, Effect } from "effect"
import { HttpIncomingMessage, HttpServerError, HttpServerRequest, HttpServerResponse } from "effect/http"
import { CurrentCommune } from "../Current.ts"
import type { Problem } from "../Problem.ts"
import { isFromHere, isSafe, pathOf } from "./Guard.ts"
import { type Incidents, incident } from "./Incidents.ts"
import type { Readiness } from "./Readiness.ts"
import { problemResponse, toProblem, transportProblem } from "./Refusal.ts"
import { withSecurityHeaders } from "./SecurityHeaders.ts"
import { isSecure, Settings } from "./Settings.ts"
import { communeOf } from "./Tenant.ts"

/** The most bytes that a request may bring: 64 KiB. */
export const maxBytes = 65_536

/** The routes of the portal behind its front. A request may take half a minute. */
export const front = <E, R>(routes: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>) =>
  Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const settings = yield* Settings
    const path = pathOf(request)
    const found = path.startsWith("/health/") ? undefined : yield* Effect.result(communeFor(request, path))
    const commune = found?._tag === "Success" ? found.success : undefined
    const told = (problem: Problem) =>
      settings.problemPage !== undefined && wantsPage(request, path)
        ? asPage(problem, settings.problemPage(problem, commune))
        : problemResponse(problem)
    const refused = found?._tag === "Failure" ? found.failure : commune && turnedBack(request, path, commune, settings)
    const response =
      refused !== undefined
        ? told(refused)
        : yield* routes.pipe(
            // No route of health asks which commune it is.
            commune === undefined ? withoutCommune : Effect.provideService(CurrentCommune, commune),
            Effect.provideService(HttpIncomingMessage.MaxBodySize, ByteSize.bytes(maxBytes)),
            Effect.timeout("30 seconds"),
            Effect.catchCause((cause) => Effect.map(failed(request, path, cause), told))
          )
    return withSecurityHeaders(response, {
      secure: isSecure(settings),
      documentation: path === "/api/docs",
      leadsTo: commune && new URL(commune.site.home).origin
    })
  })

/** The commune of the request, or the problem to answer with: none of that host, or a store that does not say. */
const communeFor = (request: HttpServerRequest.HttpServerRequest, path: string) =>
  communeOf(request).pipe(
    Effect.mapError((unknown): Problem => toProblem(unknown)),
    Effect.timeoutOrElse({ duration: "30 seconds", orElse: () => Effect.die(new Cause.TimeoutError()) }),
    Effect.catchDefect((defect) => Effect.flatMap(failed(request, path, Cause.die(defect)), Effect.fail))
  )

const withoutCommune = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, Exclude<R, CurrentCommune>> =>
  effect as Effect.Effect<A, E, Exclude<R, CurrentCommune>>

const wantsPage = ({ headers }: HttpServerRequest.HttpServerRequest, path: string): boolean =>
  !path.startsWith("/api/") && !path.startsWith("/health/") && (headers.accept ?? "").includes("text/html")

const asPage = (problem: Problem, html: string): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.text(html, {
    status: problem.status,
    contentType: "text/html; charset=utf-8",
    headers: problem.seconds === undefined ? {} : { "retry-after": String(problem.seconds) }
  })

/** Why a request goes no further: staff come by token, which no page of elsewhere has, so their writes may come from anywhere. */
const turnedBack = (
  request: HttpServerRequest.HttpServerRequest,
  path: string,
  commune: Commune.Commune,
  settings: Settings["Service"]
): Problem | undefined => {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) return transportProblem("tooLarge")
  if (isSafe(request)) return undefined
  if (!path.startsWith("/api/staff/") && !isFromHere(request, commune, settings))
    return transportProblem("foreignOrigin")
  return path.startsWith("/api/") && bringsBody(request) && !isJson(request) ? transportProblem("notJson") : undefined
}

const bringsBody = ({ headers }: HttpServerRequest.HttpServerRequest): boolean =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0

const isJson = ({ headers }: HttpServerRequest.HttpServerRequest): boolean =>
  /^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "")

/** Nothing there, a body that grew too large on its way, or an incident. A request that its sender left stays unanswered. */
const failed = Effect.fnUntraced(function* (
  request: HttpServerRequest.HttpServerRequest,
  path: string,
  cause: Cause.Cause<unknown>
): Effect.fn.Return<Problem, never, Incidents | Readiness> {
  if (Cause.hasInterruptsOnly(cause)) return yield* Effect.interrupt
  const failure = Cause.squash(cause)
  const reason = failure instanceof HttpServerError.HttpServerError ? failure.reason : undefined
  if (reason?._tag === "RouteNotFound") return transportProblem("nothingHere")
  if (reason?._tag === "RequestParseError")
    return transportProblem(reason.reason === "BodyTooLarge" ? "tooLarge" : "malformed")
  return yield* incident(`${request.method} ${nameless(path)}`, cause)
})

/** A path for the log, with the portal's own words only: ids, secrets of links and whatever else was typed stay out. */
export const nameless = (path: string): string =>
  path
    .split("/")
    .map((part) => (/^[a-z-]{0,24}$/.test(part) ? part : ":id"))
    .join("/")
