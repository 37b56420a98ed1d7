import { DateTime, Result, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Day from "../src/Day.ts"
import { modernDay } from "./days.ts"

const zones = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/Cayenne",
  "America/Miquelon",
  "Indian/Reunion",
  "Indian/Mayotte",
  "Pacific/Noumea",
  "Pacific/Tahiti",
  "Pacific/Marquesas",
  "Pacific/Wallis",
  "America/Sao_Paulo",
  "America/St_Johns",
  "America/Havana",
  "Asia/Beirut",
  "Asia/Kathmandu",
  "Africa/Casablanca",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Pacific/Kiritimati",
  "UTC"
].map((name) => Day.TimeZoneId.make(name))
const anyZone = fc.constantFrom(...zones)

const shownBy = new Map(
  zones.map((zone) => [
    zone,
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" })
  ])
)
const shown = (millis: number, zone: Day.TimeZoneId): string => shownBy.get(zone)?.format(millis) ?? ""
const instant = (text: string): DateTime.Utc => DateTime.toUtc(DateTime.makeUnsafe(text))
const start = (day: string, zone: string): string =>
  DateTime.formatIso(Day.startOf(Day.make(day), Day.TimeZoneId.make(zone)))

describe("laws of days in a zone", () => {
  it("ofInstant is the day that the platform's calendar shows", () => {
    fc.assert(
      fc.property(
        anyZone,
        fc.date({ min: new Date("1972-02-01"), max: new Date("2040-12-31"), noInvalidDate: true }),
        (zone, date) => {
          expect(Day.ofInstant(DateTime.makeUnsafe(date.getTime()), zone)).toBe(shown(date.getTime(), zone))
        }
      ),
      { numRuns: 2000 }
    )
  })

  it("startOf is the first instant of its day: one millisecond before is another day", () => {
    fc.assert(
      fc.property(anyZone, modernDay, (zone, day) => {
        fc.pre(
          !(zone === "Pacific/Apia" && day === "2011-12-30") && !(zone === "Pacific/Kiritimati" && day === "1994-12-31")
        )
        const first = DateTime.toEpochMillis(Day.startOf(day, zone))
        expect(Day.ofInstant(DateTime.makeUnsafe(first), zone)).toBe(day)
        expect(shown(first, zone)).toBe(day)
        expect(shown(first - 1, zone) < day).toBe(true)
      }),
      { numRuns: 2000 }
    )
  })

  it("every clock change of each zone gives a start that the clocks confirm, minute by minute", () => {
    for (const zone of zones) {
      for (const day of Day.range(Day.make("2009-01-01"), Day.make("2014-12-31"))) {
        const first = DateTime.toEpochMillis(Day.startOf(day, zone))
        const next = DateTime.toEpochMillis(Day.startOf(Day.addDays(day, 1), zone))
        const hours = (next - first) / 3_600_000
        if (hours === 24) continue
        if (hours === 0) expect(`${zone} ${day}`).toBe("Pacific/Apia 2011-12-30")
        else {
          expect(Math.abs(hours - 24)).toBeLessThanOrEqual(1)
          expect(shown(first, zone)).toBe(day)
          for (let minute = 1; minute <= 180; minute++) expect(shown(first - minute * 60_000, zone) < day).toBe(true)
        }
      }
    }
  })
})

describe("named days in a zone", () => {
  it("begins in Paris at 23:00 UTC in winter, 22:00 in summer, and each clock change on its own side", () => {
    expect(start("2015-03-29", "Europe/Paris")).toBe("2015-03-28T23:00:00.000Z")
    expect(start("2015-03-30", "Europe/Paris")).toBe("2015-03-29T22:00:00.000Z")
    expect(start("2015-10-25", "Europe/Paris")).toBe("2015-10-24T22:00:00.000Z")
    expect(start("2015-10-26", "Europe/Paris")).toBe("2015-10-25T23:00:00.000Z")
  })

  it("begins at one o'clock where midnight does not exist", () => {
    expect(start("2018-11-04", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z")
    expect(Day.ofInstant(instant("2018-11-04T02:59:59.999Z"), Day.TimeZoneId.make("America/Sao_Paulo"))).toBe(
      "2018-11-03"
    )
  })

  it("begins at the first of two midnights, and goes back a day for the hour that is shown twice", () => {
    const zone = Day.TimeZoneId.make("America/St_Johns")
    expect(start("2010-11-07", zone)).toBe("2010-11-07T02:30:00.000Z")
    expect(Day.ofInstant(instant("2010-11-07T02:30:59Z"), zone)).toBe("2010-11-07")
    expect(Day.ofInstant(instant("2010-11-07T02:31:00Z"), zone)).toBe("2010-11-06")
    expect(Day.ofInstant(instant("2010-11-07T03:30:00Z"), zone)).toBe("2010-11-07")
  })

  it("gives no length to the day that Samoa left out", () => {
    expect(start("2011-12-30", "Pacific/Apia")).toBe("2011-12-30T10:00:00.000Z")
    expect(start("2011-12-31", "Pacific/Apia")).toBe("2011-12-30T10:00:00.000Z")
  })

  it("tells the commune's day, not UTC's (S21)", () => {
    const late = instant("2015-05-04T22:30:00Z")
    expect(Day.ofInstant(late, Day.TimeZoneId.make("Europe/Paris"))).toBe("2015-05-05")
    expect(Day.ofInstant(late, Day.TimeZoneId.make("America/Guadeloupe"))).toBe("2015-05-04")
  })

  it.each(["Europe/Chênex", "", "+02:00", "Paris", "Europe/Paris ", "../etc"])("refuses the zone %j", (name) => {
    expect(Result.isFailure(Schema.decodeUnknownResult(Day.TimeZoneId)(name))).toBe(true)
  })
})
