/**
 * The trace of a decision: who did what to which thing, and when. It names things by number and
 * holds no personal detail; it is added to, never changed.
 */
import { type DateTime, Schema } from "effect"
import type { Actor } from "./Access.ts"

/** What is traced. */
export const AuditedAct = Schema.Literals([
  "requestAsked",
  "requestAnswered",
  "requestWithdrawn",
  "attendanceTaken",
  "familyOpened",
  "adultAdded",
  "adultProtected",
  "childAdded",
  "childLinked",
  "payerAdded",
  "childEnrolled",
  "loginIssued",
  "loginReset",
  "passwordChosen",
  "closurePosted",
  "closureLifted",
  "communeDayPosted",
  "operationPosted",
  "bannerSet",
  "documentPublished",
  "documentRemoved",
  "messagePosted",
  "staffTokenMade",
  "staffTokenRevoked"
])
export type AuditedAct = typeof AuditedAct.Type

export interface AuditEntry {
  readonly at: DateTime.Utc
  readonly actor: Actor
  readonly act: AuditedAct
  /** The number of the thing it was done to, within its kind. */
  readonly subject: string
}
