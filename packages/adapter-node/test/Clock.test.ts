import { Clock, DateTime, Effect, Fiber } from "effect"
import { TestClock } from "effect/testing"
import { expect, it } from "vitest"
import { layerClockFrom } from "../src/index.ts"

const start = DateTime.makeUnsafe("2015-05-04T08:00:00Z")

it("starts at the instant given and runs on with the real one; waiting takes as long as ever", async () => {
  const shown = Effect.gen(function* () {
    const first = yield* Clock.currentTimeMillis
    yield* Effect.sleep("90 minutes")
    return [first, yield* Clock.currentTimeMillis, Number((yield* Clock.currentTimeNanos) / 1_000_000n)]
  })
  const [first, later, inNanos] = await Effect.runPromise(
    Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(Effect.provide(shown, layerClockFrom(start)))
      yield* TestClock.adjust("90 minutes")
      return yield* Fiber.join(fiber)
    }).pipe(Effect.provide(TestClock.layer()))
  )
  expect(first).toBe(start.epochMilliseconds)
  expect(later).toBe(start.epochMilliseconds + 90 * 60_000)
  expect(inNanos).toBe(later)
})
