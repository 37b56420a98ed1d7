import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addMonthsClamped, make } from "../src/Day.ts"
import { type Ledger, net, OperationId } from "../src/Ledger.ts"
import * as Money from "../src/Money.ts"
import { PayerId } from "../src/Payer.ts"
import { previous, SchoolYear, of as schoolYearOf } from "../src/SchoolYear.ts"
import { numberOf, statement } from "../src/Statement.ts"
import { examples, generators } from "../src/testing/index.ts"

const [local, treasury] = examples.valclair.collectionOffices
const account = { payerId: PayerId.make(1), officeId: local.id }

const ledgerOf = (operations: ReadonlyArray<Omit<Ledger["operations"][number], "id">>): Ledger => ({
  account,
  operations: operations.map((o, i) => ({ ...o, id: OperationId.make(i + 1) })),
  allocations: []
})

const operations = fc.array(
  fc.tuple(generators.operation, fc.integer({ min: -30, max: 30 })).map(([operation, months], i = 0) => ({
    ...operation,
    number: i + 1,
    day: addMonthsClamped(operation.day, months)
  }))
)

describe("laws of statements", () => {
  it("the opening and the totals of a year give the opening of the next", () => {
    fc.assert(
      fc.property(operations, (given) => {
        const ledger = ledgerOf(given)
        for (const { day } of given) {
          const year = schoolYearOf(day)
          const before = statement(ledger, local, [], previous(year))
          const now = statement(ledger, local, [], year)
          expect(before.opening + before.credits - before.debits).toBe(now.opening)
        }
      })
    )
  })

  it("every operation is on the statement of exactly one school year, the last posted first", () => {
    fc.assert(
      fc.property(operations, (given) => {
        const ledger = ledgerOf(given)
        const years = [...new Set(given.map(({ day }) => schoolYearOf(day)))]
        const statements = years.map((year) => statement(ledger, local, [], year).operations)
        expect(statements.flat()).toHaveLength(given.length)
        for (const listed of statements)
          expect(listed.map(({ id }) => id)).toEqual(listed.map(({ id }) => id).toSorted((a, b) => b - a))
        expect(Money.sum(statements.map((listed) => net(listed)))).toBe(net(given))
      })
    )
  })
})

describe("the guide's statement (S112-S122)", () => {
  const [first, payment, second] = examples.guideOperations
  const guide: Ledger = {
    ...ledgerOf([first, payment, second].map((o) => ({ ...account, ...o }))),
    allocations: [{ credit: OperationId.make(2), invoice: OperationId.make(1), amount: payment.amount }]
  }

  it("has its four figures", () => {
    const year = SchoolYear.make("2014-2015")
    const shown = statement(guide, local, ["PAUL MARTIN"], year)
    expect(shown.operations.map((o) => numberOf(local, o))).toEqual(["AL-36", "AL-228", "AL-12"])
    expect(shown).toMatchObject({
      opening: 0,
      debits: 36_380,
      credits: 24_320,
      position: { advance: 0, unpaid: 12_060, net: -12_060 }
    })
    expect(statement(guide, local, [], SchoolYear.make("2015-2016"))).toMatchObject({
      opening: -12_060,
      debits: 0,
      credits: 0,
      operations: []
    })
  })

  it("knows no position where the Treasury collects (S125)", () => {
    if (treasury === undefined) throw new Error("A régie of the Treasury")
    expect(statement(guide, treasury, [], schoolYearOf(make("2015-04-08"))).position).toBeNull()
  })
})
