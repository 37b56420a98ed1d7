/**
 * The place where plannings are kept: enrolments, booking lines, open requests, closures and the
 * commune's own days. The gestures of families are made here, on a child at a time; `PlanningDesk`
 * holds those of staff.
 */
import { Context, DateTime, Effect, type Result } from "effect"
import type { AbsenceReason } from "../Absence.ts"
import { type AdultActor, may } from "../Access.ts"
import type { Slot } from "../Booking.ts"
import type { ChildId } from "../Child.ts"
import type { Closure, ClosureId, ClosureRecord } from "../Closure.ts"
import type { CommuneId, ServedCommune } from "../Commune.ts"
import { type Day, firstDay, lastDay, ofInstant, type YearMonth } from "../Day.ts"
import type { Enrolment, EnrolmentRecord } from "../Enrolment.ts"
import type { PayerId } from "../Payer.ts"
import type { PlanningFacts } from "../Planning.ts"
import * as Gesture from "../PlanningGesture.ts"
import { planningMonth } from "../PlanningMonth.ts"
import type { Request } from "../Request.ts"
import type { CommuneDay } from "../SchoolCalendar.ts"
import type { TokenDigest } from "../Session.ts"
import type { Visitor } from "./Accounts.ts"
import { planningSetting } from "./Communes.ts"
import { NotFound } from "./Families.ts"
import { trace } from "./Records.ts"
import { admit, SignedOut } from "./SignIn.ts"
import { Writes } from "./Writes.ts"

/** The facts of a planning with the names of the payers that its enrolments name. */
export interface PlanningRead {
  readonly facts: PlanningFacts
  readonly payerNames: ReadonlyMap<PayerId, ReadonlyArray<string>>
}

export class Plannings extends Context.Service<
  Plannings,
  {
    /** The facts of a child from a day to another, both included. */
    readonly read: (commune: CommuneId, child: ChildId, from: Day, to: Day) => Effect.Effect<PlanningRead | undefined>
    /** The hot page: session, visitor and facts in one round trip, bare; `read` is `undefined` for an unknown child. */
    readonly visit: (
      commune: CommuneId,
      digest: TokenDigest,
      child: ChildId,
      from: Day,
      to: Day
    ) => Effect.Effect<{ readonly visitor: Visitor; readonly read: PlanningRead | undefined } | undefined>
    /**
     * Writes the change that the rule makes of the facts, whole; gives the requests it opened or
     * closed, numbered. Of two at once on one child, the second sees what the first wrote.
     */
    readonly modify: <E>(
      commune: CommuneId,
      child: ChildId,
      days: { readonly from: Day; readonly to: Day },
      rule: (facts: PlanningFacts) => Result.Result<Gesture.PlanningChange, E>
    ) => Effect.Effect<ReadonlyArray<Request>, E | NotFound>
    readonly enrol: (commune: CommuneId, record: EnrolmentRecord) => Effect.Effect<Enrolment, NotFound>
    readonly close: (commune: CommuneId, record: ClosureRecord) => Effect.Effect<Closure>
    readonly reopen: (commune: CommuneId, id: ClosureId) => Effect.Effect<void, NotFound>
    readonly closures: (commune: CommuneId, from: Day, to: Day) => Effect.Effect<ReadonlyArray<Closure>>
    /** Adds a day of the commune's own, in place of one with the same day and marker. */
    readonly addCommuneDay: (commune: CommuneId, day: CommuneDay) => Effect.Effect<void>
  }
>()("@portail-famille/core/services/Plannings") {}

/** A month of a child's planning as its adult sees it (S94-S107), in one round trip. */
export const visitMonth = Effect.fnUntraced(function* (
  commune: ServedCommune,
  digest: TokenDigest,
  child: ChildId,
  month: YearMonth
) {
  const visit = yield* (yield* Plannings).visit(commune.id, digest, child, firstDay(month), lastDay(month))
  if (visit === undefined) return yield* new SignedOut()
  const visitor = yield* admit(commune, visit.visitor)
  const actor: AdultActor = { _tag: "Adult", adultId: visitor.adult.id }
  const { read } = visit
  if (read === undefined || !may(actor, { _tag: "SeeChild", links: read.facts.links }))
    return yield* new NotFound({ what: "child" })
  const setting = planningSetting(commune, read.facts.communeDays)
  const planning = planningMonth(
    read.facts,
    { ...setting, facilities: commune.facilities, payerNames: (id) => read.payerNames.get(id) ?? [] },
    month,
    viewerOf(commune, actor, read.facts, yield* DateTime.now)
  )
  return { visitor, planning }
})

/** Asks for bookings, one request a slot, all of them or none (S108). */
export const requestBookings = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: AdultActor,
  child: ChildId,
  slots: ReadonlyArray<Slot>
) {
  return yield* gesture(commune, actor, child, slots, "requestAsked", (facts, now) =>
    Gesture.ask(facts, settingOf(commune, facts), viewerOf(commune, actor, facts, now), slots, {
      askedBy: actor.adultId,
      askedAt: now
    })
  )
})

/** Declares an absence on booked slots, all of them or none (S110, S111). */
export const declareAbsences = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: AdultActor,
  child: ChildId,
  slots: ReadonlyArray<Slot>,
  reason: AbsenceReason
) {
  return yield* gesture(commune, actor, child, slots, "requestAsked", (facts, now) =>
    Gesture.declareAbsence(facts, settingOf(commune, facts), viewerOf(commune, actor, facts, now), slots, reason, {
      askedBy: actor.adultId,
      askedAt: now
    })
  )
})

/** Withdraws the requests that wait on these slots, all of them or none (S130). */
export const withdrawRequests = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: AdultActor,
  child: ChildId,
  slots: ReadonlyArray<Slot>
) {
  return yield* gesture(commune, actor, child, slots, "requestWithdrawn", (facts, now) =>
    Gesture.withdrawAll(facts, settingOf(commune, facts), viewerOf(commune, actor, facts, now), slots, now)
  )
})

const settingOf = (commune: ServedCommune, facts: PlanningFacts) => planningSetting(commune, facts.communeDays)

const viewerOf = (commune: ServedCommune, actor: AdultActor, facts: PlanningFacts, now: DateTime.Utc) => ({
  today: ofInstant(now, commune.timeZone),
  mayBook: may(actor, { _tag: "BookForChild", links: facts.links })
})

/** A gesture of a family on the days of its slots: who may not see the child is answered as for an unknown one. */
const gesture = Effect.fnUntraced(function* <E>(
  commune: ServedCommune,
  actor: AdultActor,
  child: ChildId,
  slots: ReadonlyArray<Slot>,
  act: "requestAsked" | "requestWithdrawn",
  rule: (facts: PlanningFacts, now: DateTime.Utc) => Result.Result<Gesture.PlanningChange, E>
) {
  const plannings = yield* Plannings
  const now = yield* DateTime.now
  const days = slots.map(({ day }) => day).toSorted()
  const [from, to] = [days[0], days.at(-1)]
  if (from === undefined || to === undefined) return []
  const seen = yield* plannings.read(commune.id, child, from, from)
  if (seen === undefined || !may(actor, { _tag: "SeeChild", links: seen.facts.links }))
    return yield* new NotFound({ what: "child" })
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.gen(function* () {
      const requests = yield* plannings.modify(commune.id, child, { from, to }, (facts) => rule(facts, now))
      yield* trace(
        commune,
        actor,
        act,
        requests.map(({ id }) => id)
      )
      return requests
    })
  )
})
