/**
 * The place where the communes' documents are kept: versioned, the last one served.
 */
import { Context, Effect, Schema } from "effect"
import { type Commune, type CommuneId, type CommuneRefused, refusal, type ServedCommune } from "../Commune.ts"
import * as France from "../calendars/france.ts"
import type { Day } from "../Day.ts"
import type { PlanningSetting } from "../Planning.ts"
import { type CommuneDay, type DayMarkers, markers, type SchoolCalendar, withCommuneDays } from "../SchoolCalendar.ts"

/** No commune is served under that host, or the slug is unknown. */
export class UnknownCommune extends Schema.TaggedError<UnknownCommune>()("UnknownCommune", { name: Schema.String }) {}

/** Another commune already answers under one of the hosts. */
export class HostTaken extends Schema.TaggedError<HostTaken>()("HostTaken", { host: Schema.String }) {}

export class Communes extends Context.Service<
  Communes,
  {
    /** Every served commune. Called on each request: a store answers from memory and is never more than seconds late. */
    readonly all: Effect.Effect<ReadonlyArray<ServedCommune>>
    /** Writes a new version of the document, under the number of its slug. */
    readonly save: (commune: Commune) => Effect.Effect<CommuneId, HostTaken>
  }
>()("@portail-famille/core/services/Communes") {}

/** The commune that answers under a host (S5): exact match, the port left out. */
export const byHost = Effect.fnUntraced(function* (host: string) {
  const communes = yield* (yield* Communes).all
  const commune = communes.find(({ hosts }) => hosts.includes(host))
  return commune ?? (yield* new UnknownCommune({ name: host }))
})

/** The commune of that slug. */
export const bySlug = Effect.fnUntraced(function* (slug: string) {
  const communes = yield* (yield* Communes).all
  const commune = communes.find((c) => c.slug === slug)
  return commune ?? (yield* new UnknownCommune({ name: slug }))
})

/** Writes a commune's document, or tells all that contradicts itself in it. */
export const importCommune: (commune: Commune) => Effect.Effect<CommuneId, CommuneRefused | HostTaken, Communes> =
  Effect.fnUntraced(function* (commune) {
    const refused = refusal(commune)
    if (refused !== null) return yield* refused
    return yield* (yield* Communes).save(commune)
  })

/** The national calendar of the commune's zone and department, read once for each document. */
export const calendarOf = (commune: Commune): SchoolCalendar => {
  const known = calendars.get(commune)
  if (known !== undefined) return known
  const calendar = France.forZone(commune.schoolZone, commune.department.code)
  calendars.set(commune, calendar)
  return calendar
}

/** What a planning is read with, the commune's own days added. Each day is looked up once. */
export const planningSetting = (
  commune: Commune,
  communeDays: ReadonlyArray<CommuneDay>
): PlanningSetting & { readonly publishedUntil: Day } => {
  const national = calendarOf(commune)
  const calendar = communeDays.length === 0 ? national : withCommuneDays(national, communeDays)
  const memo = communeDays.length === 0 ? memoOf(commune) : new Map<Day, DayMarkers>()
  return {
    activities: commune.activities,
    publishedUntil: national.publishedUntil,
    markersOf: (day) => {
      const known = memo.get(day)
      if (known !== undefined) return known
      const found = markers(calendar, day)
      memo.set(day, found)
      return found
    }
  }
}

const calendars = new WeakMap<Commune, SchoolCalendar>()
const memos = new WeakMap<Commune, Map<Day, DayMarkers>>()

const memoOf = (commune: Commune): Map<Day, DayMarkers> => {
  const known = memos.get(commune)
  if (known !== undefined) return known
  const memo = new Map<Day, DayMarkers>()
  memos.set(commune, memo)
  return memo
}
