/**
 * Which days are school breaks and public holidays: the markers P, G and J in the header of a planning (S97).
 * They mark the day and close nothing by themselves; whether an activity runs is the activity's own rule (S102).
 */
import { Schema } from "effect"
import * as Day from "./Day.ts"
import * as SchoolYears from "./SchoolYear.ts"

export { SchoolYear } from "./SchoolYear.ts"

/**
 * The three groups of academies of metropolitan France that have winter and spring breaks on dates of their own.
 *
 * @category models
 */
export const SchoolZone = Schema.Literals(["A", "B", "C"])
export type SchoolZone = typeof SchoolZone.Type

/**
 * How a break is drawn: "short" as P, "summer" as G (S97).
 *
 * @category models
 */
export const SchoolBreakKind = Schema.Literals(["short", "summer"])
export type SchoolBreakKind = typeof SchoolBreakKind.Type

/**
 * Days without school, the first and the last included.
 *
 * @category models
 */
export const SchoolBreak = Schema.Struct({
  label: Schema.NonEmptyString,
  firstDay: Day.Day,
  lastDay: Day.Day,
  kind: SchoolBreakKind
})
export type SchoolBreak = typeof SchoolBreak.Type

/**
 * A day off by law, drawn J (S97).
 *
 * @category models
 */
export const PublicHoliday = Schema.Struct({ day: Day.Day, label: Schema.NonEmptyString })
export type PublicHoliday = typeof PublicHoliday.Type

/**
 * The calendar of one zone. Beyond `publishedUntil`, and before `publishedFrom` where that is given, nothing is known
 * and pages say so (S103).
 *
 * @category models
 */
export const SchoolCalendar = Schema.Struct({
  breaks: Schema.Array(SchoolBreak),
  publicHolidays: Schema.Array(PublicHoliday),
  publishedFrom: Schema.optionalKey(Day.Day),
  publishedUntil: Day.Day
})
export type SchoolCalendar = typeof SchoolCalendar.Type

/**
 * A day that a commune adds to the national calendar: a bridge day of its schools, a local holiday (S103).
 *
 * @category models
 */
export const CommuneDay = Schema.Struct({
  day: Day.Day,
  marker: Schema.Literals(["schoolBreak", "publicHoliday"]),
  label: Schema.NonEmptyString
})
export type CommuneDay = typeof CommuneDay.Type

/**
 * What marks a day; both may, as on Easter Monday within the spring break.
 *
 * @category models
 */
export interface DayMarkers {
  readonly schoolBreak: SchoolBreak | undefined
  readonly publicHoliday: PublicHoliday | undefined
}

/**
 * The break and the public holiday of a day, where it has them; the first in the calendar counts.
 *
 * @category rules
 */
export const markers = (calendar: SchoolCalendar, day: Day.Day): DayMarkers => ({
  schoolBreak: calendar.breaks.find(({ firstDay, lastDay }) => firstDay <= day && day <= lastDay),
  publicHoliday: calendar.publicHolidays.find((holiday) => holiday.day === day)
})

/**
 * The markers of each day of a month, the first of the month first.
 *
 * @category rules
 */
export const monthMarkers = (calendar: SchoolCalendar, month: Day.YearMonth): ReadonlyArray<DayMarkers> => {
  const first = Day.firstDay(month)
  const last = Day.lastDay(month)
  const ofMonth: SchoolCalendar = {
    ...calendar,
    breaks: calendar.breaks.filter(({ firstDay, lastDay }) => firstDay <= last && lastDay >= first),
    publicHolidays: calendar.publicHolidays.filter(({ day }) => first <= day && day <= last)
  }
  return Day.days(month).map((day) => markers(ofMonth, day))
}

/**
 * Whether the calendar covers the day, so that no marker means an ordinary day (S103).
 *
 * @category rules
 */
export const isPublished = (calendar: SchoolCalendar, day: Day.Day): boolean =>
  (calendar.publishedFrom === undefined || calendar.publishedFrom <= day) && day <= calendar.publishedUntil

/**
 * The school year in which the day lies, "2014-2015" (S113).
 *
 * @category rules
 */
export const schoolYear = (day: Day.Day): SchoolYears.SchoolYear => SchoolYears.of(day)

/**
 * The calendar with the commune's own days, which come before the national ones where both mark a day. What is
 * published stays what it was.
 *
 * @category rules
 */
export const withCommuneDays = (calendar: SchoolCalendar, days: ReadonlyArray<CommuneDay>): SchoolCalendar => ({
  ...calendar,
  breaks: [
    ...days
      .filter(({ marker }) => marker === "schoolBreak")
      .map(({ day, label }): SchoolBreak => ({ label, firstDay: day, lastDay: day, kind: "short" })),
    ...calendar.breaks
  ],
  publicHolidays: [
    ...days.filter(({ marker }) => marker === "publicHoliday").map(({ day, label }): PublicHoliday => ({ day, label })),
    ...calendar.publicHolidays
  ]
})
