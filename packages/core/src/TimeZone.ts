/**
 * The time zone a commune lives in, and how far its clocks are from UTC at any instant.
 * Overseas communes have zones of their own (S21).
 */
import { Schema } from "effect"
import * as CivilDate from "./CivilDate.ts"

const millisPerDay = 86_400_000

/**
 * The IANA name of a time zone, such as "Europe/Paris" or "Indian/Reunion"; bare offsets ("+02:00") are refused,
 * because they know no clock changes.
 *
 * @category models
 */
export const TimeZoneId = Schema.String.pipe(Schema.check(Schema.makeFilter(isTimeZone)), Schema.brand("TimeZoneId"))
export type TimeZoneId = typeof TimeZoneId.Type

/**
 * How many milliseconds the clocks of the zone are ahead of UTC at that instant (milliseconds since 1970, UTC).
 * Dear for an instant of a day on which clocks change, a lookup otherwise.
 *
 * @category rules
 */
export const offsetAt = (epochMillis: number, zone: TimeZoneId): number => {
  const { format, steady } = clockOf(zone)
  const bucket = Math.floor(epochMillis / millisPerDay)
  let offset = steady.get(bucket)
  if (offset === undefined) {
    const first = offsetOf(format, bucket * millisPerDay)
    const last = offsetOf(format, (bucket + 1) * millisPerDay - 1000)
    offset = first === last ? first : Number.NaN
    if (steady.size >= 4096) steady.clear()
    steady.set(bucket, offset)
  }
  return Number.isNaN(offset) ? offsetOf(format, epochMillis) : offset
}

/**
 * The first instant, in milliseconds since 1970 UTC, at which the clocks of the zone show `wallMillis` or later
 * (the reading of a clock, in milliseconds, as if it were UTC). Where the clocks jump over that reading, the instant
 * of the jump; where they show it twice, the first time. Clocks change at whole seconds, at most once in 32 hours.
 *
 * @category rules
 */
export const firstInstantShowing = (wallMillis: number, zone: TimeZoneId): number => {
  const reach = 16 * 3_600_000
  let before = wallMillis - reach
  let after = wallMillis + reach
  const offsetBefore = offsetAt(before, zone)
  const offsetAfter = offsetAt(after, zone)
  if (offsetBefore === offsetAfter) return wallMillis - offsetBefore
  while (after - before > 1000) {
    const middle = before + Math.floor((after - before) / 2000) * 1000
    if (offsetAt(middle, zone) === offsetBefore) before = middle
    else after = middle
  }
  const unchanged = wallMillis - offsetBefore
  return unchanged < after ? unchanged : Math.max(after, wallMillis - offsetAfter)
}

interface Clock {
  readonly format: Intl.DateTimeFormat
  readonly steady: Map<number, number>
}

const clocks = new Map<string, Clock>()

function clockOf(zone: string): Clock {
  let clock = clocks.get(zone)
  if (clock === undefined) {
    clock = { format: formatOf(zone), steady: new Map() }
    clocks.set(zone, clock)
  }
  return clock
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric"
  })
}

function offsetOf(format: Intl.DateTimeFormat, epochMillis: number): number {
  const wholeSeconds = Math.floor(epochMillis / 1000) * 1000
  const shown: { [part in Intl.DateTimeFormatPartTypes]?: number } = {}
  for (const { type, value } of format.formatToParts(wholeSeconds)) shown[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = shown
  return (
    CivilDate.toEpochDay(year, month, day) * millisPerDay + ((hour * 60 + minute) * 60 + second) * 1000 - wholeSeconds
  )
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}
