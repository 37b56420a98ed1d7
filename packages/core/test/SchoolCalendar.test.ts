import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Day from "../src/Day.ts"
import * as SchoolCalendar from "../src/SchoolCalendar.ts"
import { anyMonth, modernDay } from "./days.ts"

const label = fc.string({ minLength: 1, maxLength: 12 })
const schoolBreak = fc
  .record({
    label,
    firstDay: modernDay,
    length: fc.nat(70),
    kind: fc.constantFrom("short" as const, "summer" as const)
  })
  .map(({ length, ...rest }): SchoolCalendar.SchoolBreak => ({ ...rest, lastDay: Day.addDays(rest.firstDay, length) }))
const calendars: fc.Arbitrary<SchoolCalendar.SchoolCalendar> = fc.record({
  breaks: fc.array(schoolBreak),
  publicHolidays: fc.array(fc.record({ day: modernDay, label })),
  publishedUntil: modernDay
})
const communeDays: fc.Arbitrary<ReadonlyArray<SchoolCalendar.CommuneDay>> = fc.uniqueArray(
  fc.record({ day: modernDay, marker: fc.constantFrom("schoolBreak" as const, "publicHoliday" as const), label }),
  { selector: ({ day }) => day }
)

describe("laws of the school calendar", () => {
  it("a break marks its first and last day and all between, and a day without a break has none", () => {
    fc.assert(
      fc.property(calendars, modernDay, (calendar, day) => {
        const within = calendar.breaks.some(({ firstDay, lastDay }) => Day.range(firstDay, lastDay).includes(day))
        expect(SchoolCalendar.markers(calendar, day).schoolBreak !== undefined).toBe(within)
        for (const { firstDay, lastDay } of calendar.breaks) {
          expect(SchoolCalendar.markers(calendar, firstDay).schoolBreak).toBeDefined()
          expect(SchoolCalendar.markers(calendar, lastDay).schoolBreak).toBeDefined()
        }
      })
    )
  })

  it("the markers of a month are those of its days", () => {
    const months = fc.oneof(anyMonth, modernDay.map(Day.yearMonth))
    fc.assert(
      fc.property(calendars, months, (calendar, drawn) => {
        const months = [drawn, ...calendar.breaks.map(({ lastDay }) => Day.yearMonth(lastDay))]
        for (const month of months) {
          expect(SchoolCalendar.monthMarkers(calendar, month)).toEqual(
            Day.days(month).map((day) => SchoolCalendar.markers(calendar, day))
          )
        }
      })
    )
  })

  it("the commune's days all show, and no other day changes", () => {
    fc.assert(
      fc.property(calendars, communeDays, modernDay, (calendar, days, other) => {
        const own = SchoolCalendar.withCommuneDays(calendar, days)
        for (const { day, marker, label } of days) {
          expect(SchoolCalendar.markers(own, day)[marker]?.label).toBe(label)
        }
        fc.pre(!days.some(({ day }) => day === other))
        expect(SchoolCalendar.markers(own, other)).toEqual(SchoolCalendar.markers(calendar, other))
        expect(SchoolCalendar.isPublished(own, other)).toBe(SchoolCalendar.isPublished(calendar, other))
      })
    )
  })
})

describe("named calendars", () => {
  it("is published from its first day to its last", () => {
    const calendar: SchoolCalendar.SchoolCalendar = {
      breaks: [],
      publicHolidays: [],
      publishedFrom: Day.make("2014-09-02"),
      publishedUntil: Day.make("2015-08-31")
    }
    const published = (day: string) => SchoolCalendar.isPublished(calendar, Day.make(day))
    expect(["2014-09-01", "2014-09-02", "2015-08-31", "2015-09-01"].map(published)).toEqual([false, true, true, false])
  })
})
