import { randomBytes } from "node:crypto"
import { PgClient } from "@effect/sql-pg"
import { Effect, Redacted, type Scope } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { inject } from "vitest"
import { createDatabase } from "../src/index.ts"

/** A test's own database: `appUrl` signs in as the application, `ownerUrl` acts as the owner of the tables. */
export interface TestDatabase {
  readonly name: string
  readonly appUrl: Redacted.Redacted
  readonly ownerUrl: Redacted.Redacted
  readonly adminUrl: Redacted.Redacted
}

/** Runs with a client of its own for this address, closed at the end. */
export const connectedTo = <A, E>(
  url: Redacted.Redacted,
  use: (sql: SqlClient.SqlClient) => Effect.Effect<A, E>
): Effect.Effect<A, E | SqlError.SqlError> =>
  Effect.flatMap(SqlClient.SqlClient, use).pipe(Effect.provide(PgClient.layer({ url })))

/** A fresh copy of the template database, dropped when the scope closes. */
export const freshDatabase: Effect.Effect<TestDatabase, SqlError.SqlError, Scope.Scope> = Effect.gen(function* () {
  const server = inject("postgres")
  const name = `test_${randomBytes(8).toString("hex")}`
  const admin = Redacted.make(server.adminUrl)
  const template = decodeURIComponent(new URL(server.ownerUrl).pathname.slice(1))
  yield* Effect.acquireRelease(
    connectedTo(admin, (sql) => createDatabase(sql, name, template)),
    () => Effect.orDie(connectedTo(admin, (sql) => sql`DROP DATABASE ${sql(name)} WITH (FORCE)`))
  )
  return {
    name,
    appUrl: inDatabase(server.appUrl, name),
    ownerUrl: inDatabase(server.ownerUrl, name),
    adminUrl: inDatabase(server.adminUrl, name)
  }
})

const inDatabase = (url: string, name: string): Redacted.Redacted => {
  const moved = new URL(url)
  moved.pathname = `/${name}`
  return Redacted.make(moved.href)
}
