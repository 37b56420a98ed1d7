import * as fc from "fast-check"
import { expect, it } from "vitest"
import { type ClosureRecord, closes } from "../src/Closure.ts"
import { make } from "../src/Day.ts"
import { FacilityId } from "../src/Facility.ts"
import { examples, generators } from "../src/testing/index.ts"

const activity = fc.constantFrom(...examples.valclair.activities)

it("a closure of a facility closes what closing each of its activities would", () => {
  fc.assert(
    fc.property(
      activity,
      activity,
      generators.day,
      generators.day,
      generators.day,
      (closed, asked, from, until, day) => {
        const period = { from, until, label: "Travaux" }
        const ofActivity: ClosureRecord = { ...period, scope: { _tag: "Activity", activityId: closed.id } }
        const ofFacility: ClosureRecord = { ...period, scope: { _tag: "Facility", facilityId: closed.facilityId } }
        const within = from <= day && day <= until
        expect(closes(ofActivity, asked, day)).toBe(within && asked.id === closed.id)
        expect(closes(ofFacility, asked, day)).toBe(within && asked.facilityId === closed.facilityId)
      }
    )
  )
})

it("a closure covers both its ends", () => {
  const [canteen] = examples.valclair.activities
  const scope = { _tag: "Facility", facilityId: FacilityId.make("restaurant") } as const
  const closure: ClosureRecord = { scope, from: make("2015-04-07"), until: make("2015-04-08"), label: "Grève" }
  const days = ["2015-04-06", "2015-04-07", "2015-04-08", "2015-04-09"].map(make)
  expect(days.map((day) => closes(closure, canteen, day))).toEqual([false, true, true, false])
})
