import type { CommuneId } from "@portail-famille/core/Commune"
import type { ThrottleKey } from "@portail-famille/core/services/Accounts"
import type { Throttle } from "@portail-famille/core/Throttle"
import { Effect, type Result } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { insertAll, toDate, toInstant } from "./Answers.ts"

interface ThrottleRow {
  readonly scope: string
  readonly key: string
  readonly failures: number
  readonly last_at: Date
}

/**
 * Replaces the counts of some keys by what a rule makes of them. A count that is not there has no row to lock, so the
 * keys themselves are locked until the transaction ends, always in the same order.
 */
export const modifyThrottles = Effect.fnUntraced(function* <E>(
  sql: SqlClient.SqlClient,
  commune: CommuneId,
  keys: ReadonlyArray<ThrottleKey>,
  rule: (known: ReadonlyArray<Throttle | undefined>) => Result.Result<ReadonlyArray<Throttle | undefined>, E>
): Effect.fn.Return<void, E | SqlError.SqlError> {
  const names = keys.map(({ key, scope }) => `${scope} ${key}`)
  const isOne = sql`(scope || ' ' || key) = ANY (${names}::text[]) AND scope = ANY (${keys.map(({ scope }) => scope)}::text[])
    AND key = ANY (${keys.map(({ key }) => key)}::text[])`
  yield* sql`SELECT pg_advisory_xact_lock(lock) FROM (
    SELECT DISTINCT hashtextextended(name, ${commune}) AS lock FROM unnest(${names}::text[]) AS name ORDER BY lock
  ) AS locks`
  const rows = yield* sql<ThrottleRow>`SELECT scope, key, failures, last_at FROM throttle WHERE ${isOne}`
  const known = keys.map(({ key, scope }) => {
    const row = rows.find((r) => r.scope === scope && r.key === key)
    return row && { failures: row.failures, lastAt: toInstant(row.last_at) }
  })
  const after = yield* Effect.fromResult(rule(known))
  const counted = keys.flatMap(({ key, scope }, i) => {
    const throttle = after[i]
    return throttle === undefined ? [] : [{ scope, key, failures: throttle.failures, last_at: toDate(throttle.lastAt) }]
  })
  if (counted.length < keys.length) yield* sql`DELETE FROM throttle WHERE ${isOne}`
  yield* insertAll(sql, "throttle", counted, inPlaceOfTheCount)
})

const inPlaceOfTheCount = `ON CONFLICT (commune_id, scope, key)
  DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at`
