import { Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { addDays, make } from "../src/Day.ts"
import { actionsOn, type CellFacts, CellState, decide, NoAction, reasonFor } from "../src/PlanningCell.ts"
import { generators } from "../src/testing/index.ts"

const viewer = fc.record({ today: generators.day, mayBook: fc.boolean() })

const free: CellFacts = {
  closure: undefined,
  offered: true,
  contract: false,
  reservation: { _tag: "NotAsked" },
  absence: { _tag: "NotDeclared" },
  attendance: "notTaken"
}

describe("laws of a cell", () => {
  it("any combination of facts gives exactly one state, the same each time", () => {
    fc.assert(
      fc.property(generators.cellFacts, (facts) => {
        const state = decide(facts)
        expect(Schema.is(CellState)(state)).toBe(true)
        expect(decide(facts)).toEqual(state)
      }),
      { numRuns: 2000 }
    )
  })

  it("offers at most one action, and a reason where it offers none", () => {
    fc.assert(
      fc.property(generators.cellFacts, generators.day, viewer, (facts, day, viewer) => {
        const state = decide(facts)
        expect(actionsOn(state, day, viewer).length).toBeLessThanOrEqual(1)
        expect(Schema.is(NoAction)(reasonFor(state, viewer))).toBe(true)
      })
    )
  })

  it("offers nothing to who may not book, and nothing new on days that have begun", () => {
    fc.assert(
      fc.property(generators.cellFacts, generators.day, generators.day, (facts, day, today) => {
        const state = decide(facts)
        expect(actionsOn(state, day, { today, mayBook: false })).toEqual([])
        if (day <= today) expect(["withdraw", undefined]).toContain(actionsOn(state, day, { today, mayBook: true })[0])
      })
    )
  })

  it("what was offered until the evening before was offered every day before", () => {
    fc.assert(
      fc.property(generators.cellFacts, generators.day, generators.day, (facts, day, today) => {
        const state = decide(facts)
        const now = actionsOn(state, day, { today, mayBook: true })
        const dayBefore = actionsOn(state, day, { today: addDays(today, -1), mayBook: true })
        for (const action of now) expect(dayBefore).toContain(action)
      })
    )
  })

  it("an unbooked child is never absent, and nothing lives on a day that is not offered", () => {
    fc.assert(
      fc.property(generators.cellFacts, (facts) => {
        const { _tag } = decide(facts)
        if (["absenceRequested", "absentExcused", "absentBilled", "contractLeave"].includes(_tag))
          expect(facts.contract || facts.reservation._tag === "Booked").toBe(true)
        if (!facts.offered) expect(["closed", "notOffered", "inconsistent"]).toContain(_tag)
      })
    )
  })
})

const states: ReadonlyArray<[title: string, facts: Partial<CellFacts>, state: CellState]> = [
  ["nothing asked", {}, { _tag: "free" }],
  ["asked", { reservation: { _tag: "Requested" } }, { _tag: "requested" }],
  ["on the waiting list", { reservation: { _tag: "Waitlisted" } }, { _tag: "waitlisted" }],
  ["accepted", { reservation: { _tag: "Booked" } }, { _tag: "booked", origin: "request" }],
  ["booked by contract", { contract: true }, { _tag: "booked", origin: "contract" }],
  ["refused", { reservation: { _tag: "Refused", reason: "Complet" } }, { _tag: "refused", reason: "Complet" }],
  [
    "an absence declared",
    { reservation: { _tag: "Booked" }, absence: { _tag: "Declared", reason: { _tag: "Family" } } },
    { _tag: "absenceRequested" }
  ],
  [
    "an absence excused",
    { reservation: { _tag: "Booked" }, absence: { _tag: "Settled", outcome: "excused" } },
    { _tag: "absentExcused" }
  ],
  [
    "an absence billed",
    { reservation: { _tag: "Booked" }, absence: { _tag: "Settled", outcome: "billed" } },
    { _tag: "absentBilled" }
  ],
  [
    "leave under a contract",
    { contract: true, absence: { _tag: "Settled", outcome: "leave" } },
    { _tag: "contractLeave" }
  ],
  [
    "leave without a contract",
    { reservation: { _tag: "Booked" }, absence: { _tag: "Settled", outcome: "leave" } },
    { _tag: "inconsistent" }
  ],
  ["present as booked", { reservation: { _tag: "Booked" }, attendance: "present" }, { _tag: "attended" }],
  ["present without a booking", { attendance: "present" }, { _tag: "attendedUnbooked" }],
  ["beyond the contract's hours", { contract: true, attendance: "overtime" }, { _tag: "overtime" }],
  ["beyond hours that no contract has", { attendance: "overtime" }, { _tag: "inconsistent" }],
  [
    "closed, whatever was booked",
    { closure: "Grève", reservation: { _tag: "Booked" } },
    { _tag: "closed", label: "Grève" }
  ],
  ["present though closed", { closure: "Grève", attendance: "present" }, { _tag: "inconsistent" }],
  ["not offered", { offered: false }, { _tag: "notOffered" }],
  ["booked though not offered", { offered: false, reservation: { _tag: "Booked" } }, { _tag: "inconsistent" }],
  ["absent without a booking", { absence: { _tag: "Declared", reason: { _tag: "Medical" } } }, { _tag: "inconsistent" }]
]

describe("named cells", () => {
  it.each(states)("%s", (_title, facts, state) => {
    expect(decide({ ...free, ...facts })).toEqual(state)
  })

  it("bookings are asked until the evening before", () => {
    const day = make("2015-04-09")
    expect(actionsOn({ _tag: "free" }, day, { today: make("2015-04-08"), mayBook: true })).toEqual(["requestBooking"])
    expect(actionsOn({ _tag: "free" }, day, { today: day, mayBook: true })).toEqual([])
    expect(reasonFor({ _tag: "free" }, { today: day, mayBook: true })).toBe("past")
    expect(reasonFor({ _tag: "free" }, { today: day, mayBook: false })).toBe("mayNotBook")
  })
})
