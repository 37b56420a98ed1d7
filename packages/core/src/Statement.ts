/**
 * The statement of one account for one school year (S112-S122): the opening balance, the
 * operations newest first, two totals that exclude the opening, and where the account stands.
 */
import { Schema } from "effect"
import { CollectionOffice } from "./CollectionOffice.ts"
import { isDebit, type Ledger, net, Operation, position } from "./Ledger.ts"
import * as Money from "./Money.ts"
import { firstDay, lastDay, SchoolYear } from "./SchoolYear.ts"

/** Where the account stands today, in cents. `net` is negative when the payer owes. */
export const StatementPosition = Schema.Struct({ advance: Money.Cents, unpaid: Money.Cents, net: Money.Cents })

/** The statement of an account. With a Treasury office, `position` is `null`: the portal cannot know it (S125). */
export const Statement = Schema.Struct({
  office: CollectionOffice,
  payers: Schema.Array(Schema.String),
  schoolYear: SchoolYear,
  /** The net before 1 September, never stored. */
  opening: Money.Cents,
  /** The year's operations, the last posted first. */
  operations: Schema.Array(Operation),
  debits: Money.Cents,
  credits: Money.Cents,
  position: Schema.NullOr(StatementPosition)
})
export interface Statement extends Schema.Schema.Type<typeof Statement> {}

/** The statement of a ledger for one school year. An operation belongs to the year of its day. */
export const statement = (
  ledger: Ledger,
  office: CollectionOffice,
  payers: ReadonlyArray<string>,
  schoolYear: SchoolYear
): Statement => {
  const first = firstDay(schoolYear)
  const last = lastDay(schoolYear)
  const operations = ledger.operations.filter(({ day }) => first <= day && day <= last).toSorted((a, b) => b.id - a.id)
  return {
    office,
    payers,
    schoolYear,
    opening: net(ledger.operations.filter(({ day }) => day < first)),
    operations,
    debits: Money.sum(operations.filter(isDebit).map((o) => o.amount)),
    credits: Money.sum(operations.filter((o) => !isDebit(o)).map((o) => o.amount)),
    position: office.collector._tag === "Treasury" ? null : position(ledger)
  }
}

/** "AL-36": the public number of an operation (S118). */
export const numberOf = (office: CollectionOffice, operation: Pick<Operation, "number">): string =>
  `${office.prefix}-${operation.number}`
