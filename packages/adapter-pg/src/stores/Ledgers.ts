import type { CommuneId } from "@portail-famille/core/Commune"
import type { LedgerAccount, NewOperation, Operation, OperationId } from "@portail-famille/core/Ledger"
import { NotFound } from "@portail-famille/core/services/Families"
import { Ledgers, NumberTaken } from "@portail-famille/core/services/Ledgers"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { machine, withCommune } from "../WithCommune.ts"
import { first, insertAll, only } from "./Answers.ts"
import { type LedgerJson, ledgerOf, operationColumns } from "./LedgerReading.ts"

/** Ledgers on PostgreSQL. A post holds the account's row, then the counter's, until its transaction ends. */
export const layer: Layer.Layer<Ledgers, never, SqlClient.SqlClient> = Layer.effect(
  Ledgers,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const inCommune = withCommune(sql)

    const read = (commune: CommuneId, { officeId, payerId }: LedgerAccount) =>
      Effect.map(
        only(sql<{ ledger: LedgerJson | null }>`SELECT payer_ledger(${commune}, ${payerId}, ${officeId}) AS ledger`),
        ({ ledger }) => (ledger === null ? undefined : ledgerOf(ledger))
      )

    const lock = ({ officeId, payerId }: LedgerAccount) =>
      Effect.andThen(
        sql`INSERT INTO ledger_account ${sql.insert({ payer_id: payerId, office_id: officeId })} ON CONFLICT DO NOTHING`,
        sql`SELECT FROM ledger_account WHERE payer_id = ${payerId} AND office_id = ${officeId} FOR NO KEY UPDATE`
      )

    const takeNumber = Effect.fnUntraced(function* ({ kind, officeId }: NewOperation, imported: number | null) {
      const given = imported ?? 0
      const { last } = yield* only(
        sql<{ last: number }>`INSERT INTO ledger_counter AS c ${sql.insert({
          office_id: officeId,
          kind: kind._tag,
          last: imported ?? 1
        })} ON CONFLICT (commune_id, office_id, kind) DO UPDATE SET
          last = ${imported === null ? sql`c.last + 1` : sql`greatest(c.last, ${given})`} RETURNING last`
      )
      if (imported === null) return last
      const taken = yield* first(
        sql`SELECT FROM operation WHERE office_id = ${officeId} AND kind = ${kind._tag} AND number = ${imported}`
      )
      return taken === undefined ? imported : yield* new NumberTaken({ number: imported })
    })

    return Ledgers.of({
      post: (commune, operation, imported, rule) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            if (!(yield* first(sql`SELECT FROM payer WHERE id = ${operation.payerId}`)))
              return yield* new NotFound({ what: "payer" })
            yield* lock(operation)
            const known = yield* read(commune, operation)
            if (known === undefined) return yield* new NotFound({ what: "payer" })
            const refused = rule.refusal(known.ledger, operation)
            if (refused !== null) return yield* refused
            const number = yield* takeNumber(operation, imported)
            const { id } = yield* only(
              sql<{ id: number }>`INSERT INTO operation ${sql.insert({ ...operationColumns(operation), number })}
                RETURNING id`
            )
            const posted: Operation = { ...operation, id: id as OperationId, number }
            const { ledger } = known
            const allocated = rule.allocate({ ...ledger, operations: [...ledger.operations, posted] }, posted)
            const { officeId: office_id, payerId: payer_id } = operation
            const parts = allocated.map(({ amount, credit, invoice }) => ({
              payer_id,
              office_id,
              credit_id: credit,
              invoice_id: invoice,
              amount
            }))
            yield* insertAll(sql, "allocation", parts)
            return posted
          })
        ),
      ofAdult: (commune, adult) =>
        machine(
          Effect.map(
            only(sql<{ ledgers: ReadonlyArray<LedgerJson> }>`SELECT adult_ledgers(${commune}, ${adult}) AS ledgers`),
            ({ ledgers }) => ledgers.map(ledgerOf)
          )
        ),
      of: (commune, account) => machine(read(commune, account))
    })
  })
)
