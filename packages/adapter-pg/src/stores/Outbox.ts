import { PgClient } from "@effect/sql-pg"
import type { CommuneId } from "@portail-famille/core/Commune"
import { type Notice, Outbox } from "@portail-famille/core/services/Outbox"
import { Effect, Layer } from "effect"
import { apart, machine, withCommune } from "../WithCommune.ts"
import { only, toDate, toInstant } from "./Answers.ts"

interface TakenJson {
  readonly commune: number
  readonly id: number
  readonly notice: Notice
  readonly queuedAt: number
  readonly attempts: number
}

/** Notices that wait, on PostgreSQL. A notice that is taken is due again when its lease ends; one that is sent is gone. */
export const layer: Layer.Layer<Outbox, never, PgClient.PgClient> = Layer.effect(
  Outbox,
  Effect.gen(function* () {
    const sql = yield* PgClient.PgClient
    const inCommune = withCommune(sql)
    return Outbox.of({
      add: (commune, notice, at) =>
        inCommune(
          commune,
          Effect.asVoid(
            sql`INSERT INTO outbox ${sql.insert({
              notice: sql.json(notice),
              queued_at: toDate(at),
              attempts: 0,
              due_at: toDate(at)
            })}`
          )
        ),
      take: (now, leaseUntil) =>
        machine(
          Effect.map(
            apart(sql)(
              only(sql<{ taken: TakenJson | null }>`SELECT outbox_take(${toDate(now)}, ${toDate(leaseUntil)}) AS taken`)
            ),
            ({ taken }) =>
              taken === null
                ? undefined
                : { ...taken, commune: taken.commune as CommuneId, queuedAt: toInstant(taken.queuedAt) }
          )
        ),
      sent: ({ commune, id }) => inCommune(commune, Effect.asVoid(sql`DELETE FROM outbox WHERE id = ${id}`)),
      failed: ({ commune, id }, reason, retryAt) =>
        inCommune(
          commune,
          Effect.asVoid(
            sql`UPDATE outbox SET attempts = attempts + 1, due_at = ${retryAt && toDate(retryAt)}::timestamptz,
              last_failure = ${reason} WHERE id = ${id}`
          )
        ),
      counts: machine(only(sql<{ waiting: number; parked: number }>`SELECT waiting, parked FROM outbox_counts()`))
    })
  })
)
