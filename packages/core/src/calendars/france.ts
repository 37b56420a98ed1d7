/**
 * The calendar of a commune of metropolitan France: the breaks of its school zone and the public holidays of its
 * department (S103).
 */
import * as Day from "../Day.ts"
import type { SchoolBreak, SchoolCalendar, SchoolZone } from "../SchoolCalendar.ts"
import { type BreakRow, breaks, publishedFrom, summerLabel } from "./franceBreaks.ts"
import { alsaceMoselleHolidays, publicHolidays } from "./francePublicHolidays.ts"

/**
 * All that is published for a zone, with the public holidays of a department written as in its official code ("74",
 * "2A"): those of 57, 67 and 68 are two more. The zone is the one the commune is in now: an academy that changed zones in
 * September 2015 (see `zoneOf`) had other breaks before.
 *
 * @category constructors
 */
export const forZone = (zone: SchoolZone, department: string): SchoolCalendar => {
  const known = breaks[zone].map(schoolBreakOf)
  const holidays = alsaceMoselle.has(department) ? [...publicHolidays, ...alsaceMoselleHolidays] : publicHolidays
  return {
    breaks: known,
    publicHolidays: holidays
      .map(([day, label]) => ({ day: Day.make(day), label }))
      .sort((one, other) => Day.compare(one.day, other.day)),
    publishedFrom: Day.make(publishedFrom),
    publishedUntil: known.reduce(
      (last, { lastDay }) => (Day.isAfter(lastDay, last) ? lastDay : last),
      Day.make(publishedFrom)
    )
  }
}

const alsaceMoselle: ReadonlySet<string> = new Set(["57", "67", "68"])

function schoolBreakOf([label, firstDay, lastDay]: BreakRow): SchoolBreak {
  return {
    label,
    firstDay: Day.make(firstDay),
    lastDay: Day.make(lastDay),
    kind: label === summerLabel ? "summer" : "short"
  }
}
