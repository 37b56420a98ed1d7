import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AdultId } from "../src/Adult.ts"
import { ChildId } from "../src/Child.ts"
import { addDays, addMonthsClamped, make, ofInstant, TimeZoneId } from "../src/Day.ts"
import { answer, isListed, isOpen, type Request, RequestId, withdraw } from "../src/Request.ts"
import { generators } from "../src/testing/index.ts"
import { canteen } from "../src/testing/world.ts"

const paris = TimeZoneId.make("Europe/Paris")
const from = fc.constantFrom("asked" as const, "answered" as const)
const said = fc.oneof(generators.answer, fc.constant("withdraw" as const))

const tell = (request: Request, what: typeof said extends fc.Arbitrary<infer A> ? A : never, at: DateTime.Utc) =>
  what === "withdraw" ? withdraw(request, at) : answer(request, what, at)

describe("laws of requests", () => {
  it("a request closes once, whatever is said to it", () => {
    fc.assert(
      fc.property(generators.request, fc.array(fc.tuple(said, generators.instant)), (first, conversation) => {
        let request = first
        for (const [what, at] of conversation) {
          const told = tell(request, what, at)
          if (!isOpen(request)) expect(told).toMatchObject({ _tag: "Failure" })
          if (Result.isSuccess(told)) {
            const { state, ...rest } = told.success
            expect(rest).toEqual({
              id: first.id,
              askedBy: first.askedBy,
              askedAt: first.askedAt,
              subject: first.subject
            })
            expect(state._tag).not.toBe("Waiting")
            request = told.success
          }
        }
      })
    )
  })

  it("an answer fits its subject: only an absence has an outcome, only a booking a waiting list", () => {
    fc.assert(
      fc.property(generators.request, generators.answer, generators.instant, (request, answered, at) => {
        const told = answer(request, answered, at)
        if (Result.isFailure(told)) return
        const absence = request.subject._tag === "Absence"
        if (answered._tag === "Accept") expect(answered.outcome !== null).toBe(absence)
        if (answered._tag === "Waitlist") expect(absence).toBe(false)
      })
    )
  })

  it("nothing younger than its month is hidden", () => {
    fc.assert(
      fc.property(generators.request, from, fc.integer({ min: 0, max: 40 }), (request, counted, age) => {
        const start = counted === "asked" || request.state._tag === "Waiting" ? request.askedAt : request.state.at
        const first = ofInstant(start, paris)
        const today = addDays(first, age)
        const listed = isListed(request, today, paris, counted)
        expect(listed).toBe(isOpen(request) || today < addMonthsClamped(first, 1))
        if (age < 28) expect(listed).toBe(true)
      })
    )
  })

  it("what is no longer listed never comes back", () => {
    fc.assert(
      fc.property(generators.request, from, generators.instant, (request, counted, now) => {
        const today = ofInstant(now, paris)
        if (!isListed(request, today, paris, counted))
          expect(isListed(request, addDays(today, 1), paris, counted)).toBe(false)
      })
    )
  })

  it("a request asked later is never hidden earlier", () => {
    fc.assert(
      fc.property(generators.request, generators.instant, generators.instant, (request, later, now) => {
        const today = ofInstant(now, paris)
        const younger = { ...request, askedAt: DateTime.max(request.askedAt, later) }
        if (isListed(request, today, paris, "asked")) expect(isListed(younger, today, paris, "asked")).toBe(true)
      })
    )
  })
})

describe("named requests", () => {
  const asked = (text: string): Request => ({
    id: RequestId.make(1),
    askedBy: AdultId.make(1),
    askedAt: DateTime.makeUnsafe(text),
    subject: { _tag: "Booking", childId: ChildId.make(1), activityId: canteen, day: make("2015-05-04") },
    state: { _tag: "Withdrawn", at: DateTime.makeUnsafe(text) }
  })

  it("the month is counted in the commune's days, clamped at its end", () => {
    const late = asked("2015-01-30T23:30:00Z")
    expect(isListed(late, make("2015-02-27"), paris, "asked")).toBe(true)
    expect(isListed(late, make("2015-02-28"), paris, "asked")).toBe(false)
    expect(isListed(late, make("2015-02-28"), TimeZoneId.make("America/Martinique"), "asked")).toBe(false)
    expect(isListed(asked("2015-03-31T22:30:00Z"), make("2015-04-30"), paris, "asked")).toBe(true)
    expect(isListed(asked("2015-03-31T22:30:00Z"), make("2015-05-01"), paris, "asked")).toBe(false)
  })
})
