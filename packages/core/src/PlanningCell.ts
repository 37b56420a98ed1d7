/**
 * A cell of the planning: one activity on one day. `decide` is total: any combination of facts
 * gives exactly one state of the guide's legend (S96, S105-S107). `actionsOn` says what a family
 * may do there; the page draws its menu with it, and the server refuses with it.
 */
import { Schema } from "effect"
import type { Absence, Attendance, Reservation } from "./Booking.ts"
import type { Day } from "./Day.ts"

/** The closed union of states. Tags are the identifiers of the requirements' table. */
export const CellState = Schema.Union([
  Schema.TaggedStruct("requested", {}),
  Schema.TaggedStruct("waitlisted", {}),
  Schema.TaggedStruct("booked", { origin: Schema.Literals(["request", "contract"]) }),
  Schema.TaggedStruct("refused", { reason: Schema.String }),
  Schema.TaggedStruct("absenceRequested", {}),
  Schema.TaggedStruct("absentExcused", {}),
  Schema.TaggedStruct("absentBilled", {}),
  Schema.TaggedStruct("attended", {}),
  Schema.TaggedStruct("attendedUnbooked", {}),
  Schema.TaggedStruct("contractLeave", {}),
  Schema.TaggedStruct("overtime", {}),
  Schema.TaggedStruct("closed", { label: Schema.String }),
  Schema.TaggedStruct("inconsistent", {}),
  Schema.TaggedStruct("free", {}),
  Schema.TaggedStruct("notOffered", {})
])
export type CellState = typeof CellState.Type

/** What the cell's state is decided from. */
export interface CellFacts {
  /** The label of the closure that covers the day, if one does. */
  readonly closure: string | undefined
  /** The activity runs that day and an enrolment covers it. */
  readonly offered: boolean
  /** The enrolment's contract books that weekday. */
  readonly contract: boolean
  readonly reservation: Reservation
  readonly absence: Absence
  readonly attendance: Attendance
}

/** What a family can do on a cell. */
export const CellAction = Schema.Literals(["requestBooking", "declareAbsence", "withdraw"])
export type CellAction = typeof CellAction.Type

/** Why a family can do nothing on a cell. */
export const NoAction = Schema.Literals([
  "past",
  "closed",
  "notOffered",
  "mayNotBook",
  "decided",
  "attended",
  "inconsistent"
])
export type NoAction = typeof NoAction.Type

const free: CellState = { _tag: "free" }
const notOffered: CellState = { _tag: "notOffered" }
const inconsistent: CellState = { _tag: "inconsistent" }
const requested: CellState = { _tag: "requested" }
const waitlisted: CellState = { _tag: "waitlisted" }
const bookedByRequest: CellState = { _tag: "booked", origin: "request" }
const bookedByContract: CellState = { _tag: "booked", origin: "contract" }
const absenceRequested: CellState = { _tag: "absenceRequested" }
const absentExcused: CellState = { _tag: "absentExcused" }
const absentBilled: CellState = { _tag: "absentBilled" }
const attended: CellState = { _tag: "attended" }
const attendedUnbooked: CellState = { _tag: "attendedUnbooked" }
const contractLeave: CellState = { _tag: "contractLeave" }
const overtime: CellState = { _tag: "overtime" }

/**
 * The state of a cell. What staff saw on the day comes first, then closures, then whether the
 * activity is offered, then absences, then the reservation; facts that cannot all be true give
 * `inconsistent`, which only staff can mend.
 */
export const decide = (facts: CellFacts): CellState => {
  const booked = facts.contract || facts.reservation._tag === "Booked"
  if (facts.attendance !== "notTaken") return decideAttended(facts, booked)
  if (facts.closure !== undefined) return { _tag: "closed", label: facts.closure }
  if (!facts.offered) return isLive(facts) ? inconsistent : notOffered
  if (facts.absence._tag !== "NotDeclared") return decideAbsent(facts, booked)
  if (facts.contract) return bookedByContract
  switch (facts.reservation._tag) {
    case "NotAsked":
      return free
    case "Requested":
      return requested
    case "Waitlisted":
      return waitlisted
    case "Booked":
      return bookedByRequest
    case "Refused":
      return { _tag: "refused", reason: facts.reservation.reason }
  }
}

/** Whether a cell may be acted upon, by whom it is looked at. */
export interface CellViewer {
  readonly today: Day
  readonly mayBook: boolean
}

/**
 * What the family may do on a cell. Until a commune's own rules say otherwise, bookings are asked
 * and absences declared on future days only, that is until the evening before; a waiting request
 * is withdrawn as long as it waits.
 */
export const actionsOn = (state: CellState, day: Day, viewer: CellViewer): ReadonlyArray<CellAction> => {
  if (!viewer.mayBook) return none
  const future = viewer.today < day
  switch (state._tag) {
    case "free":
    case "refused":
      return future ? asking : none
    case "booked":
      return future ? declaring : none
    case "requested":
    case "waitlisted":
    case "absenceRequested":
      return withdrawing
    default:
      return none
  }
}

/** Why nothing can be done on a cell on which `actionsOn` offers nothing. */
export const reasonFor = (state: CellState, viewer: CellViewer): NoAction => {
  switch (state._tag) {
    case "closed":
    case "notOffered":
    case "inconsistent":
      return state._tag
    case "attended":
    case "attendedUnbooked":
    case "overtime":
      return "attended"
    case "absentExcused":
    case "absentBilled":
    case "contractLeave":
      return "decided"
    default:
      return viewer.mayBook ? "past" : "mayNotBook"
  }
}

const none: ReadonlyArray<CellAction> = []
const asking: ReadonlyArray<CellAction> = ["requestBooking"]
const declaring: ReadonlyArray<CellAction> = ["declareAbsence"]
const withdrawing: ReadonlyArray<CellAction> = ["withdraw"]

const decideAttended = (facts: CellFacts, booked: boolean): CellState => {
  if (facts.closure !== undefined || !facts.offered || facts.absence._tag === "Settled") return inconsistent
  if (facts.attendance === "overtime") return facts.contract ? overtime : inconsistent
  return booked ? attended : attendedUnbooked
}

const decideAbsent = (facts: CellFacts, booked: boolean): CellState => {
  if (!booked) return inconsistent
  if (facts.absence._tag !== "Settled") return absenceRequested
  switch (facts.absence.outcome) {
    case "excused":
      return absentExcused
    case "billed":
      return absentBilled
    case "leave":
      return facts.contract ? contractLeave : inconsistent
  }
}

const isLive = (facts: CellFacts): boolean =>
  facts.absence._tag !== "NotDeclared" ||
  facts.reservation._tag === "Booked" ||
  facts.reservation._tag === "Requested" ||
  facts.reservation._tag === "Waitlisted"
