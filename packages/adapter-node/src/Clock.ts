/**
 * The clock of the demonstration: it starts at a given instant when the layer is built, and runs on from there. Only the
 * time of day is moved; waiting and measuring take as long as they take.
 */
import { Clock, type DateTime, Effect, Layer } from "effect"

/** Every clock the domain reads shows `start` now. */
export const layerClockFrom = (start: DateTime.Utc): Layer.Layer<never> =>
  Layer.effect(
    Clock.Clock,
    Effect.map(Clock.Clock, (real) => shifted(real, start.epochMilliseconds - real.currentTimeMillisUnsafe()))
  )

const shifted = (real: Clock.Clock, millis: number): Clock.Clock => {
  const currentTimeMillisUnsafe = () => real.currentTimeMillisUnsafe() + millis
  const currentTimeNanosUnsafe = () => real.currentTimeNanosUnsafe() + BigInt(millis) * 1_000_000n
  return {
    currentTimeMillisUnsafe,
    currentTimeMillis: Effect.sync(currentTimeMillisUnsafe),
    currentTimeNanosUnsafe,
    currentTimeNanos: Effect.sync(currentTimeNanosUnsafe),
    monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
    monotonicTimeNanos: real.monotonicTimeNanos,
    sleep: (duration) => real.sleep(duration)
  }
}
