import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"
import { EmbeddedPostgres } from "../src/embedded/index.ts"
import { asOwner, createLogins, loginOf, OwnerUnusable, prepareOwner, refuseUnsafeRole } from "../src/index.ts"
import { connectedTo, freshDatabase } from "./database.ts"
import { temporaryFolder } from "./server.ts"

/** The same address for another login; sockets trust every name. */
const signedInAs = (url: Redacted.Redacted, login: string, database?: string) => {
  const other = new URL(Redacted.value(url))
  other.username = login
  other.search = ""
  if (database !== undefined) other.pathname = `/${database}`
  return Redacted.make(other.href)
}

const refusalOf = (url: Redacted.Redacted) => Effect.flip(connectedTo(url, refuseUnsafeRole))

/** A login with these attributes, dropped at the end with all it owns in the database. */
const login = (admin: Redacted.Redacted, name: string, attributes: string) =>
  Effect.acquireRelease(
    connectedTo(admin, (sql) => sql`CREATE ROLE ${sql(name)} LOGIN ${sql.literal(attributes)}`),
    () =>
      connectedTo(admin, (sql) =>
        Effect.andThen(sql`DROP OWNED BY ${sql(name)} CASCADE`, sql`DROP ROLE ${sql(name)}`)
      ).pipe(Effect.orDie)
  )

describe("the application's role", () => {
  it.live("prepared by the embedded server is accepted, and can neither create nor become the owner", () =>
    Effect.gen(function* () {
      const { appUrl, ownerUrl } = yield* freshDatabase
      yield* connectedTo(ownerUrl, (sql) => sql`CREATE TABLE held (id int)`)
      yield* connectedTo(appUrl, (sql) =>
        Effect.gen(function* () {
          yield* refuseUnsafeRole(sql)
          for (const forbidden of [
            sql`CREATE TABLE own (id int)`,
            sql`SET ROLE portail_owner`,
            sql`SELECT * FROM held`
          ]) {
            assert.strictEqual((yield* Effect.flip(forbidden)).reason._tag, "AuthorizationError")
          }
        })
      )
    })
  )

  it.live("is refused when superuser, or bypassing row security, by itself or through a membership", () =>
    Effect.gen(function* () {
      const { adminUrl } = yield* freshDatabase
      yield* login(adminUrl, "test_bypass", "BYPASSRLS")
      yield* login(adminUrl, "test_member", "IN ROLE test_bypass")
      const reasons = []
      for (const role of ["postgres", "test_bypass", "test_member"]) {
        reasons.push(yield* refusalOf(signedInAs(adminUrl, role)))
      }
      assert.deepStrictEqual(
        reasons.map((error) => (error._tag === "UnsafeRole" ? error.reason : error)),
        [
          { _tag: "Superuser", through: "postgres" },
          { _tag: "BypassesRowSecurity", through: "test_bypass" },
          { _tag: "BypassesRowSecurity", through: "test_bypass" }
        ]
      )
      assert.match(reasons[2]?.message ?? "", /as a member of "test_bypass", bypasses row security/)
    })
  )

  it.live("is refused when it owns a table, or the schema, by itself or through a membership", () =>
    Effect.gen(function* () {
      const { adminUrl, ownerUrl } = yield* freshDatabase
      yield* login(adminUrl, "test_owner", "")
      const empty = yield* refusalOf(ownerUrl)
      yield* connectedTo(adminUrl, (sql) =>
        Effect.andThen(sql`CREATE TABLE owned (id int)`, sql`ALTER TABLE owned OWNER TO test_owner`)
      )
      yield* connectedTo(ownerUrl, (sql) => sql`CREATE TABLE held (id int)`)
      const own = yield* refusalOf(signedInAs(adminUrl, "test_owner"))
      const member = yield* refusalOf(signedInAs(adminUrl, "portail_migrator"))
      assert.deepStrictEqual(
        [empty, own, member].map((error) => (error._tag === "UnsafeRole" ? error.reason : error)),
        [
          { _tag: "OwnsSchema", through: "pg_database_owner", schema: "public" },
          { _tag: "OwnsTable", through: "test_owner", table: "owned" },
          { _tag: "OwnsTable", through: "portail_owner", table: "held" }
        ]
      )
    })
  )
})

describe("the owner", () => {
  it.live("owns what the migrations' address creates, and is prepared again without a change", () =>
    Effect.gen(function* () {
      const { ownerUrl, appUrl, adminUrl } = yield* freshDatabase
      for (const _ of ["once", "twice"]) {
        yield* connectedTo(adminUrl, (sql) =>
          Effect.andThen(
            createLogins(sql, () => undefined),
            prepareOwner(sql, loginOf(appUrl))
          )
        )
      }
      const rows = yield* connectedTo(ownerUrl, (sql) =>
        Effect.andThen(
          sql`CREATE TABLE made (id int)`,
          sql`SELECT tableowner::text FROM pg_tables WHERE tablename = 'made'`
        )
      )
      assert.deepStrictEqual(rows, [{ tableowner: "portail_owner" }])
    })
  )

  it.live("that a login cannot become is refused with the statement to run", () =>
    Effect.gen(function* () {
      const { adminUrl } = yield* freshDatabase
      yield* login(adminUrl, "test_weak", "")
      const error = yield* Effect.flip(
        connectedTo(signedInAs(adminUrl, "test_weak"), (sql) => prepareOwner(sql, "portail_app"))
      )
      assert.instanceOf(error, OwnerUnusable)
      assert.match(error.message, /"test_weak".*GRANT portail_owner TO "test_weak";$/)
    })
  )

  it.live("is created on a server of one's own by a login that may create roles and owns the database", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      const { adminUrl } = yield* EmbeddedPostgres.start({ dataDir })
      yield* connectedTo(adminUrl, (sql) =>
        Effect.gen(function* () {
          yield* sql`DROP DATABASE portail`
          for (const role of ["portail_migrator", "portail_owner", "portail_app"]) yield* sql`DROP ROLE ${sql(role)}`
          yield* sql`CREATE ROLE operator LOGIN CREATEROLE`
          yield* sql`CREATE ROLE weak LOGIN`
          yield* sql`CREATE DATABASE town OWNER operator`
        })
      )
      const weak = yield* Effect.flip(
        connectedTo(signedInAs(adminUrl, "weak", "town"), (sql) => prepareOwner(sql, "web"))
      )
      assert.deepInclude(weak, { _tag: "OwnerUnusable", missing: "createOwner", login: "weak" })

      const operator = signedInAs(adminUrl, "operator", "town")
      yield* connectedTo(operator, (sql) => sql`CREATE ROLE web LOGIN`)
      yield* Effect.all(
        [1, 2, 3].map(() => connectedTo(operator, (sql) => prepareOwner(sql, "web"))),
        { concurrency: "unbounded" }
      )
      yield* connectedTo(asOwner(operator), (sql) =>
        Effect.andThen(sql`CREATE TABLE made (id int)`, sql`GRANT SELECT ON made TO portail_app`)
      )
      yield* connectedTo(signedInAs(adminUrl, "web", "town"), (sql) =>
        Effect.andThen(refuseUnsafeRole(sql), sql`SELECT * FROM made`)
      )
    })
  )
})
