/**
 * An absence is declared for a booked day, with a reason and a confirmation (S110). A medical
 * reason needs a certificate (S111): joined at once or within the commune's delay.
 */
import { Schema } from "effect"
import { addDays, type Day } from "./Day.ts"

/** Why the child will not come. `leave` is a family's leave under a contract (Congé). */
export const AbsenceReason = Schema.Union([
  Schema.TaggedStruct("Medical", {}),
  Schema.TaggedStruct("Family", {}),
  Schema.TaggedStruct("Leave", {}),
  Schema.TaggedStruct("Other", { text: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(300))) })
])
export type AbsenceReason = typeof AbsenceReason.Type

/** What staff make of an absence: excused, billed all the same, or leave under a contract. */
export const AbsenceOutcome = Schema.Literals(["excused", "billed", "leave"])
export type AbsenceOutcome = typeof AbsenceOutcome.Type

/** The paper that is still expected, and the last day to hand it in. */
export interface ExpectedProof {
  readonly until: Day
}

/**
 * The certificate that a medical absence needs, due `days` calendar days after the absence
 * (S111); nothing is expected for another reason.
 */
export const expectedProof = (reason: AbsenceReason, day: Day, days: number): ExpectedProof | null =>
  reason._tag === "Medical" ? { until: addDays(day, days) } : null
