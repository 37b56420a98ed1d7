import { existsSync } from "node:fs"
import { cp, lstat, mkdir, readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted } from "effect"
import { accountFor } from "../src/embedded/Account.ts"
import { binariesFor, installedBinaries } from "../src/embedded/Binaries.ts"
import { EmbeddedPostgres } from "../src/embedded/index.ts"
import { isAlive } from "../src/embedded/Liveness.ts"
import { runProgram } from "../src/embedded/Program.ts"
import { connectedTo } from "./database.ts"
import { refusalOf, temporaryFolder } from "./server.ts"

describe("a data folder", () => {
  it.live("is created, keeps its data over a restart, and is left without a process, a lock or a socket", () =>
    Effect.gen(function* () {
      const dataDir = join(yield* temporaryFolder, "made", "on the way, ça va")
      const first = yield* Effect.scoped(
        Effect.gen(function* () {
          const { ownerUrl, pid } = yield* EmbeddedPostgres.start({ dataDir })
          yield* connectedTo(ownerUrl, (sql) => sql`CREATE TABLE kept AS SELECT 42 AS answer`)
          const [row] = yield* connectedTo(
            ownerUrl,
            (sql) => sql<Record<string, string>>`SELECT current_setting('fsync') AS fsync,
              current_setting('server_encoding') AS encoding, datlocprovider::text AS provider, datlocale AS locale
              FROM pg_database WHERE datname = current_database()`
          )
          assert.deepStrictEqual(row, { fsync: "on", encoding: "UTF8", provider: "b", locale: "C.UTF-8" })
          return { pid: yield* pid, socket: decodeURIComponent(new URL(Redacted.value(ownerUrl)).hostname) }
        })
      )
      assert.isFalse(isAlive(first.pid))
      assert.deepStrictEqual(yield* Effect.promise(() => readdir(dataDir)), ["postgresql"])
      assert.isFalse(existsSync(join(first.socket, ".s.PGSQL.5432")))

      const { ownerUrl } = yield* EmbeddedPostgres.start({ dataDir })
      const rows = yield* connectedTo(ownerUrl, (sql) => sql`SELECT answer FROM kept`)
      assert.deepStrictEqual(rows, [{ answer: 42 }])
    })
  )

  it.live("with a path of 200 characters gets a short private socket", () =>
    Effect.gen(function* () {
      const base = yield* temporaryFolder
      const dataDir = join(base, "a".repeat(98), "b".repeat(200 - base.length - 100))
      assert.strictEqual(dataDir.length, 200)
      const { appUrl } = yield* EmbeddedPostgres.start({ dataDir })
      const socket = decodeURIComponent(new URL(Redacted.value(appUrl)).hostname)
      assert.strictEqual((yield* Effect.promise(() => lstat(socket))).mode & 0o777, 0o700)
      assert.deepStrictEqual(yield* connectedTo(appUrl, (sql) => sql`SELECT 1 AS one`), [{ one: 1 }])
    })
  )

  it.live("below a folder closed to every other account is served all the same", () =>
    Effect.gen(function* () {
      const closed = join(yield* temporaryFolder, "closed")
      yield* Effect.promise(() => mkdir(closed, { mode: 0o700 }))
      const { appUrl } = yield* EmbeddedPostgres.start({ dataDir: join(closed, "data") })
      assert.deepStrictEqual(yield* connectedTo(appUrl, (sql) => sql`SELECT 1 AS one`), [{ one: 1 }])
    })
  )

  it.live("that is a file, or lies below one, is refused with a sentence", () =>
    Effect.gen(function* () {
      const file = join(yield* temporaryFolder, "file")
      yield* Effect.promise(() => writeFile(file, ""))
      for (const dataDir of [file, join(file, "below")]) {
        const error = yield* refusalOf(dataDir)
        assert.strictEqual(error.reason._tag, "DataDirUnusable")
        assert.match(error.message, /^The data folder cannot be used: .*not a folder.*PORTAIL_DATA_DIR\.$/)
      }
    })
  )

  it.live("that the system will not make is refused with a sentence", () =>
    Effect.gen(function* () {
      const error = yield* refusalOf(`/${"x".repeat(300)}`)
      assert.match(error.message, /^The data folder cannot be used: .*PORTAIL_DATA_DIR\.$/)
    })
  )

  it.live("written by another PostgreSQL is refused and left as it was", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      const version = join(dataDir, "postgresql", "PG_VERSION")
      yield* Effect.promise(async () => {
        await mkdir(join(dataDir, "postgresql"))
        await writeFile(version, "15\n")
      })
      const { reason } = yield* refusalOf(dataDir)
      assert.deepInclude(reason, { _tag: "OtherVersion", found: "15", expected: "18" })
      assert.strictEqual(yield* Effect.promise(() => readFile(version, "utf8")), "15\n")
    })
  )

  it.live("whose creation was interrupted is created anew", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      yield* Effect.promise(async () => {
        await mkdir(join(dataDir, "postgresql.new"))
        await writeFile(join(dataDir, "postgresql.new", "PG_VERSION"), "18\n")
      })
      const { appUrl } = yield* EmbeddedPostgres.start({ dataDir })
      assert.deepStrictEqual(yield* connectedTo(appUrl, (sql) => sql`SELECT 1 AS one`), [{ one: 1 }])
    })
  )

  it.live("is served over the loopback with a password where there are no sockets", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      for (const _ of ["created", "started again"]) {
        yield* Effect.scoped(
          Effect.gen(function* () {
            const { appUrl } = yield* EmbeddedPostgres.start({ dataDir, door: "loopback" })
            assert.deepStrictEqual(yield* connectedTo(appUrl, (sql) => sql`SELECT 1 AS one`), [{ one: 1 }])
            const stranger = new URL(Redacted.value(appUrl))
            stranger.password = "guessed"
            const refused = yield* Effect.flip(connectedTo(Redacted.make(stranger.href), (sql) => sql`SELECT 1`))
            assert.strictEqual(refused.reason._tag, "AuthenticationError")
          })
        )
      }
    })
  )
})

describe("the programs of PostgreSQL", () => {
  it.live("are copied to where the account can run them when a parent folder is closed to it", () =>
    Effect.gen(function* () {
      const closed = join(yield* temporaryFolder, "closed")
      const place = yield* temporaryFolder
      const account = yield* Effect.promise(() => accountFor(join(closed, "none")))
      const installed = yield* Effect.promise(installedBinaries)
      const root = join(closed, "native")
      const hidden = {
        ...installed,
        root,
        postgres: join(root, "bin", "postgres")
      }
      const found = yield* Effect.promise(async () => {
        await mkdir(closed, { mode: 0o700 })
        await cp(installed.root, root, { recursive: true, verbatimSymlinks: true })
        await runProgram("/bin/chmod", ["755", place], { cwd: "/", account: undefined })
        return binariesFor(hidden, account, [place])
      })
      assert.strictEqual(found.root.startsWith(account === undefined ? closed : place), true)
      const { code, lines } = yield* Effect.promise(() =>
        runProgram(found.postgres, ["--version"], { cwd: "/", account })
      )
      assert.strictEqual(code, 0, lines.join("\n"))
    })
  )
})
