import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Documents } from "@portail-famille/core/services/Documents"
import { Writes } from "@portail-famille/core/services/Writes"
import { Effect, Exit, type Redacted, Schedule } from "effect"
import { SqlClient } from "effect/sql"
import { EmbeddedPostgres } from "../src/embedded/index.ts"
import { layer, migrate, ping } from "../src/index.ts"
import { connectedTo } from "./database.ts"
import { aCommune } from "./migrated.ts"

const ownFolder = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "portail-test-"))),
  (folder) => Effect.promise(() => rm(folder, { recursive: true, force: true }))
)

/** A process that PostgreSQL starts anew once it has recovered from the death of any other. */
const checkpointer = (url: Redacted.Redacted) =>
  Effect.map(
    connectedTo(
      url,
      (sql) => sql<{ pid: number }>`SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'`
    ),
    ([row]) => row?.pid
  )

describe("a backend killed with signal 9 in the middle of a write", () => {
  it.live(
    "leaves nothing of it and all of what was acknowledged, and the pool goes on",
    () =>
      Effect.gen(function* () {
        const { adminUrl, appUrl, ownerUrl } = yield* EmbeddedPostgres.start({ dataDir: yield* ownFolder })
        yield* migrate(ownerUrl)
        yield* Effect.gen(function* () {
          const commune = yield* aCommune("valclair")
          const documents = yield* Documents
          const sql = yield* SqlClient.SqlClient
          const before = yield* checkpointer(adminUrl)
          yield* documents.setBanner(commune, "before")
          const exit = yield* (yield* Writes)
            .whole(
              commune,
              Effect.gen(function* () {
                yield* documents.setBanner(commune, "half")
                yield* documents.publish(commune, { label: "half", url: "https://www.valclair.test/half" })
                const [row] = yield* sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`
                if (row !== undefined) process.kill(row.pid, "SIGKILL")
                yield* documents.setBanner(commune, "after")
              })
            )
            .pipe(Effect.exit)
          assert.isTrue(Exit.hasDies(exit))
          yield* Effect.filterOrFail(checkpointer(adminUrl), (pid) => pid !== before).pipe(
            Effect.retry({ schedule: Schedule.spaced("20 millis"), times: 500 })
          )
          yield* ping
          assert.strictEqual(yield* documents.banner(commune), "before")
          assert.deepStrictEqual(yield* documents.list(commune), [])
          yield* documents.setBanner(commune, "later")
          assert.strictEqual(yield* documents.banner(commune), "later")
        }).pipe(Effect.provide(layer({ url: appUrl })))
      }),
    60_000
  )
})
