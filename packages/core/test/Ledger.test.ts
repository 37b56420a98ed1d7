import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { make } from "../src/Day.ts"
import * as Ledger from "../src/Ledger.ts"
import * as Money from "../src/Money.ts"
import { PayerId } from "../src/Payer.ts"
import { examples, generators } from "../src/testing/index.ts"
import { office } from "../src/testing/world.ts"

const account: Ledger.LedgerAccount = { payerId: PayerId.make(1), officeId: office }
const empty: Ledger.Ledger = { account, operations: [], allocations: [] }

/** The ledger once an operation is posted as stores post it; the same one when it is refused. */
const post = (ledger: Ledger.Ledger, operation: Ledger.NewOperation): Ledger.Ledger => {
  if (Ledger.refusal(ledger, operation) !== null) return ledger
  const n = ledger.operations.length + 1
  const posted: Ledger.Operation = { ...operation, id: Ledger.OperationId.make(n), number: n }
  const held = { ...ledger, operations: [...ledger.operations, posted] }
  return { ...held, allocations: [...held.allocations, ...Ledger.allocate(held, posted)] }
}

const ledger = fc.array(generators.operation, { maxLength: 15 }).map((given) => given.reduce(post, empty))

describe("laws of a ledger", () => {
  it("net = advance - unpaid = credits - debits, after each operation", () => {
    fc.assert(
      fc.property(fc.array(generators.operation, { maxLength: 15 }), (given) => {
        let ledger = empty
        for (const operation of given) {
          ledger = post(ledger, operation)
          const { advance, net, unpaid } = Ledger.position(ledger)
          expect(net).toBe(advance - unpaid)
          expect(net).toBe(Ledger.net(ledger.operations))
          expect(Math.min(advance, unpaid)).toBe(0)
        }
      })
    )
  })

  it("the net is the same in any order of the operations", () => {
    const shuffled = fc
      .array(generators.operation)
      .chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })))
    fc.assert(
      fc.property(shuffled, ([given, otherwise]) => {
        const withoutRefunds = (o: Ledger.NewOperation) => o.kind._tag !== "Refund"
        expect(Ledger.net(otherwise)).toBe(Ledger.net(given))
        expect(Ledger.position(otherwise.filter(withoutRefunds).reduce(post, empty))).toEqual(
          Ledger.position(given.filter(withoutRefunds).reduce(post, empty))
        )
      })
    )
  })

  it("allocations never exceed the credit that gives nor the invoice that takes", () => {
    fc.assert(
      fc.property(ledger, ({ allocations, operations }) => {
        for (const { amount, id, kind } of operations) {
          const given = Money.sum(allocations.filter(({ credit }) => credit === id).map((a) => a.amount))
          const taken = Money.sum(allocations.filter(({ invoice }) => invoice === id).map((a) => a.amount))
          const credit = kind._tag === "Payment" || kind._tag === "CreditNote"
          expect(given).toBeLessThanOrEqual(credit ? amount : 0)
          expect(taken).toBeLessThanOrEqual(kind._tag === "Invoice" ? amount : 0)
        }
        for (const { amount } of allocations) expect(amount).toBeGreaterThan(0)
      })
    )
  })

  it("a refund is never larger than the advance, and takes it off", () => {
    fc.assert(
      fc.property(ledger, generators.operation, (ledger, given) => {
        const refund: Ledger.NewOperation = { ...given, kind: { _tag: "Refund" } }
        const before = Ledger.position(ledger)
        const refused = Ledger.refusal(ledger, refund)
        expect(refused === null).toBe(refund.amount <= before.advance)
        if (refused === null)
          expect(Ledger.position(post(ledger, refund))).toEqual({
            advance: before.advance - refund.amount,
            unpaid: before.unpaid,
            net: before.net - refund.amount
          })
      })
    )
  })

  it("a credit settles the invoices that are due first", () => {
    fc.assert(
      fc.property(ledger, generators.operation, (ledger, given) => {
        const before = Ledger.unpaidInvoices(ledger)
        const left = Ledger.unpaidInvoices(post(ledger, { ...given, kind: { _tag: "Payment", method: "card" } }))
        const settled = before.length - left.length
        expect(left.map(({ invoice }) => invoice.id)).toEqual(before.slice(settled).map(({ invoice }) => invoice.id))
      })
    )
  })
})

describe("named ledgers", () => {
  const guide = examples.guideOperations.map(({ number: _, ...o }) => ({ ...account, ...o })).reduce(post, empty)

  it("the guide's three operations leave an advance of 0.00 and 120.60 unpaid (S36, S122)", () => {
    expect(Ledger.position(guide)).toEqual({ advance: 0, unpaid: 12_060, net: -12_060 })
    expect(Ledger.unpaidInvoices(guide)).toMatchObject([{ due: 12_060, invoice: { amount: 12_060 } }])
  })

  it("refuses an invoice whose period ends before it begins", () => {
    const kind = {
      _tag: "Invoice",
      from: make("2015-04-30"),
      until: make("2015-04-01"),
      dueOn: make("2015-05-01")
    } as const
    const operation = { ...account, kind, day: make("2015-04-08"), amount: Money.make(1) }
    expect(Ledger.refusal(empty, operation)).toMatchObject({ reason: "periodReversed" })
  })

  it("an invoice draws on what is left of an advance after a refund", () => {
    const on = (kind: Ledger.OperationKind, amount: number): Ledger.NewOperation => ({
      ...account,
      kind,
      day: make("2015-04-08"),
      amount: Money.make(amount)
    })
    const invoice = {
      _tag: "Invoice",
      from: make("2015-04-01"),
      until: make("2015-04-30"),
      dueOn: make("2015-04-30")
    } as const
    const operations = [on({ _tag: "CreditNote" }, 100), on({ _tag: "Refund" }, 70), on(invoice, 50)]
    expect(Ledger.position(operations.reduce(post, empty))).toEqual({ advance: 0, unpaid: 20, net: -20 })
  })
})
