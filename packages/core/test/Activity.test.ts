import * as fc from "fast-check"
import { expect, it } from "vitest"
import { isOffered, Season } from "../src/Activity.ts"
import { make, weekday } from "../src/Day.ts"
import { markers } from "../src/SchoolCalendar.ts"
import { calendarOf } from "../src/services/Communes.ts"
import { examples, generators } from "../src/testing/index.ts"

const calendar = calendarOf(examples.valclair)
const activity = fc.constantFrom(...examples.valclair.activities)

it("an activity runs on its weekdays only, and in both seasons where it runs in either", () => {
  fc.assert(
    fc.property(activity, generators.day, (activity, day) => {
      const found = markers(calendar, day)
      const [school, breaks, both] = Season.literals.map((season) => isOffered({ ...activity, season }, day, found))
      expect(both).toBe(activity.weekdays.includes(weekday(day)))
      expect([school, breaks].filter(Boolean)).toHaveLength(both ? 1 : 0)
    })
  )
})

it("holiday care runs in the breaks, the canteen outside of them", () => {
  const offeredOn = (text: string) =>
    examples.valclair.activities
      .filter((activity) => isOffered(activity, make(text), markers(calendar, make(text))))
      .map(({ id }) => id)
  expect(offeredOn("2015-04-09")).toEqual(["cantine", "garderie-matin", "garderie-soir"])
  expect(offeredOn("2015-04-14")).toEqual(["vacances"])
  expect(offeredOn("2015-04-15")).toEqual(["mercredi", "vacances"])
  expect(offeredOn("2015-04-12")).toEqual([])
})
