/** The codes of booking lines: small numbers in the index that a month is read from, by place in these lists. */
import type { AbsenceOutcome, AbsenceReason } from "@portail-famille/core/Absence"
import type { Absence, Attendance, Booking, Reservation } from "@portail-famille/core/Booking"

const reservations: ReadonlyArray<Reservation["_tag"]> = ["NotAsked", "Requested", "Waitlisted", "Booked", "Refused"]
const absences: ReadonlyArray<Absence["_tag"]> = ["NotDeclared", "Declared", "Settled"]
const reasons: ReadonlyArray<AbsenceReason["_tag"]> = ["Medical", "Family", "Leave", "Other"]
const outcomes: ReadonlyArray<AbsenceOutcome> = ["excused", "billed", "leave"]
const attendances: ReadonlyArray<Attendance> = ["notTaken", "present", "overtime"]

/** The texts of a line, which few lines have. */
export interface LineWords {
  readonly refusal: string | null
  readonly absenceText: string | null
}

/** The columns of a line. */
export const lineColumns = ({ absence, attendance, reservation }: Booking) => ({
  reservation: reservations.indexOf(reservation._tag),
  refusal: reservation._tag === "Refused" ? reservation.reason : null,
  absence: absences.indexOf(absence._tag),
  absence_reason: absence._tag === "Declared" ? reasons.indexOf(absence.reason._tag) : null,
  absence_text: absence._tag === "Declared" && absence.reason._tag === "Other" ? absence.reason.text : null,
  outcome: absence._tag === "Settled" ? outcomes.indexOf(absence.outcome) : null,
  attendance: attendances.indexOf(attendance)
})

/** What a line says beside its slot and its payer. */
export type LineFacts = Pick<Booking, "reservation" | "absence" | "attendance">

/** The facts of a line's five codes, read as the digits of one number: 9 stands for none. */
export const factsOf = (code: number, words: LineWords | undefined): LineFacts => {
  const digit = (place: number) => Math.floor(code / place) % 10
  const reservation = reservations[digit(10_000)] as Reservation["_tag"]
  const absence = absences[digit(1000)] as Absence["_tag"]
  return {
    reservation:
      reservation === "Refused" ? { _tag: reservation, reason: words?.refusal ?? "" } : { _tag: reservation },
    absence: absenceOf(absence, reasons[digit(100)], outcomes[digit(10)], words?.absenceText ?? null),
    attendance: attendances[digit(1)] as Attendance
  }
}

/** The same for codes that need no words, made once for each; `undefined` for those that do. */
export const plainFactsOf = (code: number): LineFacts | undefined => {
  const known = plain.get(code)
  if (known !== undefined) return known
  const facts = factsOf(code, undefined)
  const { absence, reservation } = facts
  if (reservation._tag === "Refused" || (absence._tag === "Declared" && absence.reason._tag === "Other"))
    return undefined
  plain.set(code, facts)
  return facts
}

const plain = new Map<number, LineFacts>()

const absenceOf = (
  tag: Absence["_tag"],
  reason: AbsenceReason["_tag"] | undefined,
  outcome: AbsenceOutcome | undefined,
  text: string | null
): Absence => {
  if (tag === "Declared" && reason !== undefined) return { _tag: tag, reason: reasonOf(reason, text) }
  if (tag === "Settled" && outcome !== undefined) return { _tag: tag, outcome }
  return { _tag: "NotDeclared" }
}

/** The reason of a tag and a text. */
export const reasonOf = (tag: AbsenceReason["_tag"], text: string | null): AbsenceReason =>
  tag === "Other" ? { _tag: tag, text: text ?? "" } : { _tag: tag }
