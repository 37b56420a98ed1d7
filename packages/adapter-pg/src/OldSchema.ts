import { Data, Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"
import { names } from "./migrations/index.ts"

/** Where it is written which migrations ran. */
export const migrationTable = "migration"

/** The database lacks migrations of this release: its tables are none, or older. */
export class OldSchema extends Data.TaggedError("OldSchema")<{ readonly missing: ReadonlyArray<string> }> {
  override get message(): string {
    return `The database lacks ${this.missing.length} of the ${names.length} migrations of this release. Give DATABASE_OWNER_URL the login that migrates, and run portail migrate, or start with it.`
  }
}

/** Fails with `OldSchema` when a migration of this release has not run. Run at start, with the application's connection. */
export const refuseOldSchema = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient
): Effect.fn.Return<void, OldSchema | SqlError.SqlError> {
  const [there] = yield* sql<{ yes: boolean }>`SELECT to_regclass(${migrationTable}) IS NOT NULL
    AND has_table_privilege(to_regclass(${migrationTable}), 'SELECT') AS yes`
  const ran = there?.yes ? yield* sql<{ name: string }>`SELECT name FROM ${sql(migrationTable)}` : []
  const missing = names.filter((name) => !ran.some((row) => row.name === name))
  if (missing.length > 0) return yield* new OldSchema({ missing })
})
