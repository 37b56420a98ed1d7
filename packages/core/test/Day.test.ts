import { Result, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Day from "../src/Day.ts"
import { anyDay, anyMonth, modernDay } from "./days.ts"

const accepted = (schema: Schema.Codec<unknown, unknown>, text: unknown): boolean =>
  Result.isSuccess(Schema.decodeUnknownResult(schema)(text))

describe("laws of days", () => {
  it("toEpochDay undoes fromEpochDay, and every day is a valid one", () => {
    const first = Day.toEpochDay(Day.make("1900-01-01"))
    const last = Day.toEpochDay(Day.make("2199-12-31"))
    for (let n = first; n <= last; n++) {
      const day = Day.fromEpochDay(n)
      if (Day.toEpochDay(day) !== n || !accepted(Day.Day, day)) expect.unreachable(`${n} gives ${day}`)
    }
  })

  it("agrees with the platform's calendar", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const platform = new Date(Day.toEpochDay(day) * 86_400_000)
        expect(platform.toISOString().slice(0, 10)).toBe(day)
        expect(Day.weekdays[(platform.getUTCDay() + 6) % 7]).toBe(Day.weekday(day))
      })
    )
  })

  it("addDays goes and comes back, and keeps the order", () => {
    fc.assert(
      fc.property(modernDay, fc.integer({ min: -20_000, max: 20_000 }), (day, n) => {
        const other = Day.addDays(day, n)
        expect(Day.addDays(other, -n)).toBe(day)
        expect(Day.compare(day, other)).toBe(-Math.sign(n) + 0)
        expect(Day.isBefore(day, other)).toBe(n > 0)
        expect(Day.isAfter(day, other)).toBe(n < 0)
      })
    )
  })

  it("range counts its days one after the other", () => {
    fc.assert(
      fc.property(modernDay, fc.integer({ min: -40, max: 400 }), (from, n) => {
        const days = Day.range(from, Day.addDays(from, n))
        expect(days.length).toBe(Math.max(0, n + 1))
        days.forEach((day, index) => {
          expect(day).toBe(Day.addDays(from, index))
        })
      })
    )
  })

  it("the days of a month are exactly those that lie in it", () => {
    fc.assert(
      fc.property(
        anyMonth.filter((month) => month > "1900-01" && month < "2199-12"),
        (month) => {
          const days = Day.days(month)
          expect(days.every((day) => Day.yearMonth(day) === month)).toBe(true)
          expect(Day.yearMonth(Day.addDays(Day.firstDay(month), -1))).toBe(Day.addMonths(month, -1))
          expect(Day.yearMonth(Day.addDays(Day.lastDay(month), 1))).toBe(Day.addMonths(month, 1))
        }
      )
    )
  })

  it("a month later lies in the next month, on the same day or on its last", () => {
    fc.assert(
      fc.property(modernDay, fc.integer({ min: -300, max: 300 }), (day, n) => {
        const later = Day.addMonthsClamped(day, n)
        expect(Day.yearMonth(later)).toBe(Day.addMonths(Day.yearMonth(day), n))
        expect(Day.dayOfMonth(later) === Day.dayOfMonth(day) || later === Day.lastDay(Day.yearMonth(later))).toBe(true)
        expect(Day.dayOfMonth(later)).toBeLessThanOrEqual(Day.dayOfMonth(day))
      })
    )
  })

  it("an ISO week is seven days, and the next has the next number or 1", () => {
    fc.assert(
      fc.property(modernDay, (day) => {
        const monday = Day.addDays(day, -Day.weekdays.indexOf(Day.weekday(day)))
        const week = Day.isoWeek(monday)
        for (const d of Day.range(monday, Day.addDays(monday, 6))) expect(Day.isoWeek(d)).toBe(week)
        const next = Day.isoWeek(Day.addDays(monday, 7))
        expect(next === week + 1 || (next === 1 && week >= 52)).toBe(true)
      })
    )
  })

  it("accepts no other text than that of a real date", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 14 }), modernDay, (d, m, base) => {
        const text = `${Day.year(base)}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`
        const platform = new Date(`${text}T00:00:00Z`)
        const real = !Number.isNaN(platform.getTime()) && platform.toISOString().startsWith(text)
        expect(accepted(Day.Day, text)).toBe(real)
      })
    )
  })
})

describe("named days", () => {
  it.each(["2015-02-31", "2015-02-29", "1900-02-29", "2015-13-01", "2015-04-31", "1899-12-31", "2200-01-01"])(
    "refuses %s",
    (text) => {
      expect(accepted(Day.Day, text)).toBe(false)
      expect(() => Day.make(text)).toThrow()
    }
  )

  it.each(["", "2015-4-6", "2015-04-06 ", "2015-04-06\n", "06/04/2015", "２０１５-04-06", 20150406, null])(
    "refuses %j",
    (value) => {
      expect(accepted(Day.Day, value)).toBe(false)
    }
  )

  it("accepts 29 February 2000 and 2016", () => {
    expect(accepted(Day.Day, "2000-02-29")).toBe(true)
    expect(accepted(Day.Day, "2016-02-29")).toBe(true)
  })

  it.each(["2015-00", "2015-13", "2015-4", "2015-04\n", "1899-12", "2200-01"])("refuses the month %j", (text) => {
    expect(accepted(Day.YearMonth, text)).toBe(false)
  })

  it("knows the guide's month: 1 April 2015 is a Wednesday, of 30 days (S99)", () => {
    const april = Day.yearMonth(Day.make("2015-04-01"))
    expect(Day.weekday(Day.firstDay(april))).toBe("WE")
    expect(Day.days(april).length).toBe(30)
    expect(Day.weekday(Day.lastDay(april))).toBe("TH")
  })

  it("clamps at the ends of months (S130)", () => {
    expect(Day.addMonthsClamped(Day.make("2015-01-31"), 1)).toBe("2015-02-28")
    expect(Day.addMonthsClamped(Day.make("2016-01-31"), 1)).toBe("2016-02-29")
    expect(Day.addMonthsClamped(Day.make("2016-03-31"), -1)).toBe("2016-02-29")
    expect(Day.addMonthsClamped(Day.make("2015-12-08"), 1)).toBe("2016-01-08")
  })

  it("numbers weeks as ISO 8601 does", () => {
    expect(Day.isoWeek(Day.make("2015-12-31"))).toBe(53)
    expect(Day.isoWeek(Day.make("2016-01-03"))).toBe(53)
    expect(Day.isoWeek(Day.make("2016-01-04"))).toBe(1)
    expect(Day.isoWeek(Day.make("2018-12-31"))).toBe(1)
    expect(Day.isoWeek(Day.make("2199-12-31"))).toBe(1)
  })

  it("ends with the years it knows", () => {
    expect(() => Day.addDays(Day.make("2199-12-31"), 1)).toThrow(RangeError)
    expect(() => Day.addDays(Day.make("1900-01-01"), -1)).toThrow(RangeError)
    expect(() => Day.addDays(Day.make("2015-04-06"), Number.NaN)).toThrow(RangeError)
  })
})
