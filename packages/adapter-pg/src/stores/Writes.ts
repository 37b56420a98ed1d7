import { PgClient } from "@effect/sql-pg"
import { KeyReused, type Reply, Writes } from "@portail-famille/core/services/Writes"
import { Effect, Layer } from "effect"
import { machine, withCommune } from "../WithCommune.ts"
import { first, only, toDate } from "./Answers.ts"

interface KeyRow extends Reply {
  readonly fingerprint: string
}

/**
 * Whole writes and remembered replies on PostgreSQL. The key's row is written first and not seen until the write
 * commits: a replay that comes meanwhile waits for it in the index.
 */
export const layer: Layer.Layer<Writes, never, PgClient.PgClient> = Layer.effect(
  Writes,
  Effect.gen(function* () {
    const sql = yield* PgClient.PgClient
    const inCommune = withCommune(sql)
    return Writes.of({
      whole: inCommune,
      once: (commune, stamp, write, remember) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            const { actor, fingerprint, key } = stamp
            const isFirst = first(
              sql`INSERT INTO write_key ${sql.insert({ actor, key, fingerprint, at: toDate(stamp.at) })}
                ON CONFLICT (commune_id, actor, key) DO NOTHING RETURNING key`
            )
            while ((yield* isFirst) === undefined) {
              const known = yield* first(
                sql<KeyRow>`SELECT fingerprint, status, body, headers FROM write_key
                  WHERE actor = ${actor} AND key = ${key}`
              )
              // Forgotten between the two statements: the key is free again.
              if (known === undefined) continue
              if (known.fingerprint !== fingerprint) return yield* new KeyReused({ key })
              const { body, headers, status } = known
              return { status, body, headers } satisfies Reply
            }
            const reply = yield* write
            const { body, headers, status } = remember(reply)
            yield* sql`UPDATE write_key SET status = ${status}, body = ${body}, headers = ${sql.json(headers)}
              WHERE actor = ${actor} AND key = ${key}`
            return reply
          })
        ),
      forget: (before) =>
        machine(
          Effect.map(
            only(sql<{ forgotten: number }>`SELECT write_key_forget(${toDate(before)}) AS forgotten`),
            ({ forgotten }) => forgotten
          )
        )
    })
  })
)
