/**
 * A closure says that a facility, or one activity, does not receive children from a day to
 * another (Fermeture, F). Days of the commune add to the national calendar.
 */
import { Schema } from "effect"
import { type Activity, ActivityId } from "./Activity.ts"
import { Day } from "./Day.ts"
import { FacilityId } from "./Facility.ts"

export const ClosureId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("ClosureId"))
export type ClosureId = typeof ClosureId.Type

/** What is closed: one activity, or all of a facility. */
export const ClosureScope = Schema.Union([
  Schema.TaggedStruct("Activity", { activityId: ActivityId }),
  Schema.TaggedStruct("Facility", { facilityId: FacilityId })
])
export type ClosureScope = typeof ClosureScope.Type

export const ClosureRecord = Schema.Struct({
  scope: ClosureScope,
  from: Day,
  until: Day,
  label: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(120)))
})
export interface ClosureRecord extends Schema.Schema.Type<typeof ClosureRecord> {}

export const Closure = Schema.Struct({ id: ClosureId, ...ClosureRecord.fields })
export interface Closure extends Schema.Schema.Type<typeof Closure> {}

/** Whether the closure closes that activity on that day. */
export const closes = (closure: ClosureRecord, activity: Activity, day: Day): boolean =>
  closure.from <= day &&
  day <= closure.until &&
  (closure.scope._tag === "Activity"
    ? closure.scope.activityId === activity.id
    : closure.scope.facilityId === activity.facilityId)
