import { describe, expect, layer } from "@effect/vitest"
import { Family, PlanningMonth, Request } from "@portail-famille/core"
import { Effect, Schema } from "effect"
import { Home, RequestList, StatementPage } from "../src/index.ts"
import { Portal, portal } from "./portal.ts"

/** Decodes as the contract says, whole: a field too many is an error. */
const as = <S extends Schema.Codec<unknown, unknown>>(schema: S, json: unknown): S["Type"] =>
  Schema.decodeUnknownSync(Schema.toCodecJson(schema), { onExcessProperty: "error", errors: "all" })(json)

describe("the family's side", () => {
  layer(portal)((it) => {
    it.effect("shows the home page as its contract says, without the session", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const answer = yield* send("/api/home", { cookie: cookies.adult })
        const home = as(Home, answer.json)
        expect(home).toMatchObject({
          unread: 1,
          today: "2015-04-08",
          familyNumber: "1001001818331",
          self: { id: own.adultId, lastName: "DUPONT" },
          banner: "Bienvenue",
          unpaidTotal: 12_060
        })
        expect(home.children.map(({ id }) => id)).toEqual([own.childId])
        expect(home.accounts[0]?.position).toEqual({ advance: 0, unpaid: 12_060, net: -12_060 })
        expect(answer.text).not.toMatch(/digest|session/)
      })
    )

    it.effect("shows the planning's month as its contract says", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const answer = yield* send(`/api/children/${own.childId}/planning?month=2015-04`, { cookie: cookies.adult })
        const month = as(PlanningMonth.PlanningMonth, answer.json)
        expect(month.days).toHaveLength(30)
        const cells = month.groups[0]?.rows[0]?.cells ?? []
        expect(cells[5]?.state).toMatchObject({ _tag: "closed" })
        expect(cells[8]).toEqual({ state: { _tag: "requested" }, actions: ["withdraw"] })
        expect(cells[9]).toEqual({ state: { _tag: "free" }, actions: ["requestBooking"], until: "2015-04-09" })
      })
    )

    it.effect("keeps the other adult's contact from who may not see it", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const { adults } = as(Family.FamilyView, (yield* send("/api/family", { cookie: cookies.adult })).json)
        expect(adults.map(({ _tag }) => _tag)).toEqual(["Whole", "NameOnly"])
        const children = yield* send("/api/children", { cookie: cookies.adult })
        expect(as(Schema.Array(Family.OwnChild), children.json)).toMatchObject([{ id: own.childId, mayBook: true }])
        expect((yield* send("/api/children", { cookie: cookies.withoutAuthority })).json).toEqual([])
        expect((yield* send("/api/documents", { cookie: cookies.adult })).json).toMatchObject([{ label: "Fiche" }])
      })
    )

    it.effect("asks, withdraws, and lists both", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const cookie = cookies.adult
        const base = `/api/children/${own.childId}`
        const slots = ["2015-04-27", "2015-04-28"].map((day) => ({ activityId: "cantine", day }))
        const asked = yield* send(`${base}/bookings`, { cookie, body: { slots } })
        expect(asked.status).toBe(201)
        const requests = as(Schema.Array(Request.Request), asked.json)
        expect(requests.map(({ state }) => state._tag)).toEqual(["Waiting", "Waiting"])
        const again = yield* send(`${base}/bookings`, { cookie, body: { slots } })
        expect(again.status).toBe(409)
        expect(again.json).toMatchObject({ refusals: [{ reason: "otherAction" }, { reason: "otherAction" }] })
        const withdrawn = yield* send(`${base}/withdrawals`, { cookie, body: { slots: [slots[0]] } })
        expect([withdrawn.status, (withdrawn.json as ReadonlyArray<unknown>).length]).toEqual([200, 1])
        const one = yield* send(`/api/requests/${requests[1]?.id}/withdrawal`, { cookie, method: "POST" })
        expect([one.status, as(Request.Request, one.json).state._tag]).toEqual([200, "Withdrawn"])
        const closed = yield* send(`/api/requests/${requests[1]?.id}/withdrawal`, { cookie, method: "POST" })
        expect(closed.status).toBe(409)
        const list = as(RequestList, (yield* send("/api/requests?type=Booking", { cookie })).json)
        expect([list.open.length, list.closed.length]).toEqual([1, 2])
        expect((yield* send("/api/requests?type=Absence", { cookie })).json).toEqual({ open: [], closed: [] })
      })
    )

    it.effect("declares an absence once staff have booked", () =>
      Effect.gen(function* () {
        const { cookies, own, send, tokens } = yield* Portal
        const slots = [{ activityId: "cantine", day: "2015-04-09" }]
        const body = { slots, reason: { _tag: "Medical" }, confirmed: true }
        const early = yield* send(`/api/children/${own.childId}/absences`, { cookie: cookies.adult, body })
        expect(early.status).toBe(409)
        const answered = yield* send(`/api/staff/requests/${own.requestId}/answer`, {
          bearer: tokens.agent,
          body: { _tag: "Accept", outcome: null }
        })
        expect(answered.status).toBe(200)
        const declared = yield* send(`/api/children/${own.childId}/absences`, { cookie: cookies.adult, body })
        expect(declared.status).toBe(201)
        expect(declared.json).toMatchObject([{ subject: { _tag: "Absence", reason: { _tag: "Medical" } } }])
      })
    )

    it.effect("shows the statement of a school year", () =>
      Effect.gen(function* () {
        const { cookies, send } = yield* Portal
        const answer = yield* send("/api/statements?year=2014-2015", { cookie: cookies.adult })
        const { statements } = as(StatementPage, answer.json)
        expect(statements).toMatchObject([{ debits: 12_060, credits: 0, opening: 0, payers: ["Jean DUPONT"] }])
        expect((yield* send("/api/statements", { cookie: cookies.adult })).text).toBe(answer.text)
        const other = yield* send("/api/statements", { cookie: cookies.withoutAuthority })
        expect(other.json).toMatchObject({ statements: [] })
      })
    )

    it.effect("opens a message, which is read from then on", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const cookie = cookies.adult
        expect((yield* send("/api/messages", { cookie })).json).toMatchObject([{ readAt: null }])
        const opened = yield* send(`/api/messages/${own.messageId}`, { cookie })
        expect(opened.json).toMatchObject({ body: "B", readAt: "2015-04-08T08:00:00.000Z" })
        expect((yield* send("/api/home", { cookie })).json).toMatchObject({ unread: 0 })
      })
    )
  })
})
