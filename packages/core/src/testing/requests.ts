/** The laws of requests found again. */
import { Effect, Result } from "effect"
import { expect } from "vitest"
import type { Adult } from "../Adult.ts"
import { addDays, make } from "../Day.ts"
import { answerRequest, withdrawRequest } from "../PlanningGesture.ts"
import type { Request } from "../Request.ts"
import { Families } from "../services/Families.ts"
import { Plannings } from "../services/Plannings.ts"
import { Requests } from "../services/Requests.ts"
import { instant, same } from "./expecting.ts"
import { wish } from "./plannings.ts"
import type { PortSuite } from "./suite.ts"
import { canteen, emptyCommune, eveningCare, type World, world } from "./world.ts"

const day = make("2015-04-09")
const first = instant("2015-04-08T10:00:00Z")
const later = instant("2015-04-20T10:00:00Z")

/** Asks for as many days, a request each. */
const asked = Effect.fnUntraced(function* (known: World, count: number) {
  const { modify } = yield* Plannings
  const requests: Array<Request> = []
  for (let n = 0; n < count; n++) {
    const days = { from: addDays(day, n), to: addDays(day, n) }
    const change = wish(known, days.from)
    requests.push(...(yield* modify(known.commune.id, known.child.id, days, () => Result.succeed(change))))
  }
  return requests
})

const refused = Effect.fnUntraced(function* (known: World, { id, subject }: Request) {
  const days = { from: subject.day, to: subject.day }
  const [closed] = yield* (yield* Plannings).modify(known.commune.id, known.child.id, days, (facts) =>
    answerRequest(facts, id, { _tag: "Refuse", reason: "Complet" }, later)
  )
  if (closed === undefined) throw new Error("A request that was not closed")
  return closed
})

export const requests: PortSuite = {
  port: "Requests",
  laws: {
    "a request is found as it stands": Effect.gen(function* () {
      const known = yield* world
      const { find } = yield* Requests
      const [request, other] = yield* asked(known, 2)
      if (request === undefined || other === undefined) throw new Error("Two requests")
      same(yield* find(known.commune.id, request.id), request)
      const closed = yield* refused(known, request)
      same(closed, { ...request, state: { _tag: "Refused", at: later, reason: "Complet" } })
      same(yield* find(known.commune.id, request.id), closed)
      same(yield* find(known.commune.id, other.id), other)
    }),

    "an adult's list is of all that are open and of the others since an instant, newest first": Effect.gen(
      function* () {
        const known = yield* world
        const { ofAdult } = yield* Requests
        const { id } = known.commune
        const [a, b, c] = yield* asked(known, 3)
        if (a === undefined || b === undefined || c === undefined) throw new Error("Three requests")
        const closed = yield* refused(known, b)
        const listed = (adult: Adult, since: string) =>
          Effect.map(ofAdult(id, adult.id, instant(since)), (lines) => lines.map(({ request }) => request))
        same(yield* listed(known.mother, "2015-04-01T00:00:00Z"), [c, closed, a])
        same(yield* listed(known.mother, "2015-04-20T10:00:00Z"), [c, closed, a])
        same(yield* listed(known.mother, "2015-04-20T10:00:00.001Z"), [c, a])
        same(yield* listed(known.father, "2015-04-20T10:00:00.001Z"), [c, a])
        const [line] = yield* ofAdult(id, known.mother.id, first)
        same(line?.child, { firstName: "ZOÉ", lastName: "MARTIN" })
      }
    ),

    "a request that waits on the list is open, one withdrawn is not": Effect.gen(function* () {
      const known = yield* world
      const { find, ofAdult } = yield* Requests
      const { modify } = yield* Plannings
      const { id } = known.commune
      const [a, b] = yield* asked(known, 2)
      if (a === undefined || b === undefined) throw new Error("Two requests")
      const days = { from: a.subject.day, to: b.subject.day }
      yield* modify(id, known.child.id, days, (facts) => answerRequest(facts, a.id, { _tag: "Waitlist" }, later))
      yield* modify(id, known.child.id, days, (facts) => withdrawRequest(facts, b.id, later))
      const open = yield* ofAdult(id, known.mother.id, instant("2015-06-01T00:00:00Z"))
      same(
        open.map(({ request }) => request),
        [{ ...a, state: { _tag: "Waitlisted", at: later } }]
      )
      same((yield* find(id, b.id))?.state, { _tag: "Withdrawn", at: later })
    }),

    "without authority an adult sees nothing": Effect.gen(function* () {
      const known = yield* world
      const { ofAdult } = yield* Requests
      yield* asked(known, 2)
      same(yield* ofAdult(known.commune.id, known.grandfather.id, first), [])
      yield* (yield* Families).link(known.commune.id, {
        childId: known.child.id,
        adultId: known.mother.id,
        relationship: "mother",
        authority: "none",
        mayBook: true
      })
      same(yield* ofAdult(known.commune.id, known.mother.id, first), [])
      expect(yield* ofAdult(known.commune.id, known.father.id, first)).toHaveLength(2)
    }),

    "the queue is of open requests on the activities, oldest first, a page at a time": Effect.gen(function* () {
      const known = yield* world
      const { waiting } = yield* Requests
      const { id } = known.commune
      const [a, b, c, d] = yield* asked(known, 4)
      if (a === undefined || b === undefined || c === undefined || d === undefined) throw new Error("Four requests")
      yield* refused(known, b)
      const page = (activities: ReadonlyArray<typeof canteen>, after: Request["id"] | null, limit: number) =>
        Effect.map(waiting(id, { activities, after, limit }), (lines) => lines.map(({ request }) => request))
      same(yield* page([canteen], null, 10), [a, c, d])
      same(yield* page([eveningCare, canteen], null, 2), [a, c])
      same(yield* page([canteen], a.id, 1), [c])
      same(yield* page([canteen], d.id, 10), [])
      same(yield* page([eveningCare], null, 10), [])
      same(yield* page([], null, 10), [])
    }),

    "another commune's requests are unknown": Effect.gen(function* () {
      const known = yield* world
      const { find, ofAdult, waiting } = yield* Requests
      const [request] = yield* asked(known, 1)
      if (request === undefined) throw new Error("A request")
      const { id } = yield* emptyCommune
      expect(yield* find(id, request.id)).toBeUndefined()
      same(yield* ofAdult(id, known.mother.id, first), [])
      same(yield* waiting(id, { activities: [canteen], after: null, limit: 10 }), [])
    })
  }
}
