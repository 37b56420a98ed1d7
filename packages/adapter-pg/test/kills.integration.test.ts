import { readdir, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { EmbeddedPostgres } from "../src/embedded/index.ts"
import { isAlive } from "../src/embedded/Liveness.ts"
import { readPostmasterFile } from "../src/embedded/PostmasterFile.ts"
import { connectedTo } from "./database.ts"
import { eventually, gone, killed, linesOf, refusalOf, startHolder, temporaryFolder } from "./server.ts"

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
