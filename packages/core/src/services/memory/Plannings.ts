/** Plannings in memory: enrolments, lines, requests, closures, the commune's own days. */
import { Effect, Layer, Result } from "effect"
import { isSameSlot } from "../../Booking.ts"
import type { ChildId } from "../../Child.ts"
import { ClosureId } from "../../Closure.ts"
import type { CommuneId } from "../../Commune.ts"
import type { Day } from "../../Day.ts"
import { EnrolmentId } from "../../Enrolment.ts"
import type { PlanningFacts } from "../../Planning.ts"
import type { PlanningChange } from "../../PlanningGesture.ts"
import { isOpen, type Request, RequestId } from "../../Request.ts"
import { NotFound } from "../Families.ts"
import { type PlanningRead, Plannings } from "../Plannings.ts"
import { visitorOf } from "./Accounts.ts"
import { payerNamesIn } from "./Families.ts"
import { next, put, type Rows } from "./Rows.ts"
import { change, Store, type Taken } from "./Store.ts"

/** Plannings over the shared store. */
export const layer: Layer.Layer<Plannings, never, Store> = Layer.effect(
  Plannings,
  Effect.gen(function* () {
    const { read, step } = yield* Store
    return Plannings.of({
      read: (commune, child, from, to) => read(commune, (rows) => planningOf(rows, child, from, to)),
      visit: (commune, digest, child, from, to) =>
        read(commune, (rows) => {
          const visitor = visitorOf(digest)(rows)
          return visitor && { visitor, read: planningOf(rows, child, from, to) }
        }),
      modify: <E>(
        commune: CommuneId,
        child: ChildId,
        { from, to }: { readonly from: Day; readonly to: Day },
        rule: (facts: PlanningFacts) => Result.Result<PlanningChange, E>
      ) =>
        step(commune, (rows): Taken<ReadonlyArray<Request>, E | NotFound> => {
          const known = planningOf(rows, child, from, to)
          return known === undefined
            ? Result.fail(new NotFound({ what: "child" }))
            : Result.map(rule(known.facts), (made) => written(rows, child, made))
        }),
      enrol: (commune, record) =>
        step(commune, (rows) => {
          if (!rows.children.some(({ child }) => child.id === record.childId))
            return Result.fail(new NotFound({ what: "child" }))
          if (!rows.payers.some(({ payer }) => payer.id === record.payerId))
            return Result.fail(new NotFound({ what: "payer" }))
          const { counters, id } = next(rows, "enrolment")
          const enrolment = { ...record, id: EnrolmentId.make(id) }
          return Result.succeed([enrolment, { ...rows, counters, enrolments: [...rows.enrolments, enrolment] }])
        }),
      close: (commune, record) =>
        step(commune, (rows) => {
          const { counters, id } = next(rows, "closure")
          const closure = { ...record, id: ClosureId.make(id) }
          return Result.succeed([closure, { ...rows, counters, closures: [...rows.closures, closure] }])
        }),
      reopen: (commune, id) =>
        step(commune, (rows) => {
          const closures = rows.closures.filter((closure) => closure.id !== id)
          return closures.length === rows.closures.length
            ? Result.fail(new NotFound({ what: "closure" }))
            : Result.succeed([undefined, { ...rows, closures }])
        }),
      closures: (commune, from, to) => read(commune, ({ closures }) => closures.filter(touches(from, to))),
      addCommuneDay: (commune, day) =>
        step(
          commune,
          change((rows) => ({
            ...rows,
            communeDays: put(rows.communeDays, day, (d) => d.day === day.day && d.marker === day.marker)
          }))
        )
    })
  })
)

const touches =
  (from: Day, to: Day) =>
  (period: { readonly from: Day; readonly until: Day | null }): boolean =>
    period.from <= to && (period.until === null || from <= period.until)

const planningOf = (rows: Rows, id: ChildId, from: Day, to: Day): PlanningRead | undefined => {
  const child = rows.children.find((row) => row.child.id === id)?.child
  if (child === undefined) return undefined
  const within = ({ day }: { readonly day: Day }) => from <= day && day <= to
  const enrolments = rows.enrolments.filter((e) => e.childId === id && touches(from, to)(e))
  const payers = rows.payers.filter(({ payer }) => enrolments.some(({ payerId }) => payerId === payer.id))
  return {
    facts: {
      child,
      links: rows.links.filter(({ childId }) => childId === id),
      enrolments,
      closures: rows.closures.filter(touches(from, to)),
      communeDays: rows.communeDays.filter(within),
      bookings: rows.bookings.filter((row) => row.child === id && within(row.booking)).map(({ booking }) => booking),
      openRequests: rows.requests.filter((r) => r.subject.childId === id && isOpen(r) && within(r.subject))
    },
    payerNames: new Map(payers.map(({ payer }) => [payer.id, payerNamesIn(rows, payer)]))
  }
}

/** The rows once a change is written, and the requests that it opened, numbered, and closed. */
const written = (
  rows: Rows,
  child: ChildId,
  { bookings, closed, opened }: PlanningChange
): readonly [ReadonlyArray<Request>, Rows] => {
  const first = (rows.counters.request ?? 0) + 1
  const numbered = opened.map(
    (request, i): Request => ({ ...request, id: RequestId.make(first + i), state: { _tag: "Waiting" } })
  )
  const lines = bookings.reduce(
    (known, booking) =>
      put(known, { child, booking }, (row) => row.child === child && isSameSlot(row.booking, booking)),
    rows.bookings
  )
  const requests = closed.reduce((known, request) => put(known, request, ({ id }) => id === request.id), [
    ...rows.requests,
    ...numbered
  ] as ReadonlyArray<Request>)
  const counters = { ...rows.counters, request: first - 1 + opened.length }
  return [[...numbered, ...closed], { ...rows, counters, bookings: lines, requests }]
}
