/**
 * Days, months and hours as people read them in French (S21, S99).
 */
import * as Day from "../Day.ts"

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
  const number = Day.dayOfMonth(day)
  return `${number === 1 ? "1er" : number} ${months[Day.month(day) - 1]}`
}

/**
 * The date in words: "4 mai 2015", "1er mai 2015".
 *
 * @category words
 */
export const date = (day: Day.Day): string => `${dayAndMonth(day)} ${Day.year(day)}`

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
export const longDateInSentence = (day: Day.Day): string => `${weekdayName(Day.weekday(day))} ${date(day)}`

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
export const month = (yearMonth: Day.YearMonth): string => `${months[Day.month(yearMonth) - 1]} ${Day.year(yearMonth)}`

/**
 * The head of a day's column in the planning: "Me 01" (S99).
 *
 * @category words
 */
export const columnHead = (day: Day.Day): string => `${weekdayShort(Day.weekday(day))} ${day.slice(8)}`

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
