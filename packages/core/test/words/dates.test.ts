import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Day from "../../src/Day.ts"
import * as dates from "../../src/words/dates.ts"
import { anyDay, anyMonth } from "../days.ts"

const platform = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC", ...options })
  return (day: Day.Day) => format.format(Day.toEpochDay(day) * 86_400_000)
}

describe("laws of dates in French", () => {
  it("agree with the platform's French, but for the first of a month", () => {
    const long = platform({ weekday: "long", day: "numeric", month: "long", year: "numeric" })
    const short = platform({ day: "2-digit", month: "2-digit", year: "numeric" })
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dates.longDateInSentence(day).replace(" 1er ", " 1 ")).toBe(long(day).replace(" 1er ", " 1 "))
        expect(dates.shortDate(day)).toBe(short(day))
      })
    )
  })

  it("name each month as the platform does", () => {
    const named = platform({ month: "long", year: "numeric" })
    fc.assert(
      fc.property(anyMonth, (month) => {
        expect(dates.month(month)).toBe(named(Day.firstDay(month)))
      })
    )
  })

  it("give each day of a month its own head of six characters at most", () => {
    fc.assert(
      fc.property(anyMonth, (month) => {
        const heads = Day.days(month).map(dates.columnHead)
        expect(new Set(heads).size).toBe(heads.length)
        expect(heads.every((head) => /^(Lu|Ma|Me|Je|Ve|Sa|Di) \d\d$/.test(head))).toBe(true)
      })
    )
  })
})

describe("named dates", () => {
  it("writes the guide's date (S21)", () => {
    expect(dates.longDate(Day.make("2015-05-04"))).toBe("Lundi 4 mai 2015")
    expect(dates.date(Day.make("2015-05-04"))).toBe("4 mai 2015")
    expect(dates.date(Day.make("2015-05-01"))).toBe("1er mai 2015")
    expect(dates.dayAndMonth(Day.make("2015-08-12"))).toBe("12 août")
    expect(dates.shortDate(Day.make("2015-04-08"))).toBe("08/04/2015")
    expect(dates.month(Day.YearMonth.make("2015-04"))).toBe("avril 2015")
  })

  it("heads the guide's columns from Me 01 to Je 30 (S99)", () => {
    expect(dates.columnHead(Day.make("2015-04-01"))).toBe("Me 01")
    expect(dates.columnHead(Day.make("2015-04-30"))).toBe("Je 30")
  })

  it("writes hours with no-break spaces", () => {
    expect(dates.time(11, 0)).toBe("11\u00a0h")
    expect(dates.time(11, 30)).toBe("11\u00a0h\u00a030")
    expect(dates.time(9, 5)).toBe("9\u00a0h\u00a005")
  })
})
