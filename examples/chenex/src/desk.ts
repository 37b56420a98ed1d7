/**
 * The gestures of the demonstration on one child's planning, by the workflows that families and staff use.
 */
import type { AbsenceOutcome, AbsenceReason } from "@portail-famille/core/Absence"
import { type AdultActor, system } from "@portail-famille/core/Access"
import { type ActivityId, isOffered } from "@portail-famille/core/Activity"
import type { Attendance } from "@portail-famille/core/Booking"
import type { ChildId } from "@portail-famille/core/Child"
import type { ServedCommune } from "@portail-famille/core/Commune"
import { addDays, type Day } from "@portail-famille/core/Day"
import type { Answer } from "@portail-famille/core/Request"
import { planningSetting } from "@portail-famille/core/services/Communes"
import { takeAttendance } from "@portail-famille/core/services/PlanningDesk"
import { declareAbsences, requestBookings } from "@portail-famille/core/services/Plannings"
import { answerOne } from "@portail-famille/core/services/Requests"
import { Effect } from "effect"
import { at } from "./past.ts"

/** A child, an activity, and the adult who books. */
export interface Desk {
  readonly commune: ServedCommune
  readonly by: AdultActor
  readonly child: ChildId
  readonly activityId: ActivityId
}

export const accepted: Answer = { _tag: "Accept", outcome: null }

/** Asks for the days at six in the evening of `on`; staff answer each the next morning, or leave them waiting with `null`. */
export const book = Effect.fnUntraced(function* (
  { commune, by, child, activityId }: Desk,
  days: ReadonlyArray<Day>,
  on: Day,
  said: Answer | null
) {
  const slots = days.map((day) => ({ activityId, day }))
  const requests = yield* at(on, 18, commune.timeZone, requestBookings(commune, by, child, slots))
  if (said !== null) yield* answerAll(commune, requests, on, said)
})

/** Declares an absence the evening before; staff settle it the next morning, or leave it waiting with `null`. */
export const declare = Effect.fnUntraced(function* (
  { commune, by, child, activityId }: Desk,
  day: Day,
  on: Day,
  reason: AbsenceReason,
  outcome: AbsenceOutcome | null
) {
  const requests = yield* at(
    on,
    19,
    commune.timeZone,
    declareAbsences(commune, by, child, [{ activityId, day }], reason)
  )
  if (outcome !== null) yield* answerAll(commune, requests, on, { _tag: "Accept", outcome })
})

/** Notes what staff saw at noon of each day. */
export const attend = ({ commune, child, activityId }: Desk, days: ReadonlyArray<Day>, seen: Attendance) =>
  Effect.forEach(
    days,
    (day) => at(day, 12, commune.timeZone, takeAttendance(commune, system, child, { activityId, day }, seen)),
    { discard: true }
  )

/**
 * The days near `today` on which the activity runs, counted from 0: before it (the last first) with -1, after it (the
 * next first) with 1. Asking for one that is further away than a year throws.
 */
export const daysFrom = (
  { commune, activityId }: Pick<Desk, "commune" | "activityId">,
  today: Day,
  direction: -1 | 1
): ((n: number) => Day) => {
  const { activities, markersOf } = planningSetting(commune, [])
  const days = Array.from({ length: 365 }, (_, i) => addDays(today, direction * (i + 1))).filter((day) => {
    const markers = markersOf(day)
    return (
      markers.publicHoliday === undefined &&
      activities.some((activity) => activity.id === activityId && isOffered(activity, day, markers))
    )
  })
  return (n) => {
    const day = days[n]
    if (day === undefined) throw new RangeError("The activity does not run so often within a year")
    return day
  }
}

const answerAll = (
  commune: ServedCommune,
  requests: ReadonlyArray<{ readonly id: Parameters<typeof answerOne>[2] }>,
  on: Day,
  said: Answer
) =>
  Effect.forEach(requests, ({ id }) => at(addDays(on, 1), 9, commune.timeZone, answerOne(commune, system, id, said)), {
    discard: true
  })
