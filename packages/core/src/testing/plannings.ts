/** The laws of plannings: facts of a range, changes written whole. Those of closures are in `closures.ts`. */
import { Effect, Result } from "effect"
import { expect } from "vitest"
import { type Booking, blank } from "../Booking.ts"
import { addDays, type Day, make } from "../Day.ts"
import type { PlanningFacts } from "../Planning.ts"
import { answerRequest, type PlanningChange } from "../PlanningGesture.ts"
import type { NewRequest } from "../Request.ts"
import { Accounts } from "../services/Accounts.ts"
import { Families } from "../services/Families.ts"
import { Plannings } from "../services/Plannings.ts"
import { Requests } from "../services/Requests.ts"
import * as examples from "./examples.ts"
import { atOnce, inRounds, instant, racers, refuses, rounds, same, sameSet } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { accountOf, canteen, emptyCommune, eveningCare, freshDigest, sessionOf, type World, world } from "./world.ts"

const from = make("2015-04-01")
const to = make("2015-04-30")
const day = make("2015-04-09")
const askedAt = instant("2015-04-08T10:00:00Z")
const nothing: PlanningChange = { bookings: [], opened: [], closed: [] }

/** What a family's wish for a day changes. */
export const wish = ({ child, mother, payer }: World, day: Day): PlanningChange => {
  const line: Booking = { ...blank(canteen, day, payer.id), reservation: { _tag: "Requested" } }
  const request: NewRequest = {
    askedBy: mother.id,
    askedAt,
    subject: { _tag: "Booking", childId: child.id, activityId: canteen, day }
  }
  return { bookings: [line], opened: [request], closed: [] }
}

const siblingOf = Effect.fnUntraced(function* ({ commune, family }: World) {
  return yield* (yield* Families).addChild(commune.id, family, { ...examples.child, firstName: "TOM" })
})

