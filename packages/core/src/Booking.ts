/**
 * A booking line holds what is known of one child, one activity, one day: what was asked, what
 * was answered, who pays, whether the child was away or came. It holds bare facts; what they
 * mean together is read by `PlanningCell`.
 */
import { Schema } from "effect"
import { AbsenceOutcome, AbsenceReason } from "./Absence.ts"
import { ActivityId } from "./Activity.ts"
import { Day } from "./Day.ts"
import { PayerId } from "./Payer.ts"

/** What became of the wish to come that day. */
export const Reservation = Schema.Union([
  Schema.TaggedStruct("NotAsked", {}),
  Schema.TaggedStruct("Requested", {}),
  Schema.TaggedStruct("Waitlisted", {}),
  Schema.TaggedStruct("Booked", {}),
  Schema.TaggedStruct("Refused", { reason: Schema.String })
])
export type Reservation = typeof Reservation.Type

/** What is known of an absence. */
export const Absence = Schema.Union([
  Schema.TaggedStruct("NotDeclared", {}),
  Schema.TaggedStruct("Declared", { reason: AbsenceReason }),
  Schema.TaggedStruct("Settled", { outcome: AbsenceOutcome })
])
export type Absence = typeof Absence.Type

/** What staff saw on the day: nothing noted, present, or present beyond the contract's hours. */
export const Attendance = Schema.Literals(["notTaken", "present", "overtime"])
export type Attendance = typeof Attendance.Type

/** One line, known by its natural key (child, activity, day); the child is the planning's. */
export const Booking = Schema.Struct({
  activityId: ActivityId,
  day: Day,
  payerId: PayerId,
  reservation: Reservation,
  absence: Absence,
  attendance: Attendance
})
export interface Booking extends Schema.Schema.Type<typeof Booking> {}

/** A line of which nothing is known yet. */
export const blank = (activityId: ActivityId, day: Day, payerId: PayerId): Booking => ({
  activityId,
  day,
  payerId,
  reservation: { _tag: "NotAsked" },
  absence: { _tag: "NotDeclared" },
  attendance: "notTaken"
})

/** Which cell a booking line, a request or a click is about, within one child's planning. */
export const Slot = Schema.Struct({ activityId: ActivityId, day: Day })
export interface Slot extends Schema.Schema.Type<typeof Slot> {}

export const isSameSlot = (a: Slot, b: Slot): boolean => a.day === b.day && a.activityId === b.activityId
