/**
 * The gestures on a planning: ask, declare an absence, withdraw, answer, take attendance. Each
 * gives the change to write or the refusal to tell, whole: nothing here writes, and no gesture
 * does half of what was asked.
 */
import { Result, Schema } from "effect"
import { type Attendance, type Booking, isSameSlot, Slot } from "./Booking.ts"
import { bookingAt, lineAt, type PlanningFacts, type PlanningSetting, stateOf } from "./Planning.ts"
import { actionsOn, type CellAction, type CellViewer, NoAction, reasonFor } from "./PlanningCell.ts"
import {
  AlreadyClosed,
  type Answer,
  type AnswerUnfit,
  answer,
  type NewRequest,
  type Request,
  type RequestId,
  withdraw
} from "./Request.ts"

/** What a gesture changes: lines to write, requests to open, requests to close. All of it or nothing. */
export interface PlanningChange {
  readonly bookings: ReadonlyArray<Booking>
  readonly opened: ReadonlyArray<NewRequest>
  readonly closed: ReadonlyArray<Request>
}

/** Why a slot cannot take the action: nothing can be done there, or something else only. */
export const SlotRefusal = Schema.Struct({
  slot: Slot,
  reason: Schema.Union([NoAction, Schema.Literal("otherAction")])
})
export interface SlotRefusal extends Schema.Schema.Type<typeof SlotRefusal> {}

/** The gesture is refused whole, because these slots do not take it. */
export class SlotsRefused extends Schema.TaggedError<SlotsRefused>()("SlotsRefused", {
  refusals: Schema.NonEmptyArray(SlotRefusal)
}) {}

/** The child is not enrolled in that activity on that day. */
export class NotEnrolled extends Schema.TaggedError<NotEnrolled>()("NotEnrolled", { slot: Slot }) {}

/** Asks for a booking on every slot, or refuses with the slots that do not take it. */
export const ask = (
  facts: PlanningFacts,
  setting: PlanningSetting,
  viewer: CellViewer,
  slots: ReadonlyArray<Slot>,
  by: Pick<NewRequest, "askedBy" | "askedAt">
): Result.Result<PlanningChange, SlotsRefused> =>
  whole(facts, setting, viewer, slots, "requestBooking", (line) => ({
    bookings: [{ ...line, reservation: { _tag: "Requested" } }],
    opened: [
      {
        ...by,
        subject: { _tag: "Booking", childId: facts.child.id, activityId: line.activityId, day: line.day }
      }
    ],
    closed: []
  }))

/** Declares an absence on every slot, or refuses with the slots that do not take it (S110). */
export const declareAbsence = (
  facts: PlanningFacts,
  setting: PlanningSetting,
  viewer: CellViewer,
  slots: ReadonlyArray<Slot>,
  reason: (NewRequest["subject"] & { _tag: "Absence" })["reason"],
  by: Pick<NewRequest, "askedBy" | "askedAt">
): Result.Result<PlanningChange, SlotsRefused> =>
  whole(facts, setting, viewer, slots, "declareAbsence", (line) => ({
    bookings: [{ ...line, absence: { _tag: "Declared", reason } }],
    opened: [
      {
        ...by,
        subject: { _tag: "Absence", childId: facts.child.id, activityId: line.activityId, day: line.day, reason }
      }
    ],
    closed: []
  }))

/** Withdraws the request that waits on every slot, or refuses with the slots on which none waits. */
export const withdrawAll = (
  facts: PlanningFacts,
  setting: PlanningSetting,
  viewer: CellViewer,
  slots: ReadonlyArray<Slot>,
  at: Request["askedAt"]
): Result.Result<PlanningChange, SlotsRefused | AlreadyClosed> => {
  const open = new Map<Booking, Request>()
  const change = whole(facts, setting, viewer, slots, "withdraw", (line) => {
    const waiting = line.absence._tag === "Declared" ? "Absence" : "Booking"
    const request = facts.openRequests.find((r) => r.subject._tag === waiting && isSameSlot(r.subject, line))
    if (request !== undefined) open.set(line, request)
    return nothing
  })
  if (Result.isFailure(change)) return Result.fail(change.failure)
  return Result.map(
    Result.all([...open].map(([line, request]) => close(line, request, withdraw(request, at)))),
    (changes) => changes.reduce(join, nothing)
  )
}

