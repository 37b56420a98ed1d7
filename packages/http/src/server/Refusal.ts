/**
 * The one place where a refusal of the domain gets its status, and a problem becomes a response.
 */
import { type DomainError, problemOf } from "@portail-famille/core/words/problems"
import { type TransportRefusal, transportProblems } from "@portail-famille/core/words/transport"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { type Problem, type ProblemStatus, problemType } from "../Problem.ts"

/** With which status each refusal of the domain is answered. */
export const statuses = {
  AlreadyClosed: 409,
  AlreadyHasLogin: 409,
  AnswerUnfit: 409,
  CommuneRefused: 409,
  FamilyNumberTaken: 409,
  HostTaken: 409,
  IdentifiantTaken: 409,
  KeyReused: 422,
  LinkDead: 409,
  NotAllowed: 403,
  NotEnrolled: 409,
  NotFound: 404,
  NumberTaken: 409,
  OperationRefused: 409,
  OtherFamily: 409,
  PasswordChangeDue: 403,
  PasswordRefused: 409,
  SignedOut: 401,
  SlotsRefused: 409,
  TokenRefused: 401,
  TooManyAttempts: 429,
  UnknownCommune: 404,
  WrongCredentials: 401
} as const satisfies { readonly [Tag in DomainError["_tag"]]: ProblemStatus }

const transportStatuses = {
  malformed: 400,
  unreadableJson: 400,
  invisibleCharacters: 400,
  foreignOrigin: 403,
  nothingHere: 404,
  tooLarge: 413,
  notJson: 415,
  failed: 500,
  unavailable: 503
} as const satisfies { readonly [Refusal in TransportRefusal]: ProblemStatus }

/** The status of each kind of domain error, as a type: an endpoint that does not declare it does not compile. */
export type StatusOf<E extends DomainError> = (typeof statuses)[E["_tag"]]

/** A refusal of the domain as a problem, with its facts. */
export const toProblem = <E extends DomainError>(error: E): Problem<StatusOf<E>> => ({
  type: typeOf(error._tag),
  status: statuses[error._tag] as StatusOf<E>,
  ...problemOf(error),
  ...factsOf(error)
})

/** Turns the refusals of a workflow into problems. */
export const refusing = <A, E extends DomainError, R>(
  workflow: Effect.Effect<A, E, R>
): Effect.Effect<A, Problem<StatusOf<E>>, R> => Effect.mapError(workflow, toProblem)

/** A request that is turned back before any workflow. */
export const transportProblem = <Refusal extends TransportRefusal>(
  refusal: Refusal,
  facts: Pick<Problem, "errors" | "incident" | "seconds"> = {}
): Problem<(typeof transportStatuses)[Refusal]> => ({
  type: typeOf(refusal),
  status: transportStatuses[refusal],
  ...transportProblems[refusal],
  ...facts
})

/** The response of a problem. */
export const problemResponse = (problem: Problem): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.jsonUnsafe(problem, {
    status: problem.status,
    contentType: problemType,
    headers: {
      ...(problem.seconds !== undefined && { "retry-after": String(problem.seconds) }),
      ...(problem.status === 401 && problem.type === typeOf("TokenRefused") && { "www-authenticate": "Bearer" })
    }
  })

const typeOf = (name: string): string => `urn:portail-famille:${name}`

const factsOf = (error: DomainError): Pick<Problem, "refusals" | "broken" | "seconds"> => {
  switch (error._tag) {
    case "SlotsRefused":
      return { refusals: error.refusals }
    case "PasswordRefused":
      return { broken: error.broken }
    case "TooManyAttempts":
      return { seconds: error.seconds }
    default:
      return {}
  }
}
