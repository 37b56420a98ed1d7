import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { migrate } from "../src/index.ts"
import { connectedTo, freshDatabase } from "./database.ts"

describe("migrate", () => {
  it.live("runs each migration once, however many servers start at the same time", () =>
    Effect.gen(function* () {
      const { ownerUrl } = yield* freshDatabase
      const ran = yield* Effect.all(
        [1, 2, 3, 4].map(() => migrate(ownerUrl)),
        { concurrency: "unbounded" }
      )
      const [first, ...others] = ran.toSorted((a, b) => b.length - a.length)
      assert.isAbove(first?.length ?? 0, 0)
      assert.deepStrictEqual(others, [[], [], []])
      assert.deepStrictEqual(yield* migrate(ownerUrl), [])
      const written = yield* connectedTo(
        ownerUrl,
        (sql) => sql<{ name: string }>`SELECT name FROM migration WHERE created_at IS NOT NULL ORDER BY migration_id`
      )
      assert.deepStrictEqual(
        written.map(({ name }) => name),
        first
      )
    })
  )
})
