/**
 * What the memory store knows of one commune: plain immutable rows. A write gives new rows in place
 * of the old ones and changes nothing in them.
 */
import type { DateTime } from "effect"
import type { Account, AccountLink } from "../../Account.ts"
import type { Adult } from "../../Adult.ts"
import type { AuditEntry } from "../../Audit.ts"
import type { Booking } from "../../Booking.ts"
import type { Child, ChildAdult, ChildId } from "../../Child.ts"
import type { Closure } from "../../Closure.ts"
import type { Document } from "../../Document.ts"
import type { Enrolment } from "../../Enrolment.ts"
import type { FamilyId, FamilyNumber } from "../../Family.ts"
import type { Allocation, LedgerAccount, Operation } from "../../Ledger.ts"
import type { Message } from "../../Message.ts"
import type { Payer } from "../../Payer.ts"
import type { Request } from "../../Request.ts"
import type { CommuneDay } from "../../SchoolCalendar.ts"
import type { Session, TokenDigest } from "../../Session.ts"
import type { Throttle } from "../../Throttle.ts"
import type { ThrottleKey } from "../Accounts.ts"
import type { Notice } from "../Outbox.ts"
import type { StaffToken } from "../Staff.ts"
import type { Reply, Stamp } from "../Writes.ts"

/** A notice in the outbox. `dueAt` is moved on by a lease or a retry, and is `null` once the notice is parked. */
export interface NoticeRow {
  readonly id: number
  readonly notice: Notice
  readonly queuedAt: DateTime.Utc
  readonly attempts: number
  readonly dueAt: DateTime.Utc | null
}

/** All rows of one commune. Lists stand in the order in which their rows were first written. */
export interface Rows {
  /** The last number given, by kind of thing: numbers of two communes, and of two kinds, are the same ones. */
  readonly counters: Readonly<Record<string, number>>
  readonly families: ReadonlyArray<{ readonly id: FamilyId; readonly number: FamilyNumber }>
  readonly adults: ReadonlyArray<{ readonly family: FamilyId; readonly adult: Adult }>
  readonly children: ReadonlyArray<{ readonly family: FamilyId; readonly child: Child }>
  readonly links: ReadonlyArray<ChildAdult>
  readonly payers: ReadonlyArray<{ readonly family: FamilyId; readonly payer: Payer }>
  readonly accounts: ReadonlyArray<Account>
  readonly sessions: ReadonlyArray<Omit<Session, "stage">>
  readonly accountLinks: ReadonlyArray<{ readonly digest: TokenDigest; readonly link: AccountLink }>
  readonly throttles: ReadonlyArray<ThrottleKey & { readonly throttle: Throttle }>
  readonly enrolments: ReadonlyArray<Enrolment>
  readonly bookings: ReadonlyArray<{ readonly child: ChildId; readonly booking: Booking }>
  readonly requests: ReadonlyArray<Request>
  readonly closures: ReadonlyArray<Closure>
  readonly communeDays: ReadonlyArray<CommuneDay>
  readonly operations: ReadonlyArray<Operation>
  readonly allocations: ReadonlyArray<Allocation & { readonly account: LedgerAccount }>
  readonly messages: ReadonlyArray<Message>
  readonly documents: ReadonlyArray<Document>
  readonly banner: string | undefined
  readonly staff: ReadonlyArray<{ readonly digest: TokenDigest; readonly member: StaffToken }>
  readonly audit: ReadonlyArray<AuditEntry>
  readonly notices: ReadonlyArray<NoticeRow>
  readonly keys: ReadonlyArray<{ readonly stamp: Stamp; readonly reply: Reply }>
}

/** A commune of which nothing is written yet. */
export const noRows: Rows = {
  counters: {},
  families: [],
  adults: [],
  children: [],
  links: [],
  payers: [],
  accounts: [],
  sessions: [],
  accountLinks: [],
  throttles: [],
  enrolments: [],
  bookings: [],
  requests: [],
  closures: [],
  communeDays: [],
  operations: [],
  allocations: [],
  messages: [],
  documents: [],
  banner: undefined,
  staff: [],
  audit: [],
  notices: [],
  keys: []
}

/** The list with `row` in the place of the first that `same` finds, or at the end. */
export const put = <A>(rows: ReadonlyArray<A>, row: A, same: (known: A) => boolean): ReadonlyArray<A> => {
  const i = rows.findIndex(same)
  return i === -1 ? [...rows, row] : rows.with(i, row)
}

/** The next number of a kind of thing, from 1 on, and the counters that remember it. */
export const next = (rows: Rows, kind: string): { readonly id: number; readonly counters: Rows["counters"] } => {
  const id = (rows.counters[kind] ?? 0) + 1
  return { id, counters: { ...rows.counters, [kind]: id } }
}
