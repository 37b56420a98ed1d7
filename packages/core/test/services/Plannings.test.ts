import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect } from "vitest"
import type { AbsenceReason } from "../../src/Absence.ts"
import { ActivityId } from "../../src/Activity.ts"
import type { Adult } from "../../src/Adult.ts"
import type { Slot } from "../../src/Booking.ts"
import { dayOfMonth, make, YearMonth } from "../../src/Day.ts"
import { FacilityId } from "../../src/Facility.ts"
import { FamilyNumber } from "../../src/Family.ts"
import { Accounts } from "../../src/services/Accounts.ts"
import { Families } from "../../src/services/Families.ts"
import * as PlanningDesk from "../../src/services/PlanningDesk.ts"
import * as Plannings from "../../src/services/Plannings.ts"
import { Records } from "../../src/services/Records.ts"
import { answerOne, listOwn, listWaiting, withdrawOne } from "../../src/services/Requests.ts"
import { canteen, sessionOf, type World, world } from "../../src/testing/world.ts"
import { activeAccount, actorOf, member, scene } from "./scene.ts"

const agent = member(["agent"])
const restaurant = FacilityId.make("restaurant")
const centre = FacilityId.make("centre")
const thursday: Slot = { activityId: canteen, day: make("2015-04-09") }
const friday: Slot = { activityId: canteen, day: make("2015-04-10") }
const april = YearMonth.make("2015-04")

/** The cell of a slot as an adult's page shows it. */
const cellFor = Effect.fnUntraced(function* (known: World, adult: Adult, { activityId, day }: Slot) {
  const accounts = yield* Accounts
  const account = yield* accounts.findByAdult(known.commune.id, adult.id)
  if (account === undefined) yield* activeAccount(known, adult)
  const owner = yield* accounts.findByAdult(known.commune.id, adult.id)
  if (owner === undefined) throw new Error("An adult with an account")
  const digest = yield* sessionOf(known, owner)
  const { planning } = yield* Plannings.visitMonth(known.commune, digest, known.child.id, april)
  const row = planning.groups.flatMap(({ rows }) => rows).find((r) => r.activityId === activityId)
  return row?.cells[dayOfMonth(day) - 1]
})

const asked = Effect.fnUntraced(function* (known: World, slots: ReadonlyArray<Slot> = [thursday]) {
  return yield* Plannings.requestBookings(known.commune, actorOf(known.mother), known.child.id, slots)
})

const booked = Effect.fnUntraced(function* (known: World, slot: Slot = thursday) {
  const [request] = yield* asked(known, [slot])
  if (request === undefined) throw new Error("A request")
  yield* answerOne(known.commune, agent, request.id, { _tag: "Accept", outcome: null })
  return known
})

describe("asking for a booking", () => {
  scene(
    "waits for staff, who accept it",
    Effect.gen(function* () {
      const known = yield* world
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({
        state: { _tag: "free" },
        actions: ["requestBooking"],
        until: "2015-04-08"
      })
      const [request] = yield* asked(known)
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({
        state: { _tag: "requested" },
        actions: ["withdraw"]
      })
      expect((yield* listWaiting(known.commune, agent, { after: null, limit: 10 })).map((l) => l.request.id)).toEqual([
        request?.id
      ])
      yield* booked(known, friday)
      expect(yield* cellFor(known, known.father, friday)).toMatchObject({
        state: { _tag: "booked", origin: "request" },
        actions: ["declareAbsence"]
      })
      const audit = yield* (yield* Records).latest(known.commune.id, 10)
      expect(audit.map(({ act, actor }) => [act, actor._tag])).toEqual([
        ["requestAnswered", "Staff"],
        ["requestAsked", "Adult"],
        ["requestAsked", "Adult"]
      ])
    })
  )

  scene(
    "or refuse it: the month and the list say why, and it can be asked again",
    Effect.gen(function* () {
      const known = yield* world
      const [request] = yield* asked(known)
      if (request === undefined) throw new Error("A request")
      yield* answerOne(known.commune, agent, request.id, { _tag: "Refuse", reason: "Complet" })
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({
        state: { _tag: "refused", reason: "Complet" },
        actions: ["requestBooking"]
      })
      const { closed, open } = yield* listOwn(known.commune, actorOf(known.father), "Booking")
      expect([open, closed.map((line) => line.request.state)]).toMatchObject([
        [],
        [{ _tag: "Refused", reason: "Complet" }]
      ])
      const again = answerOne(known.commune, agent, request.id, { _tag: "Accept", outcome: null })
      expect(yield* Effect.flip(again)).toMatchObject({ _tag: "AlreadyClosed" })
      yield* asked(known)
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({ state: { _tag: "requested" } })
      const listed = yield* listOwn(known.commune, actorOf(known.mother), null)
      expect([...listed.open, ...listed.closed].map((line) => line.mayWithdraw)).toEqual([true, false])
    })
  )

  scene(
    "is refused whole when one day does not take it, and nothing is written",
    Effect.gen(function* () {
      const known = yield* world
      const today: Slot = { activityId: canteen, day: make("2015-04-08") }
      const unknown: Slot = { activityId: ActivityId.make("inconnue"), day: make("2015-04-09") }
      const refused = yield* Effect.flip(asked(known, [thursday, today, unknown]))
      expect(refused).toMatchObject({
        _tag: "SlotsRefused",
        refusals: [
          { slot: today, reason: "notOffered" },
          { slot: unknown, reason: "notOffered" }
        ]
      })
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({ state: { _tag: "free" } })
      expect(yield* (yield* Records).latest(known.commune.id, 10)).toEqual([])
    })
  )

  scene(
    "is no longer taken on the day itself, in the commune's own time",
    Effect.gen(function* () {
      const known = yield* world
      yield* TestClock.setTime(Date.UTC(2015, 3, 8, 21, 59))
      yield* asked(known, [thursday])
      yield* TestClock.setTime(Date.UTC(2015, 3, 9, 22, 0))
      expect(yield* Effect.flip(asked(known, [friday]))).toMatchObject({ refusals: [{ reason: "past" }] })
    })
  )

  scene(
    "is taken back by either parent while it waits",
    Effect.gen(function* () {
      const known = yield* world
      const { commune, child, father } = known
      const [first, second] = yield* asked(known, [thursday, friday])
      if (first === undefined || second === undefined) throw new Error("Two requests")
      yield* Plannings.withdrawRequests(commune, actorOf(father), child.id, [thursday])
      expect(yield* withdrawOne(commune, actorOf(father), second.id)).toMatchObject({ state: { _tag: "Withdrawn" } })
      for (const slot of [thursday, friday])
        expect(yield* cellFor(known, father, slot)).toMatchObject({ state: { _tag: "free" } })
      expect(yield* Effect.flip(withdrawOne(commune, actorOf(father), first.id))).toMatchObject({
        _tag: "AlreadyClosed"
      })
    })
  )
})

