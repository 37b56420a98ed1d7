/**
 * What stands before every endpoint, at work: data that does not fit is told in French, sessions
 * and tokens are read, writes with a key happen once.
 */
import { Accounts } from "@portail-famille/core/services/Accounts"
import { NotFound } from "@portail-famille/core/services/Families"
import type { Secrets } from "@portail-famille/core/services/Secrets"
import { admitAny, SignedOut, visit } from "@portail-famille/core/services/SignIn"
import { type Staff, staffOf } from "@portail-famille/core/services/Staff"
import { Writes } from "@portail-famille/core/services/Writes"
import { mistakes } from "@portail-famille/core/words/validation"
import { Context, Effect, Layer, Redacted } from "effect"
import { HttpServerRequest } from "effect/http"
import { HttpApiError } from "effect/http-api"
import { CurrentCommune, CurrentDigest, CurrentStaff, CurrentVisitor, KeyOwner } from "../Current.ts"
import { ByStaff, InCommune, Once, Refusals, SessionSent, SignedIn, SignedInAtAnyStage } from "../Door.ts"
import type { Problem } from "../Problem.ts"
import { ToldOnce } from "../StaffLogins.ts"
import { sessionDigest } from "./Cookies.ts"
import { fingerprintOf, once } from "./Idempotency.ts"
import { problemResponse, refusing, toProblem, transportProblem } from "./Refusal.ts"
import type { Settings } from "./Settings.ts"

const refusals = Layer.succeed(Refusals, (endpoint) =>
  Effect.catch(endpoint, (refused) => {
    const error: unknown = refused
    if (!HttpApiError.HttpApiSchemaError.is(error)) return Effect.succeed(problemResponse(error as Problem))
    return error.kind === "Body" || error.kind === "ResponseHeaders"
      ? Effect.die(error)
      : Effect.succeed(problemResponse(unfit(error)))
  })
)

/** The front has found the commune already. */
const inCommune = Layer.succeed(InCommune, (endpoint) =>
  Effect.flatMap(Effect.context<never>(), (context) =>
    Effect.provideService(
      endpoint,
      CurrentCommune,
      Context.getUnsafe(context as Context.Context<CurrentCommune>, CurrentCommune)
    )
  )
)

const sessionSent = Layer.effect(
  SessionSent,
  Effect.gen(function* () {
    const context = yield* Effect.context<Secrets | Settings>()
    return SessionSent.of({
      session: Effect.fnUntraced(function* (endpoint) {
        const digest = yield* Effect.provideContext(sessionDigest(yield* HttpServerRequest.HttpServerRequest), context)
        if (digest === undefined) return yield* Effect.fail(toProblem(new SignedOut()))
        return yield* Effect.provideService(endpoint, CurrentDigest, digest)
      })
    })
  })
)

const signedIn = Layer.effect(
  SignedIn,
  Effect.gen(function* () {
    const context = yield* Effect.context<Accounts>()
    return Effect.fnUntraced(function* (endpoint) {
      const seen = visit(yield* CurrentCommune, yield* CurrentDigest)
      const visitor = yield* refusing(Effect.provideContext(seen, context))
      return yield* endpoint.pipe(
        Effect.provideService(CurrentVisitor, visitor),
        Effect.provideService(KeyOwner, `adult:${visitor.adult.id}`)
      )
    })
  })
)

const signedInAtAnyStage = Layer.effect(
  SignedInAtAnyStage,
  Effect.gen(function* () {
    const accounts = yield* Accounts
    return Effect.fnUntraced(function* (endpoint) {
      const commune = yield* CurrentCommune
      const seen = yield* accounts.visitor(commune.id, yield* CurrentDigest)
      const visitor = yield* refusing(Effect.provideService(admitAny(commune, seen), Accounts, accounts))
      return yield* Effect.provideService(endpoint, CurrentVisitor, visitor)
    })
  })
)

const byStaff = Layer.effect(
  ByStaff,
  Effect.gen(function* () {
    const context = yield* Effect.context<Staff | Secrets>()
    return ByStaff.of({
      token: Effect.fnUntraced(function* (endpoint, { credential }) {
        const found = staffOf(yield* CurrentCommune, Redacted.value(credential))
        const actor = yield* refusing(Effect.provideContext(found, context))
        return yield* endpoint.pipe(
          Effect.provideService(CurrentStaff, actor),
          Effect.provideService(KeyOwner, `staff:${actor.staffId}`)
        )
      })
    })
  })
)

const writeOnce = Layer.effect(
  Once,
  Effect.gen(function* () {
    const writes = yield* Writes
    return Effect.fnUntraced(function* (handler, { endpoint }) {
      const request = yield* HttpServerRequest.HttpServerRequest
      const key = request.headers["idempotency-key"]
      // A key of another form goes on, to be refused with all the rest.
      if (key === undefined || !/^[\x21-\x7e]{1,200}$/.test(key)) return yield* handler
      const body = yield* Effect.orDie(request.text)
      const write = {
        owner: yield* KeyOwner,
        key,
        fingerprint: fingerprintOf(request.method, request.url, body)
      }
      const told = Context.get(endpoint.annotations as Context.Context<never>, ToldOnce)
      return yield* once(write, handler, (text) => (told === undefined ? text : without(text, told))).pipe(
        Effect.provideService(Writes, writes),
        Effect.catchTag("KeyReused", (error) => Effect.fail(toProblem(error)))
      )
    })
  })
)

/** All of them. */
export const layer = Layer.mergeAll(refusals, inCommune, sessionSent, signedIn, signedInAtAnyStage, byStaff, writeOnce)

/** An id that is none is answered like one that is unknown; everything else is told field by field. */
const unfit = ({ cause: { issue }, kind }: HttpApiError.HttpApiSchemaError): Problem => {
  if (kind === "Payload" && issue._tag === "InvalidValue") return transportProblem("unreadableJson")
  const errors = mistakes(issue)
  if (kind !== "Params") return transportProblem("malformed", { errors })
  const what = String(errors[0]?.path[0]).replace(/Id$/, "")
  return toProblem(new NotFound({ what: what as NotFound["what"] }))
}

const without = (text: string, field: string): string => {
  const answer: Record<string, unknown> = JSON.parse(text)
  return JSON.stringify({ ...answer, [field]: null })
}
