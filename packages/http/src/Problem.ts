/**
 * How the API says no: one shape for every refusal, `application/problem+json` (RFC 9457). `type`
 * names the refusal for programs, `title` and `detail` are French sentences for people, and some
 * refusals bring their facts.
 */
import { PasswordPolicy, PlanningGesture } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiSchema } from "effect/http-api"

/** One thing to mend in what was sent, and where: keys and positions from the outside in. */
export const Mistake = Schema.Struct({
  path: Schema.Array(Schema.Union([Schema.String, Schema.Number])),
  message: Schema.String
})

const fields = {
  /** "urn:portail-famille:SlotsRefused": stable, never shown to people. */
  type: Schema.String,
  title: Schema.String,
  detail: Schema.String,
  /** What is wrong with the data sent, all of it (400). */
  errors: Schema.optionalKey(Schema.Array(Mistake)),
  /** The slots that do not take the gesture (409). */
  refusals: Schema.optionalKey(Schema.Array(PlanningGesture.SlotRefusal)),
  /** The rules that the password breaks (409). */
  broken: Schema.optionalKey(Schema.Array(PasswordPolicy.BrokenRule)),
  /** How long to wait, in seconds (429, 503). */
  seconds: Schema.optionalKey(Schema.Int),
  /** Under which number the failure stands in the server's log (500, 503). */
  incident: Schema.optionalKey(Schema.String)
}

/** The statuses with which the API refuses. */
export const ProblemStatus = Schema.Literals([400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 500, 503])
export type ProblemStatus = typeof ProblemStatus.Type

/** Any refusal. */
export const Problem = Schema.Struct({ ...fields, status: ProblemStatus })

/** A refusal with that status. */
export interface Problem<Status extends ProblemStatus = ProblemStatus> extends Schema.Schema.Type<typeof Problem> {
  readonly status: Status
}

/** The media type of a refusal. */
export const problemType = "application/problem+json"

const problem = <const Status extends ProblemStatus>(status: Status) =>
  Schema.Struct({ ...fields, status: Schema.Literal(status) })
    .annotate({ identifier: `Problem${status}` })
    .pipe(HttpApiSchema.status(status), HttpApiSchema.asJson({ contentType: problemType }))

type ProblemSchema<Status extends ProblemStatus> = ReturnType<typeof problem<Status>>

const schemas = new Map<ProblemStatus, unknown>()

/** The refusals that an endpoint may answer with, for its contract. */
export const problems = <const Statuses extends ReadonlyArray<ProblemStatus>>(
  ...statuses: Statuses
): ReadonlyArray<ProblemSchema<Statuses[number]>> =>
  statuses.map((status) => {
    const schema = schemas.get(status) ?? problem(status)
    schemas.set(status, schema)
    return schema as ProblemSchema<Statuses[number]>
  })
