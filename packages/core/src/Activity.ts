/**
 * An activity is what a family can book: the canteen, the morning care, the leisure centre on
 * Wednesdays. It says on which weekdays it runs, and whether in school time or in the breaks.
 */
import { Schema } from "effect"
import { type Day, Weekday, weekday } from "./Day.ts"
import { FacilityId } from "./Facility.ts"
import type { DayMarkers } from "./SchoolCalendar.ts"

/** A short stable name, chosen by the commune. Two activities may carry the same label (S100), never the same id. */
export const ActivityId = Schema.String.pipe(
  Schema.check(Schema.isPattern(/^[a-z][a-z0-9-]{0,39}$/)),
  Schema.brand("ActivityId")
)
export type ActivityId = typeof ActivityId.Type

/** When the activity runs: `schoolDays` outside the school breaks, `schoolBreaks` within them, or both. */
export const Season = Schema.Literals(["schoolDays", "schoolBreaks", "both"])
export type Season = typeof Season.Type

/** One bookable activity of a facility (S100). */
export const Activity = Schema.Struct({
  id: ActivityId,
  facilityId: FacilityId,
  label: Schema.NonEmptyString,
  weekdays: Schema.NonEmptyArray(Weekday),
  season: Season,
  /** Closed on public holidays: such a day draws F under its J (S97, S102). */
  closedOnPublicHolidays: Schema.Boolean
})
export interface Activity extends Schema.Schema.Type<typeof Activity> {}

/** Whether the activity runs on that day, closures aside. */
export const isOffered = (activity: Activity, day: Day, markers: DayMarkers): boolean =>
  activity.weekdays.includes(weekday(day)) &&
  (activity.season === "both" || (activity.season === "schoolBreaks") === (markers.schoolBreak !== undefined))
