import { DateTime } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { afterTry, delaySeconds, type Throttle, ThrottleScope, waitSeconds } from "../src/Throttle.ts"

const now = DateTime.makeUnsafe("2015-04-08T10:00:00Z")
const scope = fc.constantFrom(...ThrottleScope.literals)
const failures = fc.integer({ min: 0, max: 100_000 })
const elapsed = fc.integer({ min: 0, max: 2 * 86_400_000 })

describe("laws of throttles", () => {
  it("the delay never shrinks as failures grow, and stays finite", () => {
    fc.assert(
      fc.property(scope, failures, failures, (scope, some, more) => {
        expect(delaySeconds(scope, some + more)).toBeGreaterThanOrEqual(delaySeconds(scope, some))
        expect(delaySeconds(scope, some)).toBeLessThanOrEqual(900)
      })
    )
  })

  it("waiting as long as told lets one try", () => {
    fc.assert(
      fc.property(scope, failures, elapsed, (scope, failures, elapsed) => {
        const throttle: Throttle = { failures, lastAt: now }
        const later = DateTime.add(now, { milliseconds: elapsed })
        const seconds = waitSeconds(scope, throttle, later)
        expect(Number.isInteger(seconds)).toBe(true)
        expect(waitSeconds(scope, throttle, DateTime.add(later, { seconds }))).toBe(0)
        if (seconds > 0)
          expect(waitSeconds(scope, throttle, DateTime.add(later, { seconds: seconds - 1 }))).toBeGreaterThan(0)
      })
    )
  })

  it("each try counts one, until a day without any forgets them all", () => {
    fc.assert(
      fc.property(failures, elapsed, (failures, elapsed) => {
        const later = DateTime.add(now, { milliseconds: elapsed })
        expect(afterTry({ failures, lastAt: now }, later)).toEqual({
          failures: elapsed >= 86_400_000 ? 1 : failures + 1,
          lastAt: later
        })
      })
    )
  })
})

describe("named throttles", () => {
  it("a stranger's failures at one's identifiant cost its owner five seconds at most", () => {
    expect(delaySeconds("identifiant", 100_000)).toBe(5)
    expect([4, 5, 6, 7].map((n) => delaySeconds("pair", n))).toEqual([0, 1, 2, 4])
  })

  it("nothing counted is nothing to wait for", () => {
    expect(waitSeconds("pair", undefined, now)).toBe(0)
  })
})
