/**
 * An enrolment is a child's right to book an activity, from a day to another. It names who pays.
 * A contract inside it (nursery, weekly template) books its weekdays without asking.
 */
import { Schema } from "effect"
import { ActivityId } from "./Activity.ts"
import { ChildId } from "./Child.ts"
import { Day, Weekday, weekday } from "./Day.ts"
import { PayerId } from "./Payer.ts"

export const EnrolmentId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("EnrolmentId"))
export type EnrolmentId = typeof EnrolmentId.Type

/** What staff write when they enrol a child. `until` is inclusive; `null` while no end is known. */
export const EnrolmentRecord = Schema.Struct({
  childId: ChildId,
  activityId: ActivityId,
  payerId: PayerId,
  from: Day,
  until: Schema.NullOr(Day),
  /** Weekdays booked by contract (statuses Régulier, Congé, Heure hors contrat); `null` without a contract. */
  contract: Schema.NullOr(Schema.NonEmptyArray(Weekday))
})
export interface EnrolmentRecord extends Schema.Schema.Type<typeof EnrolmentRecord> {}

export const Enrolment = Schema.Struct({ id: EnrolmentId, ...EnrolmentRecord.fields })
export interface Enrolment extends Schema.Schema.Type<typeof Enrolment> {}

/** Whether the day lies in the enrolment. */
export const covers = (enrolment: EnrolmentRecord, day: Day): boolean =>
  enrolment.from <= day && (enrolment.until === null || day <= enrolment.until)

/** Whether the contract books that weekday. */
export const booksByContract = (enrolment: EnrolmentRecord, day: Day): boolean =>
  enrolment.contract?.includes(weekday(day)) ?? false
