import { Effect, Exit, Ref, Scope } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect, it } from "vitest"
import { repeat } from "../src/Job.ts"

describe("the job", () => {
  it("passes at once, after each wait and when woken; a pass that fails does not end it; nothing runs once it is closed", async () => {
    const counts = await Effect.runPromise(
      Effect.gen(function* () {
        const passes = yield* Ref.make(0)
        const pass = Effect.flatMap(
          Ref.updateAndGet(passes, (n) => n + 1),
          (n) => (n === 1 ? Effect.die(new Error("the database is away")) : Effect.void)
        )
        const scope = yield* Scope.make()
        const wake = yield* Scope.provide(repeat(pass, "5 seconds"), scope)
        yield* TestClock.adjust("1 second")
        const first = yield* Ref.get(passes)
        yield* TestClock.adjust("5 seconds")
        const second = yield* Ref.get(passes)
        yield* wake
        yield* TestClock.adjust("1 millis")
        const woken = yield* Ref.get(passes)
        yield* Scope.close(scope, Exit.void)
        yield* wake
        yield* TestClock.adjust("1 hour")
        return [first, second, woken, yield* Ref.get(passes)]
      }).pipe(Effect.provide(TestClock.layer()))
    )
    expect(counts).toEqual([1, 2, 3, 3])
  })
})
