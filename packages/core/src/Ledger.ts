/**
 * The ledger of one account: (commune, payer, régie). Operations are added, never changed. At any
 * instant `net = advance - unpaid = credits - debits`, whatever the order of operations; an
 * advance in one régie never pays another (decision on S36). Amounts are whole cents.
 */
import { Order, Schema } from "effect"
import { CollectionOfficeId } from "./CollectionOffice.ts"
import { Day } from "./Day.ts"
import * as Money from "./Money.ts"
import { PayerId } from "./Payer.ts"

/** Which account: the commune is the store's. */
export const LedgerAccount = Schema.Struct({ payerId: PayerId, officeId: CollectionOfficeId })
export interface LedgerAccount extends Schema.Schema.Type<typeof LedgerAccount> {}

export const OperationId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("OperationId"))
export type OperationId = typeof OperationId.Type

/** A positive amount of money, in cents. */
const Amount = Money.Cents.pipe(Schema.check(Schema.isBetween({ minimum: 1, maximum: 100_000_000 })))

export const PaymentMethod = Schema.Literals([
  "cheque",
  "cash",
  "card",
  "transfer",
  "directDebit",
  "cesu",
  "holidayVoucher"
])
export type PaymentMethod = typeof PaymentMethod.Type

/** What an operation is. Invoices and refunds are debits, payments and credit notes credits. */
export const OperationKind = Schema.Union([
  Schema.TaggedStruct("Invoice", { from: Day, until: Day, dueOn: Day }),
  Schema.TaggedStruct("Payment", { method: PaymentMethod }),
  Schema.TaggedStruct("CreditNote", {}),
  Schema.TaggedStruct("Refund", {})
])
export type OperationKind = typeof OperationKind.Type

/** What is posted. `number` is given for an import only; the office numbers what the portal issues. */
export const NewOperation = Schema.Struct({
  ...LedgerAccount.fields,
  kind: OperationKind,
  day: Day,
  amount: Amount
})
export interface NewOperation extends Schema.Schema.Type<typeof NewOperation> {}

/** A posted operation. `id` grows in the order of posting; (régie, kind, number) is its public identity (S123). */
export const Operation = Schema.Struct({ id: OperationId, number: Schema.Int, ...NewOperation.fields })
export interface Operation extends Schema.Schema.Type<typeof Operation> {}

/** A part of a credit that settles a part of an invoice. */
export const Allocation = Schema.Struct({ credit: OperationId, invoice: OperationId, amount: Amount })
export interface Allocation extends Schema.Schema.Type<typeof Allocation> {}

/** All that is known of one account. */
export interface Ledger {
  readonly account: LedgerAccount
  readonly operations: ReadonlyArray<Operation>
  readonly allocations: ReadonlyArray<Allocation>
}

/** Where an account stands. `net` is negative when the payer owes. */
export interface Position {
  readonly advance: Money.Cents
  readonly unpaid: Money.Cents
  readonly net: Money.Cents
}

/** What remains due of an invoice. */
export interface UnpaidInvoice {
  readonly invoice: Operation & { readonly kind: { readonly _tag: "Invoice" } }
  readonly due: Money.Cents
}

/** The period of an invoice ends before it begins, or a refund is larger than the advance. */
export class OperationRefused extends Schema.TaggedError<OperationRefused>()("OperationRefused", {
  reason: Schema.Literals(["periodReversed", "refundAboveAdvance"])
}) {}

export const isDebit = ({ kind }: NewOperation): boolean => kind._tag === "Invoice" || kind._tag === "Refund"

/** Where the account stands. */
export const position = (ledger: Ledger): Position => {
  const advance = Money.subtract(unallocated(ledger), total(ledger, "Refund"))
  const unpaid = Money.sum(unpaidInvoices(ledger).map(({ due }) => due))
  return { advance, unpaid, net: Money.subtract(advance, unpaid) }
}

/** The net of an account from its operations alone: credits less debits. */
export const net = (operations: ReadonlyArray<NewOperation>): Money.Cents =>
  Money.sum(operations.map((o) => (isDebit(o) ? Money.negate(o.amount) : o.amount)))

/** The invoices on which something remains due, the one due first at the head. */
export const unpaidInvoices = (ledger: Ledger): ReadonlyArray<UnpaidInvoice> =>
  ledger.operations
    .filter((o): o is UnpaidInvoice["invoice"] => o.kind._tag === "Invoice")
    .map((invoice) => ({ invoice, due: Money.subtract(invoice.amount, allocatedTo(ledger, invoice.id)) }))
    .filter(({ due }) => due > 0)
    .toSorted(byDueDate)

/**
 * The allocations that posting `operation` brings, by the stated policy: a credit settles the
 * invoices due first; a new invoice draws on the advance that is there, oldest credit first.
 * `ledger` already holds the operation.
 */
export const allocate = (ledger: Ledger, operation: Operation): ReadonlyArray<Allocation> => {
  if (operation.kind._tag === "Refund") return []
  const sources = isDebit(operation) ? openCredits(ledger) : [{ credit: operation, left: operation.amount }]
  const targets = unpaidInvoices(ledger).filter(({ invoice }) => !isDebit(operation) || invoice.id === operation.id)
  let available = isDebit(operation) ? position(ledger).advance : operation.amount
  const allocations: Array<Allocation> = []
  const left = new Map(sources.map(({ credit, left }) => [credit.id, left as number]))
  for (const { invoice, due } of targets) {
    let remaining: number = due
    for (const { credit } of sources) {
      const amount = Math.min(remaining, left.get(credit.id) ?? 0, available)
      if (amount <= 0) continue
      allocations.push({ credit: credit.id, invoice: invoice.id, amount: Money.make(amount) })
      left.set(credit.id, (left.get(credit.id) ?? 0) - amount)
      remaining -= amount
      available = Money.make(available - amount)
    }
  }
  return allocations
}

/** Why an operation cannot be posted, or `null`. */
export const refusal = (ledger: Ledger, operation: NewOperation): OperationRefused | null => {
  if (operation.kind._tag === "Invoice" && operation.kind.until < operation.kind.from)
    return new OperationRefused({ reason: "periodReversed" })
  if (operation.kind._tag === "Refund" && position(ledger).advance < operation.amount)
    return new OperationRefused({ reason: "refundAboveAdvance" })
  return null
}

const byDueDate = Order.combine(
  Order.mapInput(Order.String, ({ invoice }: UnpaidInvoice) => invoice.kind.dueOn as string),
  Order.mapInput(Order.Number, ({ invoice }: UnpaidInvoice) => invoice.id as number)
)

const total = (ledger: Ledger, tag: OperationKind["_tag"]): Money.Cents =>
  Money.sum(ledger.operations.filter((o) => o.kind._tag === tag).map((o) => o.amount))

const allocatedTo = (ledger: Ledger, invoice: OperationId): Money.Cents =>
  Money.sum(ledger.allocations.filter((a) => a.invoice === invoice).map((a) => a.amount))

const openCredits = (ledger: Ledger): ReadonlyArray<{ readonly credit: Operation; readonly left: Money.Cents }> =>
  ledger.operations
    .filter((o) => !isDebit(o))
    .map((credit) => ({
      credit,
      left: Money.subtract(
        credit.amount,
        Money.sum(ledger.allocations.filter((a) => a.credit === credit.id).map((a) => a.amount))
      )
    }))
    .filter(({ left }) => left > 0)

const unallocated = (ledger: Ledger): Money.Cents => Money.sum(openCredits(ledger).map(({ left }) => left))
