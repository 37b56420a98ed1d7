import { PgClient } from "@effect/sql-pg"
import { DateTime, Effect, type Redacted } from "effect"
import { Migrator, SqlClient, type SqlError } from "effect/sql"
import { loader } from "./migrations/index.ts"
import { migrationTable as table } from "./OldSchema.ts"
import { appRole, loginOf, type OwnerUnusable, ownerRole, prepareOwner } from "./Roles.ts"
import { refuseUnsafeRole, type UnsafeRole } from "./UnsafeRole.ts"

/**
 * Brings the schema up to date with the login meant for migrations, as `portail_owner`; gives the names of the
 * migrations that ran. Does nothing when all have run, and waits while another server migrates. `appUrl` names the
 * login that gets the application's rights. Fails with `OwnerUnusable` when the login lacks a right, and with
 * `UnsafeRole` before anything is granted to a login that row security would not hold.
 */
export const migrate = (
  ownerUrl: Redacted.Redacted,
  appUrl?: Redacted.Redacted
): Effect.Effect<ReadonlyArray<string>, OwnerUnusable | UnsafeRole | Migrator.MigrationError | SqlError.SqlError> =>
  Effect.gen(function* () {
    if (appUrl !== undefined) yield* connected(appUrl, refuseUnsafeRole)
    return yield* connected(ownerUrl, (sql) => prepared(sql, appUrl))
  })

const connected = <A, E>(
  url: Redacted.Redacted,
  use: (sql: SqlClient.SqlClient) => Effect.Effect<A, E, SqlClient.SqlClient>
) => Effect.flatMap(SqlClient.SqlClient, use).pipe(Effect.provide(PgClient.layer({ url, maxConnections: 1 })))

const prepared = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, appUrl: Redacted.Redacted | undefined) {
  yield* prepareOwner(sql, appUrl === undefined ? appRole : loginOf(appUrl))
  return yield* sql.withTransaction(run(sql, yield* DateTime.now))
})

const run = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, now: DateTime.Utc) {
  yield* sql`SET LOCAL ROLE ${sql(ownerRole)}`
  yield* sql`SELECT pg_advisory_xact_lock(hashtext('portail-famille migrations'))`
  // Made here and not by the migrator, whose table would ask the database for the time.
  yield* sql`CREATE TABLE IF NOT EXISTS ${sql(table)} (migration_id int PRIMARY KEY, name text NOT NULL, created_at timestamptz)`
  const ran = yield* Migrator.make({})({ loader, table })
  yield* sql`UPDATE ${sql(table)} SET created_at = ${DateTime.toDateUtc(now)} WHERE created_at IS NULL`
  yield* sql`GRANT SELECT ON ${sql(table)} TO ${sql(appRole)}`
  return ran.map(([, name]) => name)
})
