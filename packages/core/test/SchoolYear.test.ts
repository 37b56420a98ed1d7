import { Result, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Day from "../src/Day.ts"
import * as SchoolYear from "../src/SchoolYear.ts"
import { modernDay } from "./days.ts"

describe("laws of school years", () => {
  it("part the days: each lies in the one year that its bounds enclose", () => {
    fc.assert(
      fc.property(modernDay, (day) => {
        const schoolYear = SchoolYear.of(day)
        expect(SchoolYear.firstDay(schoolYear) <= day && day <= SchoolYear.lastDay(schoolYear)).toBe(true)
        expect(SchoolYear.of(SchoolYear.firstDay(schoolYear))).toBe(schoolYear)
        expect(SchoolYear.of(SchoolYear.lastDay(schoolYear))).toBe(schoolYear)
      })
    )
  })

  it("follow each other without a gap", () => {
    fc.assert(
      fc.property(modernDay, (day) => {
        const schoolYear = SchoolYear.of(day)
        expect(SchoolYear.previous(SchoolYear.next(schoolYear))).toBe(schoolYear)
        expect(SchoolYear.firstDay(SchoolYear.next(schoolYear))).toBe(Day.addDays(SchoolYear.lastDay(schoolYear), 1))
        expect(Result.isSuccess(Schema.decodeUnknownResult(SchoolYear.SchoolYear)(schoolYear))).toBe(true)
      })
    )
  })
})

describe("named school years", () => {
  it("the guide's operations are of 2014-2015 (S113)", () => {
    expect(SchoolYear.of(Day.make("2015-04-08"))).toBe("2014-2015")
    expect(SchoolYear.of(Day.make("2015-08-31"))).toBe("2014-2015")
    expect(SchoolYear.of(Day.make("2015-09-01"))).toBe("2015-2016")
  })

  it.each(["2014-2016", "2014-2014", "2014/2015", "2014", "2199-2200"])("refuses %s", (text) => {
    expect(Result.isFailure(Schema.decodeUnknownResult(SchoolYear.SchoolYear)(text))).toBe(true)
  })
})
