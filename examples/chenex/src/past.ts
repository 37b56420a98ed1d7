/**
 * Acting in the past: each step of the demonstration runs under a clock that stands at its day and hour, so that its
 * requests, answers and attendances carry the time at which they would have been made.
 */
import * as Day from "@portail-famille/core/Day"
import { Clock, DateTime, Effect } from "effect"

/** Runs the effect at that hour (0 to 23) of the day in the zone. */
export const at = <A, E, R>(
  day: Day.Day,
  hour: number,
  zone: Day.TimeZoneId,
  effect: Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> =>
  Effect.flatMap(Clock.Clock, (real) =>
    Effect.provideService(effect, Clock.Clock, standing(real, DateTime.add(Day.startOf(day, zone), { hours: hour })))
  )

const standing = (real: Clock.Clock, instant: DateTime.Utc): Clock.Clock => {
  const millis = instant.epochMilliseconds
  const nanos = BigInt(millis) * 1_000_000n
  return {
    currentTimeMillisUnsafe: () => millis,
    currentTimeMillis: Effect.succeed(millis),
    currentTimeNanosUnsafe: () => nanos,
    currentTimeNanos: Effect.succeed(nanos),
    monotonicTimeNanosUnsafe: () => real.monotonicTimeNanosUnsafe(),
    monotonicTimeNanos: real.monotonicTimeNanos,
    sleep: (duration) => real.sleep(duration)
  }
}
