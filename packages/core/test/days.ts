import * as fc from "fast-check"
import * as Day from "../src/Day.ts"

export const anyDay: fc.Arbitrary<Day.Day> = fc
  .integer({ min: Day.toEpochDay(Day.make("1900-01-01")), max: Day.toEpochDay(Day.make("2199-12-31")) })
  .map(Day.fromEpochDay)

export const modernDay: fc.Arbitrary<Day.Day> = fc
  .integer({ min: Day.toEpochDay(Day.make("1972-02-01")), max: Day.toEpochDay(Day.make("2040-12-31")) })
  .map(Day.fromEpochDay)

export const anyMonth: fc.Arbitrary<Day.YearMonth> = anyDay.map(Day.yearMonth)
