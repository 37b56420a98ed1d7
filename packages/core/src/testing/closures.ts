/** The laws of closures and of the commune's own days, which `Plannings` keeps too. */
import { Effect } from "effect"
import { expect } from "vitest"
import type { ClosureRecord } from "../Closure.ts"
import { make } from "../Day.ts"
import { FacilityId } from "../Facility.ts"
import { Plannings } from "../services/Plannings.ts"
import { refuses, same, sameSet } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { canteen, emptyCommune, world } from "./world.ts"

const strike: ClosureRecord = {
  scope: { _tag: "Activity", activityId: canteen },
  from: make("2015-04-09"),
  until: make("2015-04-10"),
  label: "Grève"
}

const works: ClosureRecord = {
  scope: { _tag: "Facility", facilityId: FacilityId.make("centre") },
  from: make("2015-04-20"),
  until: make("2015-05-10"),
  label: "Travaux d'été"
}

export const closures: PortSuite = {
  port: "Plannings' closures",
  laws: {
    "closures that touch the days are read, and no others": Effect.gen(function* () {
      const { child, commune } = yield* world
      const store = yield* Plannings
      const first = yield* store.close(commune.id, strike)
      const second = yield* store.close(commune.id, works)
      same(first, { id: first.id, ...strike })
      const between = Effect.fnUntraced(function* (from: string, to: string) {
        const found = yield* store.closures(commune.id, make(from), make(to))
        const read = yield* store.read(commune.id, child.id, make(from), make(to))
        sameSet(read?.facts.closures ?? [], found)
        return found
      })
      sameSet(yield* between("2015-04-01", "2015-04-30"), [first, second])
      same(yield* between("2015-04-01", "2015-04-08"), [])
      same(yield* between("2015-04-01", "2015-04-09"), [first])
      same(yield* between("2015-04-10", "2015-04-10"), [first])
      same(yield* between("2015-04-11", "2015-04-19"), [])
      same(yield* between("2015-05-01", "2015-05-01"), [second])
      same(yield* between("2015-05-11", "2015-06-30"), [])
    }),

    "a closure is taken back once": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const store = yield* Plannings
      const first = yield* store.close(id, strike)
      const second = yield* store.close(id, works)
      yield* store.reopen(id, first.id)
      same(yield* store.closures(id, make("2015-01-01"), make("2015-12-31")), [second])
      yield* refuses(store.reopen(id, first.id), "NotFound")
    }),

    "another commune's closures and days are unknown": Effect.gen(function* () {
      const { child, commune } = yield* world
      const neighbour = yield* emptyCommune
      const store = yield* Plannings
      const closure = yield* store.close(neighbour.id, strike)
      yield* store.addCommuneDay(neighbour.id, { day: strike.from, marker: "publicHoliday", label: "Fête" })
      yield* refuses(store.reopen(commune.id, closure.id), "NotFound")
      same(yield* store.closures(commune.id, strike.from, strike.until), [])
      const read = yield* store.read(commune.id, child.id, strike.from, strike.until)
      same([read?.facts.closures, read?.facts.communeDays], [[], []])
      expect(yield* store.closures(neighbour.id, strike.from, strike.until)).toHaveLength(1)
    }),

    "a day of the commune's own takes the place of the same day and marker": Effect.gen(function* () {
      const { child, commune } = yield* world
      const store = yield* Plannings
      const day = make("2015-05-15")
      yield* store.addCommuneDay(commune.id, { day, marker: "schoolBreak", label: "Pont" })
      yield* store.addCommuneDay(commune.id, { day, marker: "publicHoliday", label: "Fête du village" })
      yield* store.addCommuneDay(commune.id, { day, marker: "schoolBreak", label: "Pont de l'Ascension" })
      yield* store.addCommuneDay(commune.id, { day: make("2015-06-01"), marker: "schoolBreak", label: "Pont" })
      const read = yield* store.read(commune.id, child.id, make("2015-05-01"), make("2015-05-31"))
      sameSet(read?.facts.communeDays ?? [], [
        { day, marker: "schoolBreak", label: "Pont de l'Ascension" },
        { day, marker: "publicHoliday", label: "Fête du village" }
      ])
    })
  }
}
