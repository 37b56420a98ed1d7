import { DateTime, Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, it } from "vitest"
import { CommuneId } from "../../src/Commune.ts"
import { layer } from "../../src/services/memory/index.ts"
import { forgetOldKeys, Writes } from "../../src/services/Writes.ts"

describe("old keys", () => {
  it("are forgotten after 24 hours, not before: until then a replay does not run", async () => {
    const runs = await Effect.runPromise(
      Effect.gen(function* () {
        const writes = yield* Writes
        let count = 0
        const write = Effect.gen(function* () {
          const stamp = { actor: "adult:1", key: "k", fingerprint: "f", at: yield* DateTime.now }
          const reply = Effect.sync(() => ({ status: 200, body: String(++count), headers: {} }))
          return yield* writes.once(CommuneId.make(1), stamp, reply, (given) => given)
        })
        yield* write
        yield* TestClock.adjust("24 hours")
        const early = yield* forgetOldKeys
        yield* write
        yield* TestClock.adjust("1 second")
        const late = yield* forgetOldKeys
        yield* write
        return [early, late, count]
      }).pipe(Effect.provide([layer, TestClock.layer()]))
    )
    expect(runs).toEqual([0, 1, 2])
  })
})
