/**
 * The month of a child's planning, ready to show: the days with their markers, the activities by
 * facility, and in each cell its state, what can be done there and until when, or why nothing can.
 */
import { Schema } from "effect"
import { type Activity, ActivityId } from "./Activity.ts"
import type { Booking } from "./Booking.ts"
import { ChildId } from "./Child.ts"
import { addDays, Day, dayOfMonth, days, type YearMonth } from "./Day.ts"
import { Facility } from "./Facility.ts"
import { cellFacts, type PlanningFacts, type PlanningSetting } from "./Planning.ts"
import { actionsOn, CellAction, CellState, type CellViewer, decide, NoAction, reasonFor } from "./PlanningCell.ts"
import { SchoolBreak } from "./SchoolCalendar.ts"

/** A cell as it is shown. `until` is the last day on which its actions are taken; withdrawing has no limit. */
export const PlanningMonthCell = Schema.Struct({
  state: CellState,
  actions: Schema.Array(CellAction),
  until: Schema.optionalKey(Day),
  reason: Schema.optionalKey(NoAction)
})
export interface PlanningMonthCell extends Schema.Schema.Type<typeof PlanningMonthCell> {}

/** A row: one activity the child is enrolled for in the month (S100), its payers (S101), a cell a day. */
export const PlanningRow = Schema.Struct({
  activityId: ActivityId,
  label: Schema.String,
  payers: Schema.Array(Schema.String),
  cells: Schema.Array(PlanningMonthCell)
})
export interface PlanningRow extends Schema.Schema.Type<typeof PlanningRow> {}

/** A day of the header with its markers P, G and J (S97, S99). */
export const PlanningDay = Schema.Struct({
  day: Day,
  schoolBreak: Schema.optionalKey(Schema.Struct({ kind: SchoolBreak.fields.kind, label: Schema.String })),
  publicHoliday: Schema.optionalKey(Schema.String),
  today: Schema.optionalKey(Schema.Literal(true))
})
export interface PlanningDay extends Schema.Schema.Type<typeof PlanningDay> {}

export const PlanningMonth = Schema.Struct({
  child: Schema.Struct({ id: ChildId, firstName: Schema.String }),
  month: Schema.String,
  /** Whether the national school calendar is published for the whole month; beyond it the page says so. */
  published: Schema.Boolean,
  days: Schema.Array(PlanningDay),
  groups: Schema.Array(Schema.Struct({ facility: Facility, rows: Schema.Array(PlanningRow) }))
})
export interface PlanningMonth extends Schema.Schema.Type<typeof PlanningMonth> {}

/** What the month is read with, beside the activities and the days. */
export interface PlanningMonthSetting extends PlanningSetting {
  readonly facilities: ReadonlyArray<Facility>
  readonly publishedUntil: Day
  /** The names of a payer's adults, as the row shows them. */
  readonly payerNames: (payerId: Booking["payerId"]) => ReadonlyArray<string>
}

/** The month as `viewer` sees it, in the order of the commune's facilities and activities. */
export const planningMonth = (
  facts: PlanningFacts,
  setting: PlanningMonthSetting,
  month: YearMonth,
  viewer: CellViewer
): PlanningMonth => {
  const monthDays = days(month)
  const lines = linesByActivity(facts.bookings, month)
  const rowOf = (activity: Activity): PlanningRow => {
    const own = { ...facts, enrolments: enrolmentsIn(facts, activity.id, monthDays) }
    const line = lines.get(activity.id)
    return {
      activityId: activity.id,
      label: activity.label,
      payers: payersOf(own.enrolments, setting),
      cells: monthDays.map((day, i) => {
        const state = decide(cellFacts(own, setting, activity, day, line?.[dayOfMonth(day)]))
        return cellOf(state, day, monthDays[i - 1], viewer)
      })
    }
  }
  return {
    child: { id: facts.child.id, firstName: facts.child.firstName },
    month,
    published: (monthDays.at(-1) as Day) <= setting.publishedUntil,
    days: monthDays.map((day) => dayOf(day, setting, viewer.today)),
    groups: setting.facilities.flatMap((facility) => {
      const rows = setting.activities
        .filter((a) => a.facilityId === facility.id && enrolmentsIn(facts, a.id, monthDays).length > 0)
        .map(rowOf)
      return rows.length === 0 ? [] : [{ facility, rows }]
    })
  }
}

/** By activity, then by the number of the day: keys made of texts would cost more than deciding the cells. */
const linesByActivity = (
  bookings: ReadonlyArray<Booking>,
  month: YearMonth
): ReadonlyMap<ActivityId, ReadonlyArray<Booking | undefined>> => {
  const lines = new Map<ActivityId, Array<Booking | undefined>>()
  for (const booking of bookings) {
    if (!booking.day.startsWith(month)) continue
    const known = lines.get(booking.activityId)
    const ofActivity = known ?? new Array<Booking | undefined>(32)
    if (known === undefined) lines.set(booking.activityId, ofActivity)
    ofActivity[dayOfMonth(booking.day)] = booking
  }
  return lines
}

const cellOf = (state: CellState, day: Day, eve: Day | undefined, viewer: CellViewer): PlanningMonthCell => {
  const actions = actionsOn(state, day, viewer)
  if (actions.length === 0) return { state, actions, reason: reasonFor(state, viewer) }
  return actions.includes("withdraw") ? { state, actions } : { state, actions, until: eve ?? addDays(day, -1) }
}

const dayOf = (day: Day, setting: PlanningMonthSetting, today: Day): PlanningDay => {
  const { schoolBreak, publicHoliday } = setting.markersOf(day)
  return {
    day,
    ...(schoolBreak && { schoolBreak: { kind: schoolBreak.kind, label: schoolBreak.label } }),
    ...(publicHoliday && { publicHoliday: publicHoliday.label }),
    ...(day === today && { today: true as const })
  }
}

const enrolmentsIn = (facts: PlanningFacts, activityId: ActivityId, monthDays: ReadonlyArray<Day>) =>
  facts.enrolments.filter(
    (e) =>
      e.activityId === activityId &&
      e.from <= (monthDays.at(-1) as Day) &&
      (e.until === null || (monthDays[0] as Day) <= e.until)
  )

const payersOf = (enrolments: PlanningFacts["enrolments"], setting: PlanningMonthSetting): ReadonlyArray<string> => [
  ...new Set(enrolments.flatMap((e) => setting.payerNames(e.payerId)))
]
