/**
 * The arithmetic of the Gregorian calendar on plain numbers, where day 0 is 1 January 1970.
 * `Day` gives it types; the method is Howard Hinnant's, with years that begin in March.
 */

/**
 * A year, a month (1 to 12) and a day of that month (1 to 31).
 *
 * @category models
 */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly dayOfMonth: number
}

const daysPerEra = 146_097
const daysFromEraToEpoch = 719_468

/**
 * How many days lie between 1 January 1970 and the date; negative before.
 *
 * @category rules
 */
export const toEpochDay = (year: number, month: number, dayOfMonth: number): number => {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * daysPerEra + dayOfEra - daysFromEraToEpoch
}

/**
 * The date that lies `epochDay` whole days after 1 January 1970.
 *
 * @category rules
 */
export const fromEpochDay = (epochDay: number): CivilDate => {
  const shifted = epochDay + daysFromEraToEpoch
  const era = Math.floor(shifted / daysPerEra)
  const dayOfEra = shifted - era * daysPerEra
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    dayOfMonth: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  }
}

/**
 * The day of the week: 0 is Monday, 6 Sunday.
 *
 * @category rules
 */
export const weekdayIndex = (epochDay: number): number => (((epochDay + 3) % 7) + 7) % 7

/**
 * How many days the month has, 28 to 31.
 *
 * @category rules
 */
export const lengthOfMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}
