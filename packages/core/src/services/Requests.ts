/**
 * The place where requests are found again: the family's list, the staff's queue. They are opened
 * and closed in `Plannings`, together with the lines they are about.
 */
import { Context, DateTime, Effect, type Result } from "effect"
import { type Actor, type AdultActor, may, mayStaff } from "../Access.ts"
import type { ActivityId } from "../Activity.ts"
import type { AdultId } from "../Adult.ts"
import type { CommuneId, ServedCommune } from "../Commune.ts"
import { ofInstant } from "../Day.ts"
import type { PlanningFacts } from "../Planning.ts"
import { answerRequest, type PlanningChange, withdrawRequest } from "../PlanningGesture.ts"
import { type Answer, isListed, isOpen, type Request, type RequestId, type RequestType } from "../Request.ts"
import { Families, NotFound, requireStaff } from "./Families.ts"
import { Plannings } from "./Plannings.ts"
import { trace } from "./Records.ts"
import { Writes } from "./Writes.ts"

/** A request in a list, with the child's name. */
export interface RequestLine {
  readonly request: Request
  readonly child: { readonly firstName: string; readonly lastName: string }
}

export class Requests extends Context.Service<
  Requests,
  {
    readonly find: (commune: CommuneId, id: RequestId) => Effect.Effect<Request | undefined>
    /**
     * The requests on children over whom the adult has authority: all that are open, and those
     * asked or closed since an instant; newest first.
     */
    readonly ofAdult: (
      commune: CommuneId,
      adult: AdultId,
      since: DateTime.Utc
    ) => Effect.Effect<ReadonlyArray<RequestLine>>
    /** Open requests on these activities, oldest first, those after `after` only. */
    readonly waiting: (
      commune: CommuneId,
      page: {
        readonly activities: ReadonlyArray<ActivityId>
        readonly after: RequestId | null
        readonly limit: number
      }
    ) => Effect.Effect<ReadonlyArray<RequestLine>>
  }
>()("@portail-famille/core/services/Requests") {}

/** A request as an adult of the family sees it, and whether they may withdraw it. */
export interface OwnRequestLine extends RequestLine {
  readonly mayWithdraw: boolean
}

/** The family's list (S130-S138): open ones first, then those of less than a month, newest first; `null` is any type. */
export const listOwn = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: AdultActor,
  type: RequestType | null
) {
  const now = yield* DateTime.now
  const today = ofInstant(now, commune.timeZone)
  const lines = yield* (yield* Requests).ofAdult(commune.id, actor.adultId, DateTime.subtract(now, { days: 32 }))
  const links = (yield* (yield* Families).fileOf(commune.id, actor.adultId))?.links ?? []
  const listed = lines
    .filter(
      ({ request }) =>
        (type === null || request.subject._tag === type) &&
        isListed(request, today, commune.timeZone, commune.requestsListedFrom)
    )
    .map((line): OwnRequestLine => {
      const childLinks = links.filter(({ childId }) => childId === line.request.subject.childId)
      return { ...line, mayWithdraw: isOpen(line.request) && may(actor, { _tag: "BookForChild", links: childLinks }) }
    })
  return {
    open: listed.filter(({ request }) => isOpen(request)),
    closed: listed.filter(({ request }) => !isOpen(request))
  }
})

/** The queue of staff, oldest first: only what concerns the facilities they act for. */
export const listWaiting = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  page: { readonly after: RequestId | null; readonly limit: number }
) {
  yield* requireStaff(actor, "readRequests", null)
  const activities = commune.activities
    .filter(({ facilityId }) => mayStaff(actor, "readRequests", facilityId))
    .map(({ id }) => id)
  return yield* (yield* Requests).waiting(commune.id, { ...page, activities })
})

/** Answers a request (S130, S140): its line changes with it, whole. */
export const answerOne = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  id: RequestId,
  said: Answer
) {
  yield* requireStaff(actor, "answerRequest", null)
  const request = yield* (yield* Requests).find(commune.id, id)
  if (request === undefined) return yield* new NotFound({ what: "request" })
  const activity = commune.activities.find((a) => a.id === request.subject.activityId)
  yield* requireStaff(actor, "answerRequest", activity?.facilityId ?? null)
  const now = yield* DateTime.now
  return yield* change(commune, actor, request, "requestAnswered", (facts) => answerRequest(facts, id, said, now))
})

/** Withdraws one request, by an adult who books for the child (S130). */
export const withdrawOne = Effect.fnUntraced(function* (commune: ServedCommune, actor: AdultActor, id: RequestId) {
  const request = yield* (yield* Requests).find(commune.id, id)
  if (request === undefined) return yield* new NotFound({ what: "request" })
  const { childId, day } = request.subject
  const read = yield* (yield* Plannings).read(commune.id, childId, day, day)
  if (read === undefined || !may(actor, { _tag: "BookForChild", links: read.facts.links }))
    return yield* new NotFound({ what: "request" })
  const now = yield* DateTime.now
  return yield* change(commune, actor, request, "requestWithdrawn", (facts) => withdrawRequest(facts, id, now))
})

/** Changes a request with its line; the rule sees the request as it is inside the write, so that it closes once. */
const change = Effect.fnUntraced(function* <E>(
  commune: ServedCommune,
  actor: Actor,
  request: Request,
  act: "requestAnswered" | "requestWithdrawn",
  rule: (facts: PlanningFacts) => Result.Result<PlanningChange, E>
) {
  const plannings = yield* Plannings
  const { childId, day } = request.subject
  const [changed = request] = yield* (yield* Writes).whole(
    commune.id,
    Effect.tap(plannings.modify(commune.id, childId, { from: day, to: day }, rule), () =>
      trace(commune, actor, act, [request.id])
    )
  )
  return changed
})
