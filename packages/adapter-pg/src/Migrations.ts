import { PgClient } from "@effect/sql-pg"
import { DateTime, Effect, type Redacted } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import { loader } from "./migrations/index.ts"
import { appRole, loginOf, type OwnerUnusable, ownerRole, prepareOwner } from "./Roles.ts"

/** Where it is written which migrations ran. */
const table = "migration"

/**
 * Brings the schema up to date with the login meant for migrations, as `portail_owner`; gives the names of the
 * migrations that ran. Does nothing when all have run, and waits while another server migrates. `appUrl` names the
 * login that gets the application's rights. Fails with `OwnerUnusable` when the login lacks a right.
 */
export const migrate = (
  ownerUrl: Redacted.Redacted,
  appUrl?: Redacted.Redacted
): Effect.Effect<ReadonlyArray<string>, OwnerUnusable | Migrator.MigrationError | SqlError.SqlError> =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    yield* prepareOwner(sql, appUrl === undefined ? appRole : loginOf(appUrl))
    return yield* sql.withTransaction(run(sql, yield* DateTime.now))
  }).pipe(Effect.provide(PgClient.layer({ url: ownerUrl, maxConnections: 1 })))

const run = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, now: DateTime.Utc) {
  yield* sql`SET LOCAL ROLE ${sql(ownerRole)}`
  yield* sql`SELECT pg_advisory_xact_lock(hashtext('portail-famille migrations'))`
  // Made here and not by the migrator, whose table would ask the database for the time.
  yield* sql`CREATE TABLE IF NOT EXISTS ${sql(table)} (migration_id int PRIMARY KEY, name text NOT NULL, created_at timestamptz)`
  const ran = yield* Migrator.make({})({ loader, table })
  yield* sql`UPDATE ${sql(table)} SET created_at = ${DateTime.toDateUtc(now)} WHERE created_at IS NULL`
  return ran.map(([, name]) => name)
})
