/**
 * A child's planning: the bare facts of a range of days, and how the facts of one cell are found
 * among them. `PlanningMonth` reads them as a page, `PlanningGesture` acts on them.
 */
import { Schema } from "effect"
import { type Activity, type ActivityId, isOffered } from "./Activity.ts"
import { Booking, blank, isSameSlot, type Slot } from "./Booking.ts"
import { Child, ChildAdult } from "./Child.ts"
import { Closure, closes } from "./Closure.ts"
import type { Day } from "./Day.ts"
import { booksByContract, covers, Enrolment } from "./Enrolment.ts"
import { type CellFacts, type CellState, decide } from "./PlanningCell.ts"
import { Request } from "./Request.ts"
import { CommuneDay, type DayMarkers } from "./SchoolCalendar.ts"

/** Bare facts of one child over a range of days, as a store holds them. */
export const PlanningFacts = Schema.Struct({
  child: Child,
  /** Every adult's link to the child. */
  links: Schema.Array(ChildAdult),
  enrolments: Schema.Array(Enrolment),
  /** The commune's closures and days of its own that touch the range. */
  closures: Schema.Array(Closure),
  communeDays: Schema.Array(CommuneDay),
  /** The lines of the range, in no order. */
  bookings: Schema.Array(Booking),
  /** Requests still open on the range's lines. */
  openRequests: Schema.Array(Request)
})
export interface PlanningFacts extends Schema.Schema.Type<typeof PlanningFacts> {}

/** What the facts are read with: the commune's activities and its days. */
export interface PlanningSetting {
  readonly activities: ReadonlyArray<Activity>
  readonly markersOf: (day: Day) => DayMarkers
}

/** The state of one slot. An activity or a day the child is not enrolled for is `notOffered`. */
export const stateOf = (facts: PlanningFacts, setting: PlanningSetting, slot: Slot): CellState => {
  const activity = setting.activities.find((a) => a.id === slot.activityId)
  return activity === undefined
    ? { _tag: "notOffered" }
    : decide(cellFacts(facts, setting, activity, slot.day, bookingAt(facts, slot)))
}

/**
 * The facts of one cell. The month's reader and the single slot's share it, so that the page and
 * the server's refusal can never differ.
 */
export const cellFacts = (
  facts: PlanningFacts,
  setting: PlanningSetting,
  activity: Activity,
  day: Day,
  booking: Booking | undefined
): CellFacts => {
  const markers = setting.markersOf(day)
  const enrolment = enrolmentOn(facts, activity.id, day)
  const closure = closureOn(facts, activity, day)?.label
  const offered = enrolment !== undefined && isOffered(activity, day, markers)
  return {
    closure: closure ?? (activity.closedOnPublicHolidays ? markers.publicHoliday?.label : undefined),
    offered,
    contract: offered && booksByContract(enrolment, day),
    reservation: booking?.reservation ?? notAsked,
    absence: booking?.absence ?? notDeclared,
    attendance: booking?.attendance ?? "notTaken"
  }
}

/** The enrolment that covers the day, if there is one. */
export const enrolmentOn = (facts: PlanningFacts, activityId: ActivityId, day: Day): Enrolment | undefined => {
  // A month asks this for hundreds of cells: a function made for each would add a seventh to what a page allocates.
  for (const enrolment of facts.enrolments)
    if (enrolment.activityId === activityId && covers(enrolment, day)) return enrolment
  return undefined
}

/** What is written of a slot, if anything is. */
export const bookingAt = (facts: PlanningFacts, slot: Slot): Booking | undefined =>
  facts.bookings.find((b) => isSameSlot(b, slot))

/** The line of a slot, blank when nothing is known; the payer is the enrolment's. */
export const lineAt = (facts: PlanningFacts, slot: Slot): Booking | undefined => {
  const known = bookingAt(facts, slot)
  if (known !== undefined) return known
  const enrolment = enrolmentOn(facts, slot.activityId, slot.day)
  return enrolment && blank(slot.activityId, slot.day, enrolment.payerId)
}

const closureOn = (facts: PlanningFacts, activity: Activity, day: Day): Closure | undefined => {
  for (const closure of facts.closures) if (closes(closure, activity, day)) return closure
  return undefined
}

const notAsked: Booking["reservation"] = { _tag: "NotAsked" }
const notDeclared: Booking["absence"] = { _tag: "NotDeclared" }
