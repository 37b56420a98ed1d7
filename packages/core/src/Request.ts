/**
 * A request is what a family asks and staff answer. It waits, perhaps on a waiting list, and
 * closes once: accepted, refused with a reason, or withdrawn by the family. Whatever is said to a
 * closed request, it stays as it was.
 */
import { type DateTime, Result, Schema } from "effect"
import { AbsenceOutcome, AbsenceReason } from "./Absence.ts"
import { ActivityId } from "./Activity.ts"
import { AdultId } from "./Adult.ts"
import { ChildId } from "./Child.ts"
import { addMonthsClamped, Day, ofInstant, type TimeZoneId } from "./Day.ts"

export const RequestId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("RequestId"))
export type RequestId = typeof RequestId.Type

const slot = { childId: ChildId, activityId: ActivityId, day: Day }

/** What is asked. One request is about one day of one activity, so that staff can answer each. */
export const RequestSubject = Schema.Union([
  Schema.TaggedStruct("Booking", slot),
  Schema.TaggedStruct("Absence", { ...slot, reason: AbsenceReason })
])
export type RequestSubject = typeof RequestSubject.Type

/** The types by which the list is filtered (S138), those that exist so far. */
export const RequestType = Schema.Literals(["Booking", "Absence"])
export type RequestType = typeof RequestType.Type

const at = { at: Schema.DateTimeUtcFromString }

/** Where a request stands. */
export const RequestState = Schema.Union([
  Schema.TaggedStruct("Waiting", {}),
  Schema.TaggedStruct("Waitlisted", at),
  Schema.TaggedStruct("Accepted", { ...at, outcome: Schema.NullOr(AbsenceOutcome) }),
  Schema.TaggedStruct("Refused", { ...at, reason: Schema.NonEmptyString }),
  Schema.TaggedStruct("Withdrawn", at)
])
export type RequestState = typeof RequestState.Type

/** A request as asked, before it has a number. */
export const NewRequest = Schema.Struct({
  askedBy: AdultId,
  askedAt: Schema.DateTimeUtcFromString,
  subject: RequestSubject
})
export interface NewRequest extends Schema.Schema.Type<typeof NewRequest> {}

export const Request = Schema.Struct({ id: RequestId, ...NewRequest.fields, state: RequestState })
export interface Request extends Schema.Schema.Type<typeof Request> {}

/** What staff answer. Refusing needs a reason; an accepted absence says what it does to the bill. */
export const Answer = Schema.Union([
  Schema.TaggedStruct("Accept", { outcome: Schema.NullOr(AbsenceOutcome) }),
  Schema.TaggedStruct("Waitlist", {}),
  Schema.TaggedStruct("Refuse", { reason: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(500))) })
])
export type Answer = typeof Answer.Type

/** The request was answered or withdrawn before. */
export class AlreadyClosed extends Schema.TaggedError<AlreadyClosed>()("AlreadyClosed", { id: RequestId }) {}

/** The answer does not fit the request: an absence has no waiting list, and only an absence has an outcome. */
export class AnswerUnfit extends Schema.TaggedError<AnswerUnfit>()("AnswerUnfit", { id: RequestId }) {}

/** Whether staff still have to answer. */
export const isOpen = (request: Request): boolean =>
  request.state._tag === "Waiting" || request.state._tag === "Waitlisted"

/** The request once staff have answered. */
export const answer = (
  request: Request,
  said: Answer,
  at: DateTime.Utc
): Result.Result<Request, AlreadyClosed | AnswerUnfit> => {
  const absence = request.subject._tag === "Absence"
  switch (said._tag) {
    case "Accept":
      return absence === (said.outcome !== null)
        ? close(request, { _tag: "Accepted", at, outcome: said.outcome })
        : Result.fail(new AnswerUnfit({ id: request.id }))
    case "Waitlist":
      return absence ? Result.fail(new AnswerUnfit({ id: request.id })) : close(request, { _tag: "Waitlisted", at })
    case "Refuse":
      return close(request, { _tag: "Refused", at, reason: said.reason })
  }
}

/** The request once the family has taken it back. */
export const withdraw = (request: Request, at: DateTime.Utc): Result.Result<Request, AlreadyClosed> =>
  close(request, { _tag: "Withdrawn", at })

/** From which instant a commune counts the month of S130: the day it was asked, or answered. */
export const ListedFrom = Schema.Literals(["asked", "answered"])
export type ListedFrom = typeof ListedFrom.Type

/**
 * Whether the family's list shows the request on `today`: always while it waits, then for one
 * calendar month, clamped at month ends, in the commune's days (S130). Listing is not erasing.
 */
export const isListed = (request: Request, today: Day, zone: TimeZoneId, from: ListedFrom): boolean => {
  if (request.state._tag === "Waiting" || request.state._tag === "Waitlisted") return true
  const start = ofInstant(from === "asked" ? request.askedAt : request.state.at, zone)
  return today < addMonthsClamped(start, 1)
}

const close = (request: Request, state: RequestState): Result.Result<Request, AlreadyClosed> =>
  isOpen(request) ? Result.succeed({ ...request, state }) : Result.fail(new AlreadyClosed({ id: request.id }))
