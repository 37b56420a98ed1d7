import { Data, Effect, Redacted } from "effect"
import type { SqlClient, SqlError } from "effect/sql"

/** The role that owns every table; nobody signs in as it. */
export const ownerRole = "portail_owner"

/** The role of the application: it owns nothing and row security holds it. Migrations grant to this one. */
export const appRole = "portail_app"

/** The login that migrates an embedded database, by becoming the owner. */
export const migratorRole = "portail_migrator"

/** What the login of `DATABASE_OWNER_URL` lacks. */
export type MissingRight = "createOwner" | "becomeOwner" | "createTables" | "useDatabase"

/** The login meant for migrations cannot do its work; `describeOwnerUnusable` says what to run. */
export class OwnerUnusable extends Data.TaggedError("OwnerUnusable")<{
  readonly login: string
  readonly missing: MissingRight
  readonly detail: string
}> {
  override get message(): string {
    return describeOwnerUnusable(this)
  }
}

/** A sentence in English with the statement that a database administrator has to run. */
export const describeOwnerUnusable = ({ login, missing, detail }: OwnerUnusable): string => {
  const cure: Record<MissingRight, string> = {
    createOwner: `CREATE ROLE ${ownerRole} NOLOGIN; GRANT ${ownerRole} TO "${login}";`,
    becomeOwner: `GRANT ${ownerRole} TO "${login}";`,
    createTables: `GRANT USAGE, CREATE ON SCHEMA public TO ${ownerRole};`,
    useDatabase: `CREATE ROLE ${appRole} LOGIN PASSWORD '...'; GRANT USAGE ON SCHEMA public TO ${appRole};`
  }
  return `The login "${login}" of DATABASE_OWNER_URL lacks a right (${detail}). An administrator of the server has to run: ${cure[missing]}`
}

/** The same address, for connections that act as the owner of the tables from their first statement on. */
export const asOwner = (url: Redacted.Redacted): Redacted.Redacted => {
  const owned = new URL(Redacted.value(url))
  const others = owned.searchParams.get("options")
  owned.searchParams.set("options", [...(others === null ? [] : [others]), `-c role=${ownerRole}`].join(" "))
  // A "+" stands for a space in forms only; PostgreSQL's own clients would read it as a plus.
  owned.search = owned.searchParams.toString().replaceAll("+", "%20")
  return Redacted.make(owned.href)
}

/** The role a database address signs in as, decoded; empty when the address names none. */
export const loginOf = (url: Redacted.Redacted): string => decodeURIComponent(new URL(Redacted.value(url)).username)

/**
 * Creates the owner and the two logins of an embedded server, with a password each where `passwordOf` gives one. Run by
 * a superuser at each start; changes nothing that is already so.
 */
export const createLogins = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  passwordOf: (role: string) => string | undefined
): Effect.fn.Return<void, SqlError.SqlError> {
  for (const role of [ownerRole, appRole, migratorRole]) {
    const known = yield* sql`SELECT 1 FROM pg_roles WHERE rolname = ${role}`
    if (known.length === 0) yield* sql`CREATE ROLE ${sql(role)}`
    const login = role === ownerRole ? "NOLOGIN" : "LOGIN"
    yield* sql`ALTER ROLE ${sql(role)} ${sql.literal(`${login} NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE`)}`
    const password = passwordOf(role)
    if (password !== undefined) {
      yield* sql`ALTER ROLE ${sql(role)} PASSWORD ${sql.literal(`'${password.replaceAll("'", "''")}'`)}`
    }
  }
  yield* sql`GRANT ${sql(ownerRole)} TO ${sql(migratorRole)} WITH INHERIT FALSE, SET TRUE`
})

/** Creates a database of the owner unless it is there, as a copy of `template` if one is named. Run by a superuser. */
export const createDatabase = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient,
  name: string,
  template = "template1"
): Effect.fn.Return<void, SqlError.SqlError> {
  const known = yield* sql`SELECT 1 FROM pg_database WHERE datname = ${name}`
  if (known.length > 0) return
  yield* sql`CREATE DATABASE ${sql(name)} OWNER ${sql(ownerRole)} TEMPLATE ${sql(template)}`
})

/**
 * Makes sure, with the login meant for migrations, that the owner exists, that this login can become it, that it may
 * create tables, and that the application's login has the rights of `appRole`. Idempotent and safe with several servers
 * at once. Fails with `OwnerUnusable` naming the first right that lacks.
 */
export const prepareOwner = (
  sql: SqlClient.SqlClient,
  appLogin: string
): Effect.Effect<void, OwnerUnusable | SqlError.SqlError> => sql.withTransaction(prepare(sql, appLogin))

const prepare = Effect.fnUntraced(function* (sql: SqlClient.SqlClient, appLogin: string) {
  const ask = (question: ReturnType<typeof sql.unsafe<{ yes: boolean }>>) =>
    Effect.map(question, ([row]) => row?.yes === true)
  const exists = (role: string) => ask(sql`SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ${role}) AS yes`)
  yield* sql`SELECT pg_advisory_xact_lock(hashtext('portail-famille roles'))`
  const [who] = yield* sql<{ login: string; become: string }>`SELECT current_user::text AS login,
    CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END AS become`
  const { become = "MEMBER", login = "" } = who ?? {}
  const orLacks =
    (missing: MissingRight) =>
    <A>(effect: Effect.Effect<A, SqlError.SqlError>) =>
      Effect.catch(
        effect,
        (error): Effect.Effect<never, OwnerUnusable | SqlError.SqlError> =>
          error.reason._tag === "AuthorizationError" || error.reason._tag === "UnknownError"
            ? Effect.fail(new OwnerUnusable({ login, missing, detail: detailOf(error) }))
            : Effect.fail(error)
      )

  if (!(yield* exists(ownerRole))) {
    yield* sql`CREATE ROLE ${sql(ownerRole)} NOLOGIN`.pipe(orLacks("createOwner"))
  }
  if (!(yield* ask(sql`SELECT pg_has_role(current_user, ${ownerRole}, ${become}) AS yes`))) {
    yield* sql`GRANT ${sql(ownerRole)} TO CURRENT_USER`.pipe(orLacks("becomeOwner"))
  }
  if (!(yield* ask(sql`SELECT has_schema_privilege(${ownerRole}, 'public', 'CREATE') AS yes`))) {
    yield* sql`GRANT USAGE, CREATE ON SCHEMA public TO ${sql(ownerRole)}`.pipe(orLacks("createTables"))
    if (!(yield* ask(sql`SELECT has_schema_privilege(${ownerRole}, 'public', 'CREATE') AS yes`))) {
      return yield* new OwnerUnusable({ login, missing: "createTables", detail: "nothing could be granted" })
    }
  }
  if (!(yield* exists(appRole))) yield* sql`CREATE ROLE ${sql(appRole)} NOLOGIN`.pipe(orLacks("useDatabase"))
  if (!(yield* ask(sql`SELECT has_schema_privilege(${appRole}, 'public', 'USAGE') AS yes`))) {
    yield* sql`GRANT USAGE ON SCHEMA public TO ${sql(appRole)}`.pipe(orLacks("useDatabase"))
  }
  if (appLogin !== appRole && !(yield* ask(sql`SELECT pg_has_role(${appLogin}, ${appRole}, 'MEMBER') AS yes`))) {
    yield* sql`GRANT ${sql(appRole)} TO ${sql(appLogin)}`.pipe(orLacks("useDatabase"))
  }
})

const detailOf = ({ reason }: SqlError.SqlError): string =>
  reason.cause instanceof Error ? reason.cause.message : (reason.message ?? reason._tag)