describe("declaring an absence", () => {
  const away = Effect.fnUntraced(function* (known: World, reason: AbsenceReason) {
    const { child, commune, mother } = known
    return yield* Plannings.declareAbsences(commune, actorOf(mother), child.id, [thursday], reason)
  })

  scene(
    "for a medical reason is excused or billed by staff, who say which (S110)",
    Effect.gen(function* () {
      const known = yield* booked(yield* world)
      const [request] = yield* away(known, { _tag: "Medical" })
      if (request === undefined) throw new Error("A request")
      expect(request.subject).toMatchObject({ _tag: "Absence", reason: { _tag: "Medical" } })
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({ state: { _tag: "absenceRequested" } })
      const unfit = answerOne(known.commune, agent, request.id, { _tag: "Accept", outcome: null })
      expect(yield* Effect.flip(unfit)).toMatchObject({ _tag: "AnswerUnfit" })
      yield* answerOne(known.commune, agent, request.id, { _tag: "Accept", outcome: "excused" })
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({
        state: { _tag: "absentExcused" },
        actions: [],
        reason: "decided"
      })
    })
  )

  scene(
    "that staff refuse leaves the day booked",
    Effect.gen(function* () {
      const known = yield* booked(yield* world)
      const [request] = yield* away(known, { _tag: "Other", text: "Sortie" })
      if (request === undefined) throw new Error("A request")
      yield* answerOne(known.commune, agent, request.id, { _tag: "Refuse", reason: "Trop tard" })
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({ state: { _tag: "booked" } })
    })
  )

  scene(
    "needs a booking",
    Effect.gen(function* () {
      const known = yield* world
      expect(yield* Effect.flip(away(known, { _tag: "Family" }))).toMatchObject({
        refusals: [{ reason: "otherAction" }]
      })
    })
  )
})

describe("attendance", () => {
  scene(
    "is noted with and without a booking (S106, S107)",
    Effect.gen(function* () {
      const known = yield* booked(yield* world)
      for (const slot of [thursday, friday])
        yield* PlanningDesk.takeAttendance(known.commune, agent, known.child.id, slot, "present")
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({ state: { _tag: "attended" } })
      expect(yield* cellFor(known, known.mother, friday)).toMatchObject({ state: { _tag: "attendedUnbooked" } })
      const elsewhere: Slot = { ...thursday, activityId: ActivityId.make("garderie-soir") }
      const unknown = PlanningDesk.takeAttendance(known.commune, agent, known.child.id, elsewhere, "present")
      expect(yield* Effect.flip(unknown)).toMatchObject({ _tag: "NotEnrolled" })
    })
  )
})

