/** A request as columns, and back. */
import type { AbsenceOutcome, AbsenceReason } from "@portail-famille/core/Absence"
import type { ActivityId } from "@portail-famille/core/Activity"
import type { AdultId } from "@portail-famille/core/Adult"
import type { ChildId } from "@portail-famille/core/Child"
import type { Day } from "@portail-famille/core/Day"
import type { Request, RequestId, RequestState } from "@portail-famille/core/Request"
import { toDate, toInstant } from "./Answers.ts"
import { reasonOf } from "./PlanningCodes.ts"

/** A row of the table `request`. Instants are dates, or milliseconds where the row came as JSON. */
export interface RequestRow {
  readonly id: number
  readonly child_id: number
  readonly activity_id: string
  readonly day: string
  readonly kind: Request["subject"]["_tag"]
  readonly reason: AbsenceReason["_tag"] | null
  readonly reason_text: string | null
  readonly asked_by: number
  readonly asked_at: Date | number
  readonly state: RequestState["_tag"]
  readonly state_at: Date | number | null
  readonly outcome: AbsenceOutcome | null
  readonly refusal: string | null
}

/** The columns of where a request stands. */
export const stateColumns = (state: RequestState) => ({
  state: state._tag,
  state_at: state._tag === "Waiting" ? null : toDate(state.at),
  outcome: state._tag === "Accepted" ? state.outcome : null,
  refusal: state._tag === "Refused" ? state.reason : null
})

/** The columns of what is asked. */
export const subjectColumns = (subject: Request["subject"]) => ({
  child_id: subject.childId,
  activity_id: subject.activityId,
  day: subject.day,
  kind: subject._tag,
  reason: subject._tag === "Absence" ? subject.reason._tag : null,
  reason_text: subject._tag === "Absence" && subject.reason._tag === "Other" ? subject.reason.text : null
})

/** The request of a row. */
export const requestOf = (row: RequestRow): Request => {
  const slot = { childId: row.child_id as ChildId, activityId: row.activity_id as ActivityId, day: row.day as Day }
  return {
    id: row.id as RequestId,
    askedBy: row.asked_by as AdultId,
    askedAt: toInstant(row.asked_at),
    subject:
      row.reason === null
        ? { _tag: "Booking", ...slot }
        : { _tag: "Absence", ...slot, reason: reasonOf(row.reason, row.reason_text) },
    state: stateOf(row)
  }
}

const stateOf = ({ outcome, refusal, state, state_at }: RequestRow): RequestState => {
  if (state_at === null || state === "Waiting") return { _tag: "Waiting" }
  const at = toInstant(state_at)
  switch (state) {
    case "Accepted":
      return { _tag: state, at, outcome }
    case "Refused":
      return { _tag: state, at, reason: refusal ?? "" }
    default:
      return { _tag: state, at }
  }
}
