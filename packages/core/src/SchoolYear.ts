/**
 * The school year, from 1 September to 31 August, by which statements and enrolments are kept (S112).
 */
import { Schema } from "effect"
import * as Day from "./Day.ts"

/**
 * Two years that follow each other, "2014-2015".
 *
 * @category models
 */
export const SchoolYear = Schema.String.pipe(Schema.check(Schema.makeFilter(isSchoolYear)), Schema.brand("SchoolYear"))
export type SchoolYear = typeof SchoolYear.Type

/**
 * The school year in which the day lies: 31 August 2015 is of "2014-2015", 1 September of "2015-2016". Throws a
 * RangeError for the months that lack a whole school year, January to August 1900 and September to December 2199.
 *
 * @category constructors
 */
export const of = (day: Day.Day): SchoolYear => beginningIn(Day.month(day) >= 9 ? Day.year(day) : Day.year(day) - 1)

/**
 * The 1 September that opens the school year.
 *
 * @category rules
 */
export const firstDay = (schoolYear: SchoolYear): Day.Day => Day.make(`${schoolYear.slice(0, 4)}-09-01`)

/**
 * The 31 August that ends the school year.
 *
 * @category rules
 */
export const lastDay = (schoolYear: SchoolYear): Day.Day => Day.make(`${schoolYear.slice(5)}-08-31`)

/**
 * The school year before.
 *
 * @category rules
 */
export const previous = (schoolYear: SchoolYear): SchoolYear => beginningIn(Number(schoolYear.slice(0, 4)) - 1)

/**
 * The school year after.
 *
 * @category rules
 */
export const next = (schoolYear: SchoolYear): SchoolYear => beginningIn(Number(schoolYear.slice(0, 4)) + 1)

function beginningIn(year: number): SchoolYear {
  if (year < 1900 || year > 2198) throw new RangeError("A school year outside of 1900 to 2199")
  return `${year}-${year + 1}` as SchoolYear
}

function isSchoolYear(text: string): boolean {
  const [, first, second] = /^((?:19|20|21)\d\d)-(\d{4})$/.exec(text) ?? []
  return Number(second) === Number(first) + 1 && Number(second) <= 2199
}