describe("walls around a child", () => {
  const gestures = ({ child, commune }: World, adult: Adult) => [
    Plannings.requestBookings(commune, actorOf(adult), child.id, [thursday]),
    Plannings.declareAbsences(commune, actorOf(adult), child.id, [thursday], { _tag: "Family" }),
    Plannings.withdrawRequests(commune, actorOf(adult), child.id, [thursday])
  ]

  scene(
    "an adult without authority and a stranger see nothing and do nothing",
    Effect.gen(function* () {
      const known = yield* world
      const [request] = yield* asked(known)
      if (request === undefined) throw new Error("A request")
      const families = yield* Families
      const other = yield* families.open(known.commune.id, FamilyNumber.make("77"))
      const stranger = yield* families.addAdult(known.commune.id, other, known.father)
      for (const adult of [known.grandfather, stranger]) {
        for (const gesture of gestures(known, adult))
          expect(yield* Effect.flip(gesture)).toMatchObject({ _tag: "NotFound", what: "child" })
        expect(yield* Effect.flip(withdrawOne(known.commune, actorOf(adult), request.id))).toMatchObject({
          _tag: "NotFound"
        })
        expect(yield* Effect.flip(cellFor(known, adult, thursday))).toMatchObject({ _tag: "NotFound" })
        expect(yield* listOwn(known.commune, actorOf(adult), null)).toEqual({ open: [], closed: [] })
      }
    })
  )

  scene(
    "an adult who may not book sees the month and asks for nothing",
    Effect.gen(function* () {
      const known = yield* world
      const link = { childId: known.child.id, adultId: known.grandfather.id, relationship: "grandparent" } as const
      yield* (yield* Families).link(known.commune.id, { ...link, authority: "restricted", mayBook: false })
      expect(yield* cellFor(known, known.grandfather, thursday)).toMatchObject({ actions: [], reason: "mayNotBook" })
      const [ask] = gestures(known, known.grandfather)
      if (ask === undefined) throw new Error("A gesture")
      expect(yield* Effect.flip(ask)).toMatchObject({ refusals: [{ reason: "mayNotBook" }] })
      yield* asked(known)
      const listed = yield* listOwn(known.commune, actorOf(known.grandfather), null)
      expect(listed.open.map((line) => line.mayWithdraw)).toEqual([false])
    })
  )

  scene(
    "the same numbers in another commune open nothing",
    Effect.gen(function* () {
      const known = yield* world
      const [request] = yield* asked(known)
      if (request === undefined) throw new Error("A request")
      const neighbour = yield* world
      expect(neighbour.child.id).toBe(known.child.id)
      const answer = answerOne(neighbour.commune, agent, request.id, { _tag: "Accept", outcome: null })
      expect(yield* Effect.flip(answer)).toMatchObject({ _tag: "NotFound", what: "request" })
      expect(yield* Effect.flip(withdrawOne(neighbour.commune, actorOf(known.mother), request.id))).toMatchObject({
        _tag: "NotFound"
      })
    })
  )
})

describe("walls around staff", () => {
  scene(
    "each answers for the facilities they act for",
    Effect.gen(function* () {
      const known = yield* world
      const [request] = yield* asked(known)
      if (request === undefined) throw new Error("A request")
      const said = { _tag: "Accept", outcome: null } as const
      const page = { after: null, limit: 10 }
      for (const actor of [
        member(["agent"], [centre]),
        member(["regisseur"]),
        member(["reader"]),
        actorOf(known.mother)
      ])
        expect(yield* Effect.flip(answerOne(known.commune, actor, request.id, said))).toMatchObject({
          _tag: "NotAllowed"
        })
      expect(yield* listWaiting(known.commune, member(["agent"], [centre]), page)).toEqual([])
      expect(yield* listWaiting(known.commune, member(["reader"]), page)).toHaveLength(1)
      expect(yield* Effect.flip(listWaiting(known.commune, member(["regisseur"]), page))).toMatchObject({
        _tag: "NotAllowed"
      })
      const taken = PlanningDesk.takeAttendance(
        known.commune,
        member(["agent"], [centre]),
        known.child.id,
        thursday,
        "present"
      )
      expect(yield* Effect.flip(taken)).toMatchObject({ _tag: "NotAllowed", act: "takeAttendance" })
      yield* answerOne(known.commune, member(["agent"], [restaurant]), request.id, said)
    })
  )

  scene(
    "closures and days of the commune are an administrator's",
    Effect.gen(function* () {
      const known = yield* world
      const { commune } = known
      const admin = member(["admin"])
      const record = {
        scope: { _tag: "Facility", facilityId: restaurant },
        from: thursday.day,
        until: thursday.day,
        label: "Grève"
      } as const
      expect(yield* Effect.flip(PlanningDesk.postClosure(commune, agent, record))).toMatchObject({ _tag: "NotAllowed" })
      const closure = yield* PlanningDesk.postClosure(commune, admin, record)
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({ state: { _tag: "closed", label: "Grève" } })
      expect(yield* Effect.flip(asked(known))).toMatchObject({ refusals: [{ reason: "closed" }] })
      yield* PlanningDesk.liftClosure(commune, admin, closure.id)
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({ state: { _tag: "free" } })
      yield* PlanningDesk.postCommuneDay(commune, admin, { day: thursday.day, marker: "publicHoliday", label: "Fête" })
      expect(yield* cellFor(known, known.mother, thursday)).toMatchObject({ state: { _tag: "closed", label: "Fête" } })
      const unknown = { ...record, scope: { _tag: "Facility", facilityId: FacilityId.make("piscine") } } as const
      expect(yield* Effect.flip(PlanningDesk.postClosure(commune, admin, unknown))).toMatchObject({ _tag: "NotFound" })
    })
  )
})
