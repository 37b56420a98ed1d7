/**
 * Days, months and hours as people read them in French (S21, S99). It goes into the browser, so of `Day` it takes
 * the types only.
 */
import * as CivilDate from "../CivilDate.ts"
import type * as Day from "../Day.ts"

const noBreak = "\u00a0"
const months = [
  "janvier",
  "février",
  "mars",
  "avril",
  "mai",
  "juin",
  "juillet",
  "août",
  "septembre",
  "octobre",
  "novembre",
  "décembre"
] as const
const names: { readonly [weekday in Day.Weekday]: string } = {
  MO: "lundi",
  TU: "mardi",
  WE: "mercredi",
  TH: "jeudi",
  FR: "vendredi",
  SA: "samedi",
  SU: "dimanche"
}
const namesFromMonday = Object.values(names)

/**
 * The name of a day of the week: "mercredi".
 *
 * @category words
 */
export const weekdayName = (weekday: Day.Weekday): string => names[weekday]

/**
 * The first two letters of a day of the week, as the planning's header has them: "Me" (S99).
 *
 * @category words
 */
export const weekdayShort = (weekday: Day.Weekday): string => capitalised(names[weekday].slice(0, 2))

/**
 * The day and its month without the year: "4 mai", "1er mai".
 *
 * @category words
 */
export const dayAndMonth = (day: Day.Day): string => {
  const number = Number(day.slice(8))
  return `${number === 1 ? "1er" : number} ${monthName(day)}`
}

/**
 * The date in words: "4 mai 2015", "1er mai 2015".
 *
 * @category words
 */
export const date = (day: Day.Day): string => `${dayAndMonth(day)} ${day.slice(0, 4)}`

/**
 * The date in words with its day of the week, to begin a line with: "Lundi 4 mai 2015" (S21).
 *
 * @category words
 */
export const longDate = (day: Day.Day): string => capitalised(longDateInSentence(day))

/**
 * The same within a sentence: "lundi 4 mai 2015".
 *
 * @category words
 */
export const longDateInSentence = (day: Day.Day): string => `${nameOf(day)} ${date(day)}`

/**
 * The date in figures: "08/04/2015" (S34).
 *
 * @category words
 */
export const shortDate = (day: Day.Day): string => `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`

/**
 * The month in words: "avril 2015".
 *
 * @category words
 */
export const month = (yearMonth: Day.YearMonth): string => `${monthName(yearMonth)} ${yearMonth.slice(0, 4)}`

/**
 * The head of a day's column in the planning: "Me 01" (S99).
 *
 * @category words
 */
export const columnHead = (day: Day.Day): string => `${capitalised(nameOf(day).slice(0, 2))} ${day.slice(8)}`

/**
 * A time of day: "11 h", "11 h 30", "11 h 05", with no-break spaces; hours 0 to 24, minutes 0 to 59.
 *
 * @category words
 */
export const time = (hours: number, minutes: number): string =>
  minutes === 0 ? `${hours}${noBreak}h` : `${hours}${noBreak}h${noBreak}${minutes < 10 ? "0" : ""}${minutes}`

/**
 * The text with a capital at its beginning.
 *
 * @category words
 */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function nameOf(day: Day.Day): string {
  const epochDay = CivilDate.toEpochDay(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)))
  return namesFromMonday[CivilDate.weekdayIndex(epochDay)] ?? ""
}

function monthName(day: Day.Day | Day.YearMonth): string {
  return months[Number(day.slice(5, 7)) - 1] ?? ""
}
