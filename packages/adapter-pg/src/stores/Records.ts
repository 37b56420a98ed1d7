import { PgClient } from "@effect/sql-pg"
import type { Actor } from "@portail-famille/core/Access"
import type { AuditEntry } from "@portail-famille/core/Audit"
import { Records } from "@portail-famille/core/services/Records"
import { Effect, Layer } from "effect"
import { withCommune } from "../WithCommune.ts"
import { insertAll, toDate, toInstant } from "./Answers.ts"

interface AuditRow {
  readonly at: Date
  readonly actor: Actor
  readonly act: AuditEntry["act"]
  readonly subject: string
}

/** The trace of decisions on PostgreSQL: the application has no right to change it. */
export const layer: Layer.Layer<Records, never, PgClient.PgClient> = Layer.effect(
  Records,
  Effect.gen(function* () {
    const sql = yield* PgClient.PgClient
    const inCommune = withCommune(sql)
    return Records.of({
      append: (commune, entries) =>
        inCommune(
          commune,
          insertAll(
            sql,
            "audit",
            entries.map(({ act, actor, at, subject }) => ({ at: toDate(at), actor: sql.json(actor), act, subject }))
          )
        ),
      latest: (commune, limit) =>
        inCommune(
          commune,
          Effect.map(sql<AuditRow>`SELECT at, actor, act, subject FROM audit ORDER BY id DESC LIMIT ${limit}`, (rows) =>
            rows.map((row): AuditEntry => ({ ...row, at: toInstant(row.at) }))
          )
        )
    })
  })
)
