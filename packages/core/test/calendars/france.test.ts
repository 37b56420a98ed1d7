import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { forZone } from "../../src/calendars/france.ts"
import { zoneOf } from "../../src/calendars/franceZones.ts"
import * as Day from "../../src/Day.ts"
import * as SchoolCalendar from "../../src/SchoolCalendar.ts"
import * as SchoolYear from "../../src/SchoolYear.ts"

const zones = SchoolCalendar.SchoolZone.literals
const day = Day.make

/** Easter Sunday by the anonymous Gregorian method, written apart from the data it checks. */
const easter = (year: number): Day.Day => {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const sum = h + l - 7 * m + 114
  return day(`${year}-0${Math.floor(sum / 31)}-${String((sum % 31) + 1).padStart(2, "0")}`)
}

describe("laws of the national calendar", () => {
  it.each(zones)("zone %s decodes, and its breaks follow each other without touching", (zone) => {
    const calendar = forZone(zone, "74")
    expect(Result.isSuccess(Schema.decodeUnknownResult(SchoolCalendar.SchoolCalendar)(calendar))).toBe(true)
    calendar.breaks.forEach((current, index) => {
      expect(current.firstDay <= current.lastDay).toBe(true)
      const next = calendar.breaks[index + 1]
      if (next !== undefined) expect(current.lastDay < next.firstDay).toBe(true)
    })
  })

  it.each(zones)("zone %s has its five breaks in each school year, one of them the summer", (zone) => {
    const { breaks } = forZone(zone, "74")
    for (let year = SchoolYear.of(day("2014-09-02")); year <= "2026-2027"; year = SchoolYear.next(year)) {
      const ofYear = breaks.filter(({ firstDay }) => SchoolYear.of(firstDay) === year)
      expect(ofYear.filter(({ kind }) => kind === "summer").length).toBe(1)
      expect(ofYear.filter(({ label }) => label !== "Pont de l'Ascension").map(({ label }) => label)).toEqual([
        "Vacances de la Toussaint",
        "Vacances de Noël",
        "Vacances d'hiver",
        "Vacances de printemps",
        "Vacances d'été"
      ])
    }
  })

  it("has eleven public holidays a year in date order, of which those of Easter are where Easter puts them", () => {
    const { publicHolidays } = forZone("A", "74")
    for (let year = 2014; year <= 2027; year++) {
      const ofYear = new Map(
        publicHolidays.filter((holiday) => Day.year(holiday.day) === year).map(({ day, label }) => [label, day])
      )
      expect(ofYear.size).toBe(11)
      expect(ofYear.get("Lundi de Pâques")).toBe(Day.addDays(easter(year), 1))
      expect(ofYear.get("Ascension")).toBe(Day.addDays(easter(year), 39))
      expect(ofYear.get("Lundi de Pentecôte")).toBe(Day.addDays(easter(year), 50))
      expect(ofYear.get("Fête nationale")).toBe(`${year}-07-14`)
    }
    expect(publicHolidays.map(({ day }) => day)).toEqual(publicHolidays.map(({ day }) => day).sort())
  })

  it("adds Good Friday and 26 December in Alsace and Moselle, and nowhere else", () => {
    const added = (department: string) => {
      const known = new Set(forZone("B", "74").publicHolidays.map(({ day }) => day))
      return forZone("B", department).publicHolidays.filter(({ day }) => !known.has(day))
    }
    for (const department of ["57", "67", "68"]) {
      expect(added(department).map(({ day }) => day)).toEqual(
        Array.from({ length: 14 }, (_, index) => [
          Day.addDays(easter(2014 + index), -2),
          day(`${2014 + index}-12-26`)
        ]).flat()
      )
    }
    expect(added("54")).toEqual([])
  })

  it("moves eleven academies to another zone in September 2015, and none since", () => {
    const academies = ["Caen", "Montpellier", "Nancy-Metz", "Nantes", "Rennes", "Toulouse", "Besançon", "Dijon"]
    const before = SchoolYear.of(day("2015-08-31"))
    const after = SchoolYear.next(before)
    for (const academy of [...academies, "Limoges", "Poitiers", "Bordeaux"]) {
      expect(zoneOf(academy, before)).not.toBe(zoneOf(academy, after))
    }
    expect(zoneOf("Grenoble", before)).toBe("A")
    expect(zoneOf("Grenoble", after)).toBe("A")
    expect(zoneOf("Corse", after)).toBeUndefined()
  })
})

describe("the calendar of Chênex", () => {
  const chenex = forZone("A", "74")

  it("has its spring break from 11 to 26 April 2015, and school on Monday 27 (S103)", () => {
    const april = SchoolCalendar.monthMarkers(chenex, Day.yearMonth(day("2015-04-01")))
    const marked = Day.days(Day.yearMonth(day("2015-04-01"))).filter(
      (_, index) => april[index]?.schoolBreak !== undefined
    )
    expect(marked).toEqual(Day.range(day("2015-04-11"), day("2015-04-26")))
    expect(april[10]?.schoolBreak).toMatchObject({ label: "Vacances de printemps", kind: "short" })
  })

  it("has a public holiday on Easter Monday, 6 April 2015 (S102)", () => {
    expect(SchoolCalendar.markers(chenex, day("2015-04-06"))).toEqual({
      schoolBreak: undefined,
      publicHoliday: { day: "2015-04-06", label: "Lundi de Pâques" }
    })
  })

  it("is on its summer break on 14 July 2015, a public holiday", () => {
    const { schoolBreak, publicHoliday } = SchoolCalendar.markers(chenex, day("2015-07-14"))
    expect(schoolBreak?.kind).toBe("summer")
    expect(publicHoliday?.label).toBe("Fête nationale")
  })

  it("is known from the first lessons of 2014 to the last day of summer 2027", () => {
    expect(chenex.publishedUntil).toBe("2027-09-01")
    expect(SchoolCalendar.isPublished(chenex, day("2014-09-01"))).toBe(false)
    expect(SchoolCalendar.isPublished(chenex, day("2027-09-02"))).toBe(false)
  })
})