export const plannings: PortSuite = {
  port: "Plannings",
  laws: {
    "the facts of a child whose planning is empty": Effect.gen(function* () {
      const { child, commune, enrolment, father, grandfather, mother, payer } = yield* world
      const read = yield* (yield* Plannings).read(commune.id, child.id, from, to)
      same(read?.facts.child, child)
      sameSet(read?.facts.links.map(({ adultId, authority }) => [adultId, authority]) ?? [], [
        [father.id, "full"],
        [mother.id, "full"],
        [grandfather.id, "none"]
      ])
      same(read?.facts.enrolments, [enrolment])
      same([...(read?.payerNames ?? [])], [[payer.id, ["PAUL MARTIN", "ANNE MARTIN"]]])
      const { bookings, closures, communeDays, openRequests } = read?.facts ?? {}
      same([bookings, closures, communeDays, openRequests], [[], [], [], []])
    }),

    "lines of every kind are read as they were written": Effect.gen(function* () {
      const { child, commune, payer } = yield* world
      const { modify, read } = yield* Plannings
      const line = (n: number, facts: Partial<Booking>): Booking => ({
        ...blank(canteen, addDays(from, n), payer.id),
        ...facts
      })
      const reason = { _tag: "Other", text: "Sortie d'école, « 15 h »" } as const
      const bookings: ReadonlyArray<Booking> = [
        line(0, {}),
        line(1, { reservation: { _tag: "Requested" } }),
        line(2, { reservation: { _tag: "Waitlisted" } }),
        line(3, { reservation: { _tag: "Booked" } }),
        line(4, { reservation: { _tag: "Refused", reason: "Complet" } }),
        line(5, { reservation: { _tag: "Booked" }, absence: { _tag: "Declared", reason } }),
        line(6, { reservation: { _tag: "Booked" }, absence: { _tag: "Declared", reason: { _tag: "Medical" } } }),
        line(7, { reservation: { _tag: "Booked" }, absence: { _tag: "Settled", outcome: "excused" } }),
        line(8, { attendance: "present" }),
        line(9, { attendance: "overtime", activityId: eveningCare })
      ]
      same(yield* modify(commune.id, child.id, { from, to }, () => Result.succeed({ ...nothing, bookings })), [])
      sameSet((yield* read(commune.id, child.id, from, to))?.facts.bookings ?? [], bookings)
      sameSet((yield* read(commune.id, child.id, addDays(from, 3), addDays(from, 4)))?.facts.bookings ?? [], [
        bookings[3],
        bookings[4]
      ])
      const mended = bookings.map((booking): Booking => ({ ...booking, attendance: "present" }))
      yield* modify(commune.id, child.id, { from, to }, () => Result.succeed({ ...nothing, bookings: mended }))
      sameSet((yield* read(commune.id, child.id, from, to))?.facts.bookings ?? [], mended)
    }),

    "a change opens numbered requests with their lines, whole": Effect.gen(function* () {
      const known = yield* world
      const { child, commune } = known
      const { modify, read } = yield* Plannings
      const first = wish(known, day)
      const second = wish(known, addDays(day, 1))
      const both = {
        ...nothing,
        bookings: [...first.bookings, ...second.bookings],
        opened: [...first.opened, ...second.opened]
      }
      const opened = yield* modify(commune.id, child.id, { from, to }, () => Result.succeed(both))
      same(
        opened,
        both.opened.map((request, i) => ({ id: opened[i]?.id, ...request, state: { _tag: "Waiting" } }))
      )
      expect(new Set(opened.map(({ id }) => id)).size).toBe(2)
      sameSet((yield* read(commune.id, child.id, from, to))?.facts.openRequests ?? [], opened)
      same((yield* read(commune.id, child.id, day, day))?.facts.openRequests, opened.slice(0, 1))
      same((yield* read(commune.id, child.id, day, day))?.facts.bookings, first.bookings)
    }),

    "a rule that refuses changes nothing": Effect.gen(function* () {
      const known = yield* world
      const { child, commune } = known
      const { modify, read } = yield* Plannings
      const before = yield* read(commune.id, child.id, from, to)
      expect(yield* Effect.flip(modify(commune.id, child.id, { from, to }, () => Result.fail("no")))).toBe("no")
      same((yield* read(commune.id, child.id, from, to))?.facts, before?.facts)
    }),

    "the rule sees the facts of its days": Effect.gen(function* () {
      const known = yield* world
      const { child, commune } = known
      const { modify, read } = yield* Plannings
      yield* modify(commune.id, child.id, { from, to }, () => Result.succeed(wish(known, day)))
      const seen: Array<PlanningFacts> = []
      const look = (facts: PlanningFacts) => {
        seen.push(facts)
        return Result.succeed(nothing)
      }
      yield* modify(commune.id, child.id, { from: day, to: day }, look)
      same(seen, [(yield* read(commune.id, child.id, day, day))?.facts])
    }),

    "of changes at the same time none is lost": Effect.gen(function* () {
      const known = yield* world
      const { child, commune } = known
      const { modify, read } = yield* Plannings
      const last = make("2016-03-31")
      yield* inRounds(() =>
        atOnce(() =>
          modify(commune.id, child.id, { from, to: last }, (facts) =>
            Result.succeed(wish(known, addDays(from, facts.bookings.length)))
          )
        )
      )
      const facts = (yield* read(commune.id, child.id, from, last))?.facts
      expect(facts?.bookings).toHaveLength(rounds * racers)
      expect(new Set(facts?.openRequests.map(({ id }) => id)).size).toBe(rounds * racers)
    }),

    "a request closes once, however many answer at the same time": Effect.gen(function* () {
      const known = yield* world
      const { child, commune } = known
      const { modify, read } = yield* Plannings
      yield* inRounds((round) =>
        Effect.gen(function* () {
          const days = { from: addDays(day, round), to: addDays(day, round) }
          const [request] = yield* modify(commune.id, child.id, days, () => Result.succeed(wish(known, days.from)))
          if (request === undefined) throw new Error("A request that was not opened")
          const answers = yield* atOnce((i) =>
            modify(commune.id, child.id, days, (facts) =>
              answerRequest(facts, request.id, { _tag: "Refuse", reason: `Motif ${i}` }, askedAt)
            )
          )
          const [won, ...others] = answers.flatMap((exit) => (exit._tag === "Success" ? exit.value : []))
          expect(others).toEqual([])
          same(yield* (yield* Requests).find(commune.id, request.id), won)
          const facts = (yield* read(commune.id, child.id, days.from, days.to))?.facts
          expect(facts?.openRequests).toEqual([])
          expect(facts?.bookings[0]?.reservation).toMatchObject({
            _tag: "Refused",
            reason: won?.state._tag === "Refused" && won.state.reason
          })
        })
      )
    }),

    "another commune's children and payers are unknown": Effect.gen(function* () {
      const { child, commune, enrolment, payer } = yield* world
      const { id } = yield* emptyCommune
      const { enrol, modify, read } = yield* Plannings
      expect(yield* read(id, child.id, from, to)).toBeUndefined()
      yield* refuses(
        modify(id, child.id, { from, to }, () => Result.succeed(nothing)),
        "NotFound"
      )
      const { id: _, ...record } = enrolment
      yield* refuses(enrol(id, record), "NotFound")
      const neighbour = yield* world
      const alone = yield* (yield* Families).addPayer(commune.id, [payer.adults[0]])
      const strange = { ...record, childId: neighbour.child.id, payerId: alone.id }
      yield* refuses(enrol(neighbour.commune.id, strange), "NotFound")
    }),

    "enrolments of two children stay apart, and name their payers": Effect.gen(function* () {
      const known = yield* world
      const { child, commune, mother, payer } = known
      const store = yield* Plannings
      const sibling = yield* siblingOf(known)
      const alone = yield* (yield* Families).addPayer(commune.id, [mother.id])
      const record = { childId: child.id, activityId: eveningCare, payerId: alone.id, from, until: to } as const
      const evening = yield* store.enrol(commune.id, { ...record, contract: ["MO", "TH"] })
      same(evening, { id: evening.id, ...record, contract: ["MO", "TH"] })
      const read = yield* store.read(commune.id, child.id, from, to)
      sameSet(read?.facts.enrolments ?? [], [known.enrolment, evening])
      sameSet(
        [...(read?.payerNames ?? [])],
        [
          [payer.id, ["PAUL MARTIN", "ANNE MARTIN"]],
          [alone.id, ["ANNE MARTIN"]]
        ]
      )
      const ofSibling = yield* store.enrol(commune.id, { ...record, childId: sibling.id, contract: null })
      same((yield* store.read(commune.id, sibling.id, from, to))?.facts.enrolments, [ofSibling])
      expect((yield* store.read(commune.id, sibling.id, from, to))?.facts.links).toEqual([])
    }),

    "a visit reads what the separate reads do": Effect.gen(function* () {
      const known = yield* world
      const { child, commune, father } = known
      const store = yield* Plannings
      yield* store.modify(commune.id, child.id, { from, to }, () => Result.succeed(wish(known, day)))
      yield* store.close(commune.id, {
        scope: { _tag: "Activity", activityId: canteen },
        from: day,
        until: day,
        label: "Grève"
      })
      yield* store.addCommuneDay(commune.id, { day, marker: "schoolBreak", label: "Pont" })
      const digest = yield* sessionOf(known, yield* accountOf(known, father))
      const visit = yield* store.visit(commune.id, digest, child.id, from, to)
      same(visit?.visitor, yield* (yield* Accounts).visitor(commune.id, digest))
      const read = yield* store.read(commune.id, child.id, from, to)
      same(visit?.read?.facts, read?.facts)
      same([...(visit?.read?.payerNames ?? [])], [...(read?.payerNames ?? [])])
      expect(visit?.read?.facts.openRequests).toHaveLength(1)
    }),

    "a visit tells an unknown child from an unknown session": Effect.gen(function* () {
      const known = yield* world
      const { child, commune } = known
      const { visit } = yield* Plannings
      const neighbour = yield* world
      const sibling = yield* siblingOf(neighbour)
      const digest = yield* sessionOf(known, yield* accountOf(known, known.father))
      expect(yield* visit(commune.id, freshDigest(), child.id, from, to)).toBeUndefined()
      expect(yield* visit(neighbour.commune.id, digest, neighbour.child.id, from, to)).toBeUndefined()
      const found = yield* visit(commune.id, digest, sibling.id, from, to)
      expect(found?.visitor.adult.id).toBe(known.father.id)
      expect(found?.read).toBeUndefined()
    })
  }
}
