/**
 * A day of the calendar without any hour, as written on a planning or an invoice: "2015-04-06".
 * What day it is at an instant depends on the commune's time zone (S21).
 */
import { DateTime, Order, Schema } from "effect"
import * as CivilDate from "./CivilDate.ts"
import { firstInstantShowing, offsetAt, TimeZoneId } from "./TimeZone.ts"

export { TimeZoneId }

const millisPerDay = 86_400_000

/**
 * A real date of the years 1900 to 2199, "YYYY-MM-DD". Texts of days sort like the days.
 *
 * @category models
 */
export const Day = Schema.String.pipe(
  Schema.check(Schema.makeFilter(isDay, { expected: "a day" })),
  Schema.brand("Day")
)
export type Day = typeof Day.Type

/**
 * A month of the years 1900 to 2199, "YYYY-MM".
 *
 * @category models
 */
export const YearMonth = Schema.String.pipe(
  Schema.check(Schema.isPattern(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/)),
  Schema.brand("YearMonth")
)
export type YearMonth = typeof YearMonth.Type

/**
 * The days of the week from Monday on, as commune files write them.
 *
 * @category models
 */
export const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const
export const Weekday = Schema.Literals(weekdays)
export type Weekday = typeof Weekday.Type

/**
 * The day of that text; throws where the text is no `Day`. For literals: texts from outside are decoded.
 *
 * @category constructors
 */
export const make = (text: string): Day => Day.make(text)

/**
 * The day that lies `n` days after 1 January 1970; throws a RangeError outside of 1900 to 2199.
 *
 * @category constructors
 */
export const fromEpochDay = (n: number): Day => {
  const { year, month, dayOfMonth } = CivilDate.fromEpochDay(n)
  return of(year, month, dayOfMonth)
}

/**
 * How many days lie between 1 January 1970 and the day; negative before.
 *
 * @category rules
 */
export const toEpochDay = (day: Day): number => CivilDate.toEpochDay(year(day), month(day), dayOfMonth(day))

/**
 * The year, 1900 to 2199.
 *
 * @category rules
 */
export const year = (day: Day | YearMonth): number => twoDigits(day, 0) * 100 + twoDigits(day, 2)

/**
 * The month, 1 to 12.
 *
 * @category rules
 */
export const month = (day: Day | YearMonth): number => twoDigits(day, 5)

/**
 * The day of the month, 1 to 31.
 *
 * @category rules
 */
export const dayOfMonth = (day: Day): number => twoDigits(day, 8)

/**
 * The day `n` days later, or earlier where `n` is negative; throws a RangeError outside of 1900 to 2199.
 *
 * @category rules
 */
export const addDays = (day: Day, n: number): Day => fromEpochDay(toEpochDay(day) + n)

/**
 * The day of the week: 1 April 2015 is "WE" (S99).
 *
 * @category rules
 */
export const weekday = (day: Day): Weekday => weekdays[CivilDate.weekdayIndex(toEpochDay(day))] as Weekday

/**
 * The number of the ISO 8601 week, 1 to 53; its parity decides who has a child in alternating custody.
 *
 * @category rules
 */
export const isoWeek = (day: Day): number => {
  const epochDay = toEpochDay(day)
  // The Thursday may stand in a year that no day of ours has.
  const thursday = epochDay - CivilDate.weekdayIndex(epochDay) + 3
  return Math.floor((thursday - CivilDate.toEpochDay(CivilDate.fromEpochDay(thursday).year, 1, 1)) / 7) + 1
}

/**
 * The month of the day.
 *
 * @category rules
 */
export const yearMonth = (day: Day): YearMonth => day.slice(0, 7) as YearMonth

/**
 * The first day of the month.
 *
 * @category rules
 */
export const firstDay = (yearMonth: YearMonth): Day => `${yearMonth}-01` as Day

/**
 * The last day of the month, leap years included.
 *
 * @category rules
 */
export const lastDay = (yearMonth: YearMonth): Day =>
  `${yearMonth}-${CivilDate.lengthOfMonth(year(yearMonth), month(yearMonth))}` as Day

/**
 * The days of the month, in order.
 *
 * @category rules
 */
export const days = (yearMonth: YearMonth): ReadonlyArray<Day> => range(firstDay(yearMonth), lastDay(yearMonth))

/**
 * The days from one day to another, both included; empty where the first is after the last.
 *
 * @category rules
 */
export const range = (from: Day, to: Day): ReadonlyArray<Day> => {
  const first = toEpochDay(from)
  return Array.from({ length: Math.max(0, toEpochDay(to) - first + 1) }, (_, index) => fromEpochDay(first + index))
}

/**
 * The month `n` months later, or earlier where `n` is negative; throws a RangeError outside of 1900 to 2199.
 *
 * @category rules
 */
export const addMonths = (yearMonth: YearMonth, n: number): YearMonth => {
  const months = year(yearMonth) * 12 + month(yearMonth) - 1 + n
  return of(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1).slice(0, 7) as YearMonth
}

/**
 * The same day of the month `n` months later, or the last day of that month where it is shorter: one month from
 * 31 January is 28 or 29 February (S130).
 *
 * @category rules
 */
export const addMonthsClamped = (day: Day, n: number): Day => {
  const target = addMonths(yearMonth(day), n)
  return of(
    year(target),
    month(target),
    Math.min(dayOfMonth(day), CivilDate.lengthOfMonth(year(target), month(target)))
  )
}

/**
 * The order of days in time: -1, 0 or 1.
 *
 * @category rules
 */
export const compare: Order.Order<Day> = Order.String

/**
 * Whether the first day lies before the second.
 *
 * @category rules
 */
export const isBefore = (day: Day, other: Day): boolean => day < other

/**
 * Whether the first day lies after the second.
 *
 * @category rules
 */
export const isAfter = (day: Day, other: Day): boolean => day > other

/**
 * The day that calendars in the zone show at that instant; throws a RangeError outside of 1900 to 2199.
 *
 * @category rules
 */
export const ofInstant = (instant: DateTime.Utc, zone: TimeZoneId): Day => {
  const millis = DateTime.toEpochMillis(instant)
  return fromEpochDay(Math.floor((millis + offsetAt(millis, zone)) / millisPerDay))
}

/**
 * The first instant of the day in the zone. Where clocks jump over midnight it is the instant of the jump, and a day
 * that a zone left out begins and ends at once.
 *
 * @category rules
 */
export const startOf = (day: Day, zone: TimeZoneId): DateTime.Utc =>
  DateTime.makeUnsafe(firstInstantShowing(toEpochDay(day) * millisPerDay, zone))

function isDay(text: string): boolean {
  const [, year, month, dayOfMonth] = /^((?:19|20|21)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.exec(text) ?? []
  return year !== undefined && Number(dayOfMonth) <= CivilDate.lengthOfMonth(Number(year), Number(month))
}

// A planning reads hundreds of days: reading them as texts would cost more than deciding their cells.
function twoDigits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48
}

function of(year: number, month: number, dayOfMonth: number): Day {
  if (!(year >= 1900 && year <= 2199)) throw new RangeError("A day outside of the years 1900 to 2199")
  return `${year}-${month < 10 ? "0" : ""}${month}-${dayOfMonth < 10 ? "0" : ""}${dayOfMonth}` as Day
}
