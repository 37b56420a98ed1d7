/** The laws of operations and their numbers. */
import { Effect } from "effect"
import { expect } from "vitest"
import { make } from "../Day.ts"
import { allocate, type NewOperation, type OperationKind, position, refusal } from "../Ledger.ts"
import * as Money from "../Money.ts"
import { Families } from "../services/Families.ts"
import { Ledgers } from "../services/Ledgers.ts"
import { Writes } from "../services/Writes.ts"
import { guideOperations } from "./examples.ts"
import { atOnce, inRounds, racers, refuses, rounds, same, sameSet } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { emptyCommune, office, otherOffice, type World, world } from "./world.ts"

const rule = { refusal, allocate }
const day = make("2015-04-08")
const cheque: OperationKind = { _tag: "Payment", method: "cheque" }
const invoice: OperationKind = {
  _tag: "Invoice",
  from: make("2015-04-01"),
  until: make("2015-04-30"),
  dueOn: make("2015-04-30")
}

const operation = ({ payer }: World, kind: OperationKind, cents: number): NewOperation => ({
  payerId: payer.id,
  officeId: office,
  kind,
  day,
  amount: Money.make(cents)
})

export const ledgers: PortSuite = {
  port: "Ledgers",
  laws: {
    "an operation is read as it was posted, with its payer and the names": Effect.gen(function* () {
      const known = yield* world
      const { commune, father, mother, payer } = known
      const { of, ofAdult, post } = yield* Ledgers
      const kinds: ReadonlyArray<OperationKind> = [invoice, cheque, { _tag: "CreditNote" }]
      const posted = yield* Effect.forEach(kinds, (kind) => post(commune.id, operation(known, kind, 1000), null, rule))
      const refund = yield* post(commune.id, operation(known, { _tag: "Refund" }, 400), null, rule)
      same(posted[0], { ...operation(known, invoice, 1000), id: posted[0]?.id, number: 1 })
      const account = { payerId: payer.id, officeId: office }
      const found = yield* of(commune.id, account)
      same(found?.ledger.account, account)
      same(
        found?.ledger.operations.toSorted((a, b) => a.id - b.id),
        [...posted, refund]
      )
      same(found?.ledger.allocations, [{ credit: posted[1]?.id, invoice: posted[0]?.id, amount: 1000 }])
      same([found?.payer, found?.names], [payer, ["PAUL MARTIN", "ANNE MARTIN"]])
      for (const adult of [father, mother]) same(yield* ofAdult(commune.id, adult.id), [found])
      same(yield* ofAdult(commune.id, known.grandfather.id), [])
    }),

    "a payer's accounts are one a régie, and a new one is empty": Effect.gen(function* () {
      const known = yield* world
      const { commune, mother, payer } = known
      const { of, ofAdult, post } = yield* Ledgers
      const alone = yield* (yield* Families).addPayer(commune.id, [mother.id])
      yield* post(commune.id, operation(known, cheque, 1000), null, rule)
      yield* post(commune.id, { ...operation(known, invoice, 700), officeId: otherOffice }, null, rule)
      yield* post(commune.id, { ...operation(known, invoice, 500), payerId: alone.id }, null, rule)
      const nets = (yield* ofAdult(commune.id, mother.id)).map(({ ledger }) => [
        ledger.account.payerId,
        ledger.account.officeId,
        position(ledger).net
      ])
      sameSet(nets, [
        [payer.id, office, 1000],
        [payer.id, otherOffice, -700],
        [alone.id, office, -500]
      ])
      expect(yield* ofAdult(commune.id, known.father.id)).toHaveLength(2)
      const fresh = yield* of(commune.id, { payerId: alone.id, officeId: otherOffice })
      same([fresh?.ledger.operations, fresh?.names], [[], ["ANNE MARTIN"]])
    }),

    "an imported number moves the counter of its régie and kind on": Effect.gen(function* () {
      const known = yield* world
      const { commune } = known
      const { post } = yield* Ledgers
      for (const { number, ...given } of guideOperations)
        yield* post(commune.id, { ...operation(known, given.kind, given.amount), ...given }, number, rule)
      const next = (given: NewOperation) => Effect.map(post(commune.id, given, null, rule), ({ number }) => number)
      expect(yield* next(operation(known, invoice, 1))).toBe(37)
      expect(yield* next(operation(known, cheque, 1))).toBe(229)
      expect(yield* next({ ...operation(known, invoice, 1), officeId: otherOffice })).toBe(1)
      expect(yield* post(commune.id, operation(known, invoice, 1), 20, rule)).toMatchObject({ number: 20 })
      expect(yield* next(operation(known, invoice, 1))).toBe(38)
    }),

    "a number is taken once for a régie and kind": Effect.gen(function* () {
      const known = yield* world
      const { id } = known.commune
      const { of, post } = yield* Ledgers
      yield* post(id, operation(known, invoice, 1), 12, rule)
      yield* refuses(post(id, operation(known, invoice, 1), 12, rule), "NumberTaken")
      yield* post(id, operation(known, cheque, 1), 12, rule)
      yield* post(id, { ...operation(known, invoice, 1), officeId: otherOffice }, 12, rule)
      const found = yield* of(id, { payerId: known.payer.id, officeId: office })
      expect(found?.ledger.operations).toHaveLength(2)
    }),

    "numbers have no gaps, whatever fails, however many are posted at the same time": Effect.gen(function* () {
      const known = yield* world
      const { id } = known.commune
      const { of, post } = yield* Ledgers
      const { whole } = yield* Writes
      yield* inRounds(() =>
        atOnce((i) => {
          const posting = post(id, operation(known, invoice, 1 + i), null, rule)
          return i % 4 === 3 ? whole(id, Effect.andThen(posting, Effect.fail("no"))) : posting
        })
      )
      const found = yield* of(id, { payerId: known.payer.id, officeId: office })
      const numbers = found?.ledger.operations.map(({ number }) => number).toSorted((a, b) => a - b)
      expect(numbers).toEqual(Array.from({ length: (rounds * racers * 3) / 4 }, (_, i) => i + 1))
    }),

    "of operations at the same time the second sees the first": Effect.gen(function* () {
      const { of, post } = yield* Ledgers
      const known = yield* world
      const { id } = known.commune
      yield* inRounds(() =>
        Effect.gen(function* () {
          yield* post(id, operation(known, cheque, 1000), null, rule)
          const refunds = yield* atOnce(() => post(id, operation(known, { _tag: "Refund" }, 1000), null, rule))
          expect(refunds.filter(({ _tag }) => _tag === "Success")).toHaveLength(1)
        })
      )
      yield* inRounds(() =>
        atOnce((i) => post(id, operation(known, i % 2 === 0 ? cheque : invoice, 100 + i), null, rule))
      )
      const ledger = (yield* of(id, { payerId: known.payer.id, officeId: office }))?.ledger
      if (ledger === undefined) throw new Error("An account with operations")
      for (const { amount, id, kind } of ledger.operations) {
        const parts = ledger.allocations.filter(({ credit, invoice }) => credit === id || invoice === id)
        if (kind._tag !== "Refund") expect(Money.sum(parts.map((part) => part.amount))).toBeLessThanOrEqual(amount)
      }
      const { advance, unpaid } = position(ledger)
      expect(Math.min(advance, unpaid)).toBe(0)
    }),

    "a refused operation leaves nothing": Effect.gen(function* () {
      const known = yield* world
      const { id } = known.commune
      const { ofAdult, post } = yield* Ledgers
      yield* refuses(post(id, operation(known, { _tag: "Refund" }, 1), null, rule), "OperationRefused")
      same(yield* ofAdult(id, known.father.id), [])
    }),

    "another commune's payers and accounts are unknown": Effect.gen(function* () {
      const known = yield* world
      const { of, ofAdult, post } = yield* Ledgers
      yield* post(known.commune.id, operation(known, invoice, 1), 500, rule)
      const { id } = yield* emptyCommune
      yield* refuses(post(id, operation(known, invoice, 1), null, rule), "NotFound")
      expect(yield* of(id, { payerId: known.payer.id, officeId: office })).toBeUndefined()
      same(yield* ofAdult(id, known.father.id), [])
      const neighbour = yield* world
      expect(yield* post(neighbour.commune.id, operation(neighbour, invoice, 1), null, rule)).toMatchObject({
        number: 1
      })
    })
  }
}
