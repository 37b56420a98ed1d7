import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ActivityId } from "../src/Activity.ts"
import { addDays, type Day, make } from "../src/Day.ts"
import { covers } from "../src/Enrolment.ts"
import { bookingAt, enrolmentOn, lineAt, stateOf } from "../src/Planning.ts"
import { planningSetting } from "../src/services/Communes.ts"
import { examples, generators } from "../src/testing/index.ts"

const april: ReadonlyArray<Day> = Array.from({ length: 30 }, (_, i) => addDays(make("2015-04-01"), i))

describe("laws of a planning", () => {
  it("a line is the known one, or a blank one that the enrolment's payer pays, or none", () => {
    fc.assert(
      fc.property(generators.planningFacts, (facts) => {
        for (const { id: activityId } of examples.valclair.activities)
          for (const day of april) {
            const slot = { activityId, day }
            const enrolment = enrolmentOn(facts, activityId, day)
            if (enrolment !== undefined) expect(covers(enrolment, day)).toBe(true)
            const line = lineAt(facts, slot)
            const known = bookingAt(facts, slot)
            if (known !== undefined) expect(line).toBe(known)
            else expect(line?.payerId).toBe(enrolment?.payerId)
          }
      }),
      { numRuns: 30 }
    )
  })

  it("an activity that the commune does not know is never offered", () => {
    fc.assert(
      fc.property(generators.planningFacts, generators.day, (facts, day) => {
        const setting = planningSetting(examples.valclair, facts.communeDays)
        expect(stateOf(facts, setting, { activityId: ActivityId.make("inconnue"), day })).toEqual({
          _tag: "notOffered"
        })
      })
    )
  })
})
