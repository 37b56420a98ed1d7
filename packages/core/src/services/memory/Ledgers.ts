/** Operations and allocations in memory. */
import { Effect, Layer, Result } from "effect"
import type { AdultId } from "../../Adult.ts"
import {
  type Ledger,
  type LedgerAccount,
  type NewOperation,
  type Operation,
  OperationId,
  type OperationRefused
} from "../../Ledger.ts"
import { isPaidBy, type PayerId } from "../../Payer.ts"
import { NotFound } from "../Families.ts"
import { Ledgers, NumberTaken, type PayerLedger } from "../Ledgers.ts"
import { payerNamesIn } from "./Families.ts"
import { next, type Rows } from "./Rows.ts"
import { Store, type Taken } from "./Store.ts"

/** Ledgers over the shared store. */
export const layer: Layer.Layer<Ledgers, never, Store> = Layer.effect(
  Ledgers,
  Effect.gen(function* () {
    const { read, step } = yield* Store
    return Ledgers.of({
      post: (commune, operation, imported, rule) =>
        step(commune, (rows): Taken<Operation, OperationRefused | NumberTaken | NotFound> => {
          if (payerOf(rows, operation.payerId) === undefined) return Result.fail(new NotFound({ what: "payer" }))
          const before = ledgerOf(rows, operation)
          const refused = rule.refusal(before, operation)
          if (refused !== null) return Result.fail(refused)
          const series = `number/${operation.officeId}/${operation.kind._tag}`
          const number = imported ?? next(rows, series).id
          if (rows.operations.some((known) => known.number === number && isOfSeries(known, operation)))
            return Result.fail(new NumberTaken({ number }))
          const { counters, id } = next(rows, "operation")
          const posted: Operation = { ...operation, id: OperationId.make(id), number }
          const account: LedgerAccount = before.account
          const allocated = rule.allocate({ ...before, operations: [...before.operations, posted] }, posted)
          return Result.succeed([
            posted,
            {
              ...rows,
              counters: { ...counters, [series]: Math.max(rows.counters[series] ?? 0, number) },
              operations: [...rows.operations, posted],
              allocations: [...rows.allocations, ...allocated.map((allocation) => ({ ...allocation, account }))]
            }
          ])
        }),
      ofAdult: (commune, adult) => read(commune, ledgersOfAdult(adult)),
      of: (commune, account) => read(commune, (rows) => payerLedger(rows, account))
    })
  })
)

/** Every account with an operation on which an adult is a payer. */
export const ledgersOfAdult =
  (adult: AdultId) =>
  (rows: Rows): ReadonlyArray<PayerLedger> =>
    rows.payers
      .filter(({ payer }) => isPaidBy(payer, adult))
      .flatMap(({ payer }) =>
        [...new Set(rows.operations.filter((o) => o.payerId === payer.id).map(({ officeId }) => officeId))].flatMap(
          (officeId) => payerLedger(rows, { payerId: payer.id, officeId }) ?? []
        )
      )

const payerLedger = (rows: Rows, account: LedgerAccount): PayerLedger | undefined => {
  const payer = payerOf(rows, account.payerId)
  return payer && { ledger: ledgerOf(rows, account), payer, names: payerNamesIn(rows, payer) }
}

const payerOf = (rows: Rows, id: PayerId) => rows.payers.find(({ payer }) => payer.id === id)?.payer

const ledgerOf = (rows: Rows, { officeId, payerId }: LedgerAccount): Ledger => ({
  account: { payerId, officeId },
  operations: rows.operations.filter((o) => o.payerId === payerId && o.officeId === officeId),
  allocations: rows.allocations
    .filter(({ account }) => account.payerId === payerId && account.officeId === officeId)
    .map(({ amount, credit, invoice }) => ({ credit, invoice, amount }))
})

const isOfSeries = (a: NewOperation, b: NewOperation): boolean =>
  a.officeId === b.officeId && a.kind._tag === b.kind._tag