/** What staff's answer changes: the request and its line. A request that is not open any more stays as it is. */
export const answerRequest = (
  facts: PlanningFacts,
  id: RequestId,
  said: Answer,
  at: Request["askedAt"]
): Result.Result<PlanningChange, AlreadyClosed | AnswerUnfit> =>
  closeOne(facts, id, (request) => answer(request, said, at))

/** Withdraws one request by itself, as the list of requests offers (S130). */
export const withdrawRequest = (
  facts: PlanningFacts,
  id: RequestId,
  at: Request["askedAt"]
): Result.Result<PlanningChange, AlreadyClosed> => closeOne(facts, id, (request) => withdraw(request, at))

/** Notes what staff saw on the day (S106, S107, S142). */
export const takeAttendance = (
  facts: PlanningFacts,
  slot: Slot,
  attendance: Attendance
): Result.Result<PlanningChange, NotEnrolled> => {
  const line = lineAt(facts, slot)
  return line === undefined
    ? Result.fail(new NotEnrolled({ slot }))
    : Result.succeed({ ...nothing, bookings: [{ ...line, attendance }] })
}

const notAsked: Booking["reservation"] = { _tag: "NotAsked" }
const notDeclared: Booking["absence"] = { _tag: "NotDeclared" }
const nothing: PlanningChange = { bookings: [], opened: [], closed: [] }

const join = (a: PlanningChange, b: PlanningChange): PlanningChange => ({
  bookings: [...a.bookings, ...b.bookings],
  opened: [...a.opened, ...b.opened],
  closed: [...a.closed, ...b.closed]
})

/** Applies `make` to each distinct slot when all of them take the action, else tells those that do not. */
const whole = (
  facts: PlanningFacts,
  setting: PlanningSetting,
  viewer: CellViewer,
  slots: ReadonlyArray<Slot>,
  action: CellAction,
  make: (line: Booking) => PlanningChange
): Result.Result<PlanningChange, SlotsRefused> => {
  const refusals: Array<SlotRefusal> = []
  let change = nothing
  const distinct = slots.filter((slot, i) => slots.findIndex((other) => isSameSlot(slot, other)) === i)
  for (const slot of distinct) {
    const state = stateOf(facts, setting, slot)
    const actions = actionsOn(state, slot.day, viewer)
    const line = lineAt(facts, slot)
    if (actions.includes(action) && line !== undefined) change = join(change, make(line))
    else refusals.push({ slot, reason: actions.length > 0 ? "otherAction" : reasonFor(state, viewer) })
  }
  const [first, ...rest] = refusals
  return first === undefined ? Result.succeed(change) : Result.fail(new SlotsRefused({ refusals: [first, ...rest] }))
}

/** Closes an open request by the rule given; its line was written when it was opened. */
const closeOne = <E>(
  facts: PlanningFacts,
  id: RequestId,
  rule: (request: Request) => Result.Result<Request, E>
): Result.Result<PlanningChange, E | AlreadyClosed> => {
  const request = facts.openRequests.find((open) => open.id === id)
  const line = request && bookingAt(facts, request.subject)
  return request === undefined || line === undefined
    ? Result.fail(new AlreadyClosed({ id }))
    : close(line, request, rule(request))
}

/** The change that a request's new state makes to its line. */
const close = <E>(line: Booking, before: Request, after: Result.Result<Request, E>): Result.Result<PlanningChange, E> =>
  Result.map(after, (request) => ({
    bookings: [before.subject._tag === "Booking" ? reserve(line, request) : settle(line, request)],
    opened: [],
    closed: [request]
  }))

const reserve = (line: Booking, { state }: Request): Booking => {
  switch (state._tag) {
    case "Waiting":
      return { ...line, reservation: { _tag: "Requested" } }
    case "Waitlisted":
      return { ...line, reservation: { _tag: "Waitlisted" } }
    case "Accepted":
      return { ...line, reservation: { _tag: "Booked" } }
    case "Refused":
      return { ...line, reservation: { _tag: "Refused", reason: state.reason } }
    case "Withdrawn":
      return { ...line, reservation: notAsked }
  }
}

const settle = (line: Booking, { state }: Request): Booking =>
  state._tag === "Accepted" && state.outcome !== null
    ? { ...line, absence: { _tag: "Settled", outcome: state.outcome } }
    : { ...line, absence: notDeclared }
