import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Redacted, Schedule, type Scope } from "effect"
import { accountFor } from "../src/embedded/Account.ts"
import { binariesFor, installedBinaries } from "../src/embedded/Binaries.ts"
import { EmbeddedPostgres, EmbeddedPostgresError } from "../src/embedded/index.ts"
import { isAlive } from "../src/embedded/Liveness.ts"
import { readPostmasterFile } from "../src/embedded/PostmasterFile.ts"
import { runProgram } from "../src/embedded/Program.ts"
import { connectedTo } from "./database.ts"

const temporaryFolder: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "portail-test-"))),
  (folder) => Effect.promise(() => rm(folder, { recursive: true, force: true }))
)

/** Polls until the check holds, for 20 seconds at most. */
const eventually = <A, E>(check: Effect.Effect<A, E>) =>
  Effect.retry(check, { schedule: Schedule.spaced("20 millis"), times: 1000 })

const gone = (pid: number) =>
  eventually(Effect.suspend(() => (isAlive(pid) ? Effect.fail(`process ${pid} lives`) : Effect.void)))

const refusalOf = (dataDir: string) =>
  Effect.flip(Effect.scoped(EmbeddedPostgres.start({ dataDir }))).pipe(
    Effect.tap((error) => Effect.sync(() => assert.instanceOf(error, EmbeddedPostgresError)))
  )

/** A Node process that serves the folder and writes; killed with its PostgreSQL at the end if the test did not. */
const startHolder = (dataDir: string) =>
  Effect.acquireRelease(
    Effect.sync(() =>
      spawn(process.execPath, [fileURLToPath(new URL("holder.ts", import.meta.url)), dataDir], {
        stdio: ["ignore", "pipe", "inherit"]
      })
    ),
    (holder) =>
      Effect.promise(async () => {
        holder.kill("SIGKILL")
        const outlived = await readPostmasterFile(join(dataDir, "postgresql"))
        if (outlived !== undefined && isAlive(outlived.pid)) process.kill(outlived.pid, "SIGQUIT")
      })
  )

/** The lines the process has said, once there are so many. It is read on after that, or its next write would end it. */
const linesOf = (child: ChildProcess, atLeast: number) =>
  Effect.callback<ReadonlyArray<string>, string>((resume) => {
    let said = ""
    child.once("exit", (code) => resume(Effect.fail(`ended with ${code} after: ${said}`)))
    child.stdout?.on("data", (text) => {
      said += text
      const lines = said.split("\n").slice(0, -1)
      if (lines.length >= atLeast) resume(Effect.succeed(lines))
    })
  })

const killed = (child: ChildProcess) =>
  Effect.promise(async () => {
    const exit = once(child, "exit")
    child.kill("SIGKILL")
    await exit
  })

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

describe("one server a folder", () => {
  it.live("a second start is refused, by the same process and by another, while the first lives", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      const holder = yield* startHolder(dataDir)
      yield* linesOf(holder, 1)
      const elsewhere = yield* refusalOf(dataDir)
      assert.deepInclude(elsewhere.reason, { _tag: "AlreadyServed", pid: holder.pid ?? 0 })
      assert.match(elsewhere.message, new RegExp(`already served by process ${holder.pid}\\.`))

      const postgres = yield* Effect.promise(() => readPostmasterFile(join(dataDir, "postgresql")))
      yield* killed(holder)
      assert.isTrue(isAlive(postgres?.pid ?? 0))
      const served = yield* EmbeddedPostgres.start({ dataDir })
      const here = yield* refusalOf(dataDir)
      assert.deepInclude(here.reason, { _tag: "AlreadyServed", pid: process.pid })
      assert.deepStrictEqual(yield* connectedTo(served.appUrl, (sql) => sql`SELECT 1 AS one`), [{ one: 1 }])
    })
  )

  it.live("a lock whose number was given to another process since is taken over", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      yield* Effect.promise(() => writeFile(join(dataDir, "postgresql.lock"), `${process.pid}\nan older birth\n`))
      const { appUrl } = yield* EmbeddedPostgres.start({ dataDir })
      assert.deepStrictEqual(yield* connectedTo(appUrl, (sql) => sql`SELECT 1 AS one`), [{ one: 1 }])
    })
  )

  it.live("a postmaster.pid whose number was given to another process since disturbs nobody", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      yield* Effect.scoped(EmbeddedPostgres.start({ dataDir }))
      const stale = [process.pid, "/elsewhere", 0, 5432, "", "", "0 0", "ready"].join("\n")
      yield* Effect.promise(() => writeFile(join(dataDir, "postgresql", "postmaster.pid"), stale))
      const { appUrl } = yield* EmbeddedPostgres.start({ dataDir })
      assert.deepStrictEqual(yield* connectedTo(appUrl, (sql) => sql`SELECT 1 AS one`), [{ one: 1 }])
    })
  )
})

describe("after a kill", () => {
  it.live("of Node, every acknowledged row is there and the PostgreSQL that outlived it is gone", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      const holder = yield* startHolder(dataDir)
      const acknowledged = yield* linesOf(holder, 200)
      const outlived = yield* Effect.promise(() => readPostmasterFile(join(dataDir, "postgresql")))
      yield* killed(holder)
      const { ownerUrl, pid } = yield* EmbeddedPostgres.start({ dataDir })
      assert.isFalse(isAlive(outlived?.pid ?? 0))
      assert.notStrictEqual(yield* pid, outlived?.pid)
      const rows = yield* connectedTo(ownerUrl, (sql) => sql<{ number: number }>`SELECT number FROM written`)
      const kept = new Set(rows.map(({ number }) => `${number}`))
      assert.deepStrictEqual(
        acknowledged.filter((number) => !kept.has(number)),
        []
      )
    })
  )

  it.live("of PostgreSQL, a server that runs starts it again and its pool finds it", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      const { ownerUrl, pid } = yield* EmbeddedPostgres.start({ dataDir })
      yield* connectedTo(ownerUrl, (sql) =>
        Effect.gen(function* () {
          yield* sql`CREATE TABLE written (number int PRIMARY KEY)`
          for (const round of [1, 2, 3]) {
            yield* sql`INSERT INTO written VALUES (${round})`
            const before = yield* pid
            process.kill(before, "SIGKILL")
            yield* gone(before)
            const rows = yield* eventually(sql`SELECT count(*)::int AS rows FROM written`)
            assert.deepStrictEqual(rows, [{ rows: round }])
            assert.notStrictEqual(yield* pid, before)
          }
        })
      )
    })
  )

  it.live("of PostgreSQL, closing at once still leaves nothing", () =>
    Effect.gen(function* () {
      const dataDir = yield* temporaryFolder
      yield* Effect.scoped(
        Effect.gen(function* () {
          const { pid } = yield* EmbeddedPostgres.start({ dataDir })
          process.kill(yield* pid, "SIGKILL")
        })
      )
      const left = yield* Effect.promise(() => readPostmasterFile(join(dataDir, "postgresql")))
      if (left !== undefined) yield* gone(left.pid)
      assert.deepStrictEqual(yield* Effect.promise(() => readdir(dataDir)), ["postgresql"])
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
