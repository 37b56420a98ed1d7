/**
 * How long one has to wait between attempts to sign in. The wait grows with each failure and
 * never becomes a lock: a stranger's failures at one's identifiant cost the owner seconds, since
 * the long waits are counted for the pair of identifiant and address.
 */
import { type DateTime, Schema } from "effect"

/** What is counted: tries at an identifiant from an address, at an identifiant from anywhere, from an address at anyone. */
export const ThrottleScope = Schema.Literals(["pair", "identifiant", "address"])
export type ThrottleScope = typeof ThrottleScope.Type

/** The tries that failed in a row, and when the last one was. */
export interface Throttle {
  readonly failures: number
  readonly lastAt: DateTime.Utc
}

/** Wait before another try. `seconds` is rounded up. */
export class TooManyAttempts extends Schema.TaggedError<TooManyAttempts>()("TooManyAttempts", {
  seconds: Schema.Int
}) {}

/** Free tries, then seconds doubling from one up to `cap`. */
const scales: Readonly<Record<ThrottleScope, { readonly free: number; readonly cap: number }>> = {
  pair: { free: 5, cap: 900 },
  identifiant: { free: 20, cap: 5 },
  address: { free: 30, cap: 300 }
}

/** Failures are forgotten after a day without any. */
const forgottenAfter = 86_400_000

/** The seconds still to wait before the next try; 0 when it may be made now. */
export const waitSeconds = (scope: ThrottleScope, throttle: Throttle | undefined, now: DateTime.Utc): number => {
  if (throttle === undefined || isForgotten(throttle, now)) return 0
  const delay = delaySeconds(scope, throttle.failures)
  return Math.max(0, Math.ceil((throttle.lastAt.epochMilliseconds + delay * 1000 - now.epochMilliseconds) / 1000))
}

/** The delay in seconds after that many failures: it never shrinks as failures grow. */
export const delaySeconds = (scope: ThrottleScope, failures: number): number => {
  const { free, cap } = scales[scope]
  return failures < free ? 0 : Math.min(cap, 2 ** Math.min(failures - free, 20))
}

/** The count after one more try. A try is counted before the password is looked at, and taken back when it was right. */
export const afterTry = (throttle: Throttle | undefined, now: DateTime.Utc): Throttle => ({
  failures: throttle === undefined || isForgotten(throttle, now) ? 1 : throttle.failures + 1,
  lastAt: now
})

const isForgotten = (throttle: Throttle, now: DateTime.Utc): boolean =>
  now.epochMilliseconds - throttle.lastAt.epochMilliseconds >= forgottenAfter
