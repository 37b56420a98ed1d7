import { DateTime } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AccountId } from "../src/Account.ts"
import { AdultId } from "../src/Adult.ts"
import { defaultSessionPolicy, endsAt, holds, isWorthTouching, type Session, TokenDigest } from "../src/Session.ts"

const start = DateTime.makeUnsafe("2015-04-08T10:00:00Z")
const after = (minutes: number) => DateTime.add(start, { minutes })
const sessionSeen = (minutes: number): Session => ({
  digest: TokenDigest.make("d"),
  accountId: AccountId.make(1),
  adultId: AdultId.make(1),
  stage: "active",
  startedAt: start,
  seenAt: after(minutes)
})
const minutes = fc.integer({ min: 0, max: 800 })

describe("laws of sessions", () => {
  it("one that has ended never holds again", () => {
    fc.assert(
      fc.property(minutes, minutes, minutes, (seen, now, more) => {
        const session = sessionSeen(seen)
        if (!holds(session, defaultSessionPolicy, after(now)))
          expect(holds(session, defaultSessionPolicy, after(now + more))).toBe(false)
      })
    )
  })

  it("using it never shortens it, and never carries it past the working day", () => {
    fc.assert(
      fc.property(minutes, minutes, (seen, more) => {
        const ends = endsAt(sessionSeen(seen), defaultSessionPolicy)
        expect(endsAt(sessionSeen(seen + more), defaultSessionPolicy)).toBeGreaterThanOrEqual(ends)
        expect(ends).toBeLessThanOrEqual(after(720).epochMilliseconds)
      })
    )
  })
})

describe("named sessions", () => {
  it("ends after half an hour of rest", () => {
    expect(holds(sessionSeen(10), defaultSessionPolicy, after(39))).toBe(true)
    expect(holds(sessionSeen(10), defaultSessionPolicy, after(40))).toBe(false)
  })

  it("is touched once a minute at most", () => {
    expect(isWorthTouching(sessionSeen(1), DateTime.add(start, { seconds: 119 }))).toBe(false)
    expect(isWorthTouching(sessionSeen(1), after(2))).toBe(true)
  })
})
