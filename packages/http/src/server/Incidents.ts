/**
 * Failures of the machine: each gets a number that the family can tell the mairie, and stands under
 * it in the log with its place in the code, never with what was sent or found.
 */
import { randomBytes } from "node:crypto"
import { Cause, Context, Effect, Layer } from "effect"
import type { Problem } from "../Problem.ts"
import { Readiness } from "./Readiness.ts"
import { transportProblem } from "./Refusal.ts"

export class Incidents extends Context.Service<Incidents, { readonly next: Effect.Effect<string> }>()(
  "@portail-famille/http/server/Incidents"
) {}

/** Numbers by chance, of 48 bits. */
export const layer: Layer.Layer<Incidents> = Layer.succeed(
  Incidents,
  Incidents.of({ next: Effect.sync(() => randomBytes(6).toString("hex")) })
)

/** What a failure is answered with: 503 where a store does not answer, 500 for a fault of ours. */
export const incident = Effect.fnUntraced(function* (
  route: string,
  cause: Cause.Cause<unknown>
): Effect.fn.Return<Problem<500 | 503>, never, Incidents | Readiness> {
  const id = yield* (yield* Incidents).next
  const failure = Cause.squash(cause)
  const ready = isConnection(failure)
    ? false
    : yield* Effect.timeoutOrElse((yield* Readiness).check, {
        duration: "2 seconds",
        orElse: () => Effect.succeed(false)
      })
  yield* Effect.logError("incident", { incident: id, route, ready, failure: described(failure) })
  return ready
    ? transportProblem("failed", { incident: id })
    : transportProblem("unavailable", { incident: id, seconds: 5 })
})

/** Kinds and codes of failures that are nobody's fault and pass; 57P01 to 57P03 are PostgreSQL stopping and starting. */
const lost = new Set([
  ...["ConnectionError", "TimeoutError", "ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOENT"],
  ...["57P01", "57P02", "57P03"]
])

const isConnection = (failure: unknown): boolean =>
  chain(failure).some(({ _tag, code }) => lost.has(String(_tag)) || lost.has(String(code)))

/** Kinds, codes and places in the code: messages may hold what was sent. */
const described = (failure: unknown): ReadonlyArray<string> =>
  chain(failure).flatMap(({ _tag, name, code, stack }) => [
    [_tag ?? name, code].filter((part) => part !== undefined).join(" "),
    ...String(stack ?? "")
      .split("\n")
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      .map((line) => line.trim())
  ])

interface Failure {
  readonly _tag?: unknown
  readonly name?: unknown
  readonly code?: unknown
  readonly stack?: unknown
  readonly cause?: unknown
  readonly reason?: unknown
}

const chain = (failure: unknown, depth = 0): ReadonlyArray<Failure> => {
  if (typeof failure !== "object" || failure === null || depth > 5) return []
  const known: Failure = failure
  return [known, ...chain(known.reason, depth + 1), ...chain(known.cause, depth + 1)]
}
