import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ActivityId } from "../src/Activity.ts"
import { ChildId } from "../src/Child.ts"
import { days, lastDay, make, YearMonth } from "../src/Day.ts"
import { EnrolmentId } from "../src/Enrolment.ts"
import { PayerId } from "../src/Payer.ts"
import { type PlanningFacts, stateOf } from "../src/Planning.ts"
import { planningMonth } from "../src/PlanningMonth.ts"
import { planningSetting } from "../src/services/Communes.ts"
import { examples, generators } from "../src/testing/index.ts"

const april = YearMonth.make("2015-04")
const viewer = fc.record({ today: generators.day, mayBook: fc.boolean() })
const payerNames = (id: PayerId): ReadonlyArray<string> => [`payer ${id}`]

const settingOf = (facts: PlanningFacts) => ({
  ...planningSetting(examples.valclair, facts.communeDays),
  facilities: examples.valclair.facilities,
  payerNames
})

describe("laws of a month", () => {
  it("has a cell a day in every row, in the state of its slot", () => {
    fc.assert(
      fc.property(generators.planningFacts, viewer, (facts, viewer) => {
        const month = planningMonth(facts, settingOf(facts), april, viewer)
        expect(month.days.map(({ day }) => day)).toEqual(days(april))
        for (const { activityId, cells } of month.groups.flatMap(({ rows }) => rows))
          for (const [i, day] of days(april).entries())
            expect(cells[i]?.state).toEqual(stateOf(facts, settingOf(facts), { activityId, day }))
      }),
      { numRuns: 40 }
    )
  })

  it("has a row for each activity that the child is enrolled for in the month, and no other", () => {
    fc.assert(
      fc.property(generators.planningFacts, viewer, (facts, viewer) => {
        const { groups } = planningMonth(facts, settingOf(facts), april, viewer)
        const shown = groups.flatMap(({ rows }) => rows.map(({ activityId }) => activityId))
        const enrolled = facts.enrolments.filter(
          ({ from, until }) => from <= lastDay(april) && (until === null || until >= make("2015-04-01"))
        )
        expect(new Set(shown)).toEqual(new Set(enrolled.map(({ activityId }) => activityId)))
        expect(new Set(shown).size).toBe(shown.length)
      }),
      { numRuns: 40 }
    )
  })

  it("a cell carries its actions and their limit, or the reason why there are none", () => {
    fc.assert(
      fc.property(generators.planningFacts, viewer, (facts, viewer) => {
        const { groups } = planningMonth(facts, settingOf(facts), april, viewer)
        for (const { actions, reason, until } of groups.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells)) {
          expect(reason === undefined).toBe(actions.length > 0)
          expect(until === undefined).toBe(actions.length === 0 || actions.includes("withdraw"))
          if (until !== undefined) expect(until >= viewer.today).toBe(true)
        }
      }),
      { numRuns: 40 }
    )
  })
})

describe("April 2015 at the example commune", () => {
  const enrolment = (n: number, activity: string, payer: number) => ({
    id: EnrolmentId.make(n),
    childId: ChildId.make(1),
    activityId: ActivityId.make(activity),
    payerId: PayerId.make(payer),
    from: make("2014-09-01"),
    until: null,
    contract: null
  })
  const facts: PlanningFacts = {
    child: { id: ChildId.make(1), ...examples.child },
    links: [],
    enrolments: [enrolment(1, "garderie-soir", 1), enrolment(2, "garderie-matin", 1), enrolment(3, "garderie-soir", 2)],
    closures: [],
    communeDays: [],
    bookings: [],
    openRequests: []
  }
  const month = planningMonth(facts, settingOf(facts), april, { today: make("2015-04-08"), mayBook: true })

  it("two rows may carry the same label (S100), and a row names every payer (S101)", () => {
    expect(month.groups).toMatchObject([
      {
        facility: { id: "centre" },
        rows: [
          { activityId: "garderie-matin", label: "Garderie", payers: ["payer 1"] },
          { activityId: "garderie-soir", label: "Garderie", payers: ["payer 1", "payer 2"] }
        ]
      }
    ])
  })

  it("marks breaks, public holidays and today in its header (S97)", () => {
    expect(month.days[5]).toEqual({ day: "2015-04-06", publicHoliday: expect.any(String) })
    expect(month.days[7]).toEqual({ day: "2015-04-08", today: true })
    expect(month.days[10]?.schoolBreak?.kind).toBe("short")
    expect(month.days[26]?.schoolBreak).toBeUndefined()
    expect(month.published).toBe(true)
  })

  it("an activity closed on public holidays is closed on Easter Monday (S102)", () => {
    const cells = month.groups[0]?.rows[0]?.cells
    expect(cells?.[5]?.state._tag).toBe("closed")
    expect(cells?.[7]?.state._tag).toBe("notOffered")
    expect(cells?.[8]?.state._tag).toBe("free")
    expect(cells?.[13]?.state._tag).toBe("notOffered")
  })

  it("says where the calendar is not published yet (S103)", () => {
    const far = planningMonth(facts, settingOf(facts), YearMonth.make("2150-01"), {
      today: make("2015-04-08"),
      mayBook: true
    })
    expect(far.published).toBe(false)
  })
})
