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

const plainReservations = reservations.map((_tag) => ({ _tag })) as ReadonlyArray<Reservation>
const notDeclared: Absence = { _tag: "NotDeclared" }

/** The reservation of a code. */
export const reservationOf = (code: number, words: LineWords | undefined): Reservation =>
  reservations[code] === "Refused"
    ? { _tag: "Refused", reason: words?.refusal ?? "" }
    : (plainReservations[code] as Reservation)

/** The absence of a line's codes. */
export const absenceOf = (
  code: number,
  reason: number | null,
  outcome: number | null,
  words: LineWords | undefined
): Absence => {
  if (code === 0) return notDeclared
  if (outcome !== null) return { _tag: "Settled", outcome: outcomes[outcome] as AbsenceOutcome }
  return { _tag: "Declared", reason: reasonOf(reasons[reason ?? 0] ?? "Medical", words?.absenceText ?? null) }
}

/** The reason of a tag and a text. */
export const reasonOf = (tag: AbsenceReason["_tag"], text: string | null): AbsenceReason =>
  tag === "Other" ? { _tag: tag, text: text ?? "" } : { _tag: tag }

/** The attendance of a code. */
export const attendanceOf = (code: number): Attendance => attendances[code] as Attendance
