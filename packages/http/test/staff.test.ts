import { describe, expect, layer } from "@effect/vitest"
import { Adult } from "@portail-famille/core"
import { Effect } from "effect"
import { Portal, portal } from "./portal.ts"

describe("the staff's side", () => {
  layer(portal)((it) => {
    it.effect("opens a family, from its number to its first booking answered", () =>
      Effect.gen(function* () {
        const { cookieOf, send, tokens } = yield* Portal
        const post = (path: string, body: unknown, bearer: string = tokens.agent) =>
          send(`/api/staff${path}`, { bearer, body })
        const made = yield* post("/families", { number: "77" })
        expect(made.status).toBe(201)
        const family = (made.json as { id: number }).id
        expect((yield* post("/families", { number: "77" })).status).toBe(409)
        const adult = (yield* post(`/families/${family}/adults`, Adult.named("Ada", "LOVE"))).json as { id: number }
        const child = (yield* post(`/families/${family}/children`, {
          firstName: "Léo",
          lastName: "LOVE",
          birthDay: "2010-02-28"
        })).json as { id: number }
        const link = { relationship: "mother", authority: "full", mayBook: true }
        const put = { method: "PUT", bearer: tokens.agent }
        const linked = yield* send(`/api/staff/children/${child.id}/adults/${adult.id}`, { ...put, body: link })
        expect(linked.status).toBe(204)
        const guarded = yield* send(`/api/staff/adults/${adult.id}/protection`, { ...put, body: { protected: true } })
        expect(guarded.status).toBe(204)
        const payer = (yield* post("/payers", { adults: [adult.id] })).json as { id: number }
        const enrolled = yield* post(`/children/${child.id}/enrolments`, {
          activityId: "cantine",
          payerId: payer.id,
          from: "2014-09-01",
          until: null,
          contract: null
        })
        expect(enrolled.status).toBe(201)
        const read = yield* send(`/api/staff/families/${family}`, { bearer: tokens.reader })
        expect(read.json).toMatchObject({ number: "77", adults: [{ adult: { protected: true } }], links: [link] })
        const payers = yield* send(`/api/staff/families/${family}/payers`, { bearer: tokens.reader })
        expect(payers.json).toEqual([payer])
        const list = yield* send("/api/staff/families?limit=1", { bearer: tokens.reader })
        expect(list.json).toHaveLength(1)
        const page = yield* send(`/api/staff/families?after=${family - 1}`, { bearer: tokens.reader })
        expect(page.json).toEqual([{ id: family, number: "77", names: ["Ada LOVE"] }])

        const body = { identifiant: "love.ada", handover: "password" }
        const login = (yield* post(`/adults/${adult.id}/login`, body, tokens.admin)).json as { secret: string }
        const staged = yield* cookieOf("love.ada", login.secret)
        const change = { current: null, next: "Prune-Mauve-2015" }
        const changed = yield* send("/api/password", { method: "PUT", cookie: staged, body: change })
        const cookie = String(changed.headers["set-cookie"]).split(";", 1)[0] ?? ""
        const slots = [{ activityId: "cantine", day: "2015-04-30" }]
        const asked = yield* send(`/api/children/${child.id}/bookings`, { cookie, body: { slots } })
        const [request] = asked.json as ReadonlyArray<{ id: number }>

        const waiting = yield* send("/api/staff/requests", { bearer: tokens.agent })
        const queue = waiting.json as ReadonlyArray<{ request: { id: number } }>
        expect(queue.at(-1)).toMatchObject({ request: { id: request?.id }, child: { firstName: "Léo" } })
        const answer = (said: unknown) => post(`/requests/${request?.id}/answer`, said)
        const unfit = yield* answer({ _tag: "Accept", outcome: "excused" })
        expect([unfit.status, (unfit.json as { type: string }).type]).toEqual([409, "urn:portail-famille:AnswerUnfit"])
        expect((yield* answer({ _tag: "Refuse", reason: "" })).status).toBe(400)
        expect((yield* answer({ _tag: "Refuse", reason: "Complet" })).status).toBe(200)
        expect((yield* answer({ _tag: "Accept", outcome: null })).status).toBe(409)
        const seen = yield* send("/api/requests", { cookie })
        expect(seen.json).toMatchObject({ closed: [{ request: { state: { _tag: "Refused", reason: "Complet" } } }] })
      })
    )

    it.effect("closes, opens again and notes who came", () =>
      Effect.gen(function* () {
        const { cookies, own, send, tokens } = yield* Portal
        const month = Effect.map(
          send(`/api/children/${own.childId}/planning?month=2015-04`, { cookie: cookies.adult }),
          ({ json }) => json as { groups: ReadonlyArray<{ rows: ReadonlyArray<{ cells: ReadonlyArray<unknown> }> }> }
        )
        const stateOn = (dayOfMonth: number) =>
          Effect.map(month, ({ groups }) => groups[0]?.rows[0]?.cells[dayOfMonth - 1])
        const body = {
          scope: { _tag: "Activity", activityId: "cantine" },
          from: "2015-04-10",
          until: "2015-04-10",
          label: "Grève"
        }
        const closed = yield* send("/api/staff/closures", { bearer: tokens.admin, body })
        expect(closed.status).toBe(201)
        const { id } = closed.json as { id: number }
        expect(yield* stateOn(10)).toMatchObject({ state: { _tag: "closed", label: "Grève" } })
        const query = "from=2015-04-01&to=2015-04-30"
        expect((yield* send(`/api/staff/closures?${query}`, { bearer: tokens.agent })).json).toEqual([closed.json])
        const reopen = { method: "DELETE", bearer: tokens.admin }
        expect((yield* send(`/api/staff/closures/${id}`, reopen)).status).toBe(204)
        expect((yield* send(`/api/staff/closures/${id}`, reopen)).status).toBe(404)
        expect(yield* stateOn(10)).toMatchObject({ state: { _tag: "free" } })
        const came = { activityId: "cantine", day: "2015-04-07", attendance: "present" }
        const path = `/api/staff/children/${own.childId}/attendance`
        expect((yield* send(path, { method: "PUT", bearer: tokens.agent, body: came })).status).toBe(204)
        expect(yield* stateOn(7)).toMatchObject({ state: { _tag: "attendedUnbooked" } })
        const elsewhere = yield* send(path, {
          method: "PUT",
          bearer: tokens.agent,
          body: { ...came, activityId: "mercredi" }
        })
        expect([elsewhere.status, (elsewhere.json as { type: string }).type]).toEqual([
          409,
          "urn:portail-famille:NotEnrolled"
        ])
        const bridge = { day: "2015-04-30", marker: "publicHoliday", label: "Fête du village" }
        expect((yield* send("/api/staff/commune-days", { bearer: tokens.admin, body: bridge })).status).toBe(204)
        expect(yield* stateOn(30)).toMatchObject({ state: { _tag: "closed", label: "Fête du village" } })
      })
    )

    it.effect("posts money, which the statement shows", () =>
      Effect.gen(function* () {
        const { own, send, tokens } = yield* Portal
        const payment = {
          payerId: own.payerId,
          officeId: "garderie",
          kind: { _tag: "Payment", method: "cheque" },
          day: "2015-04-08",
          amount: 2000,
          number: null
        }
        const post = (body: unknown) => send("/api/staff/operations", { bearer: tokens.regisseur, body })
        expect((yield* post(payment)).status).toBe(201)
        for (const amount of [0, -5, 12.5, "20", 1e12]) expect((yield* post({ ...payment, amount })).status).toBe(400)
        const refund = yield* post({ ...payment, kind: { _tag: "Refund" }, amount: 50_000 })
        expect([refund.status, (refund.json as { type: string }).type]).toEqual([
          409,
          "urn:portail-famille:OperationRefused"
        ])
        expect((yield* post({ ...payment, payerId: 4242 })).status).toBe(404)
        expect((yield* post({ ...payment, payerId: 9_999_999_999 })).status).toBe(400)
        expect((yield* post({ ...payment, officeId: "autre" })).status).toBe(404)
        const path = `/api/staff/payers/${own.payerId}/statements/garderie?year=2014-2015`
        const statement = yield* send(path, { bearer: tokens.reader })
        expect(statement.json).toMatchObject({ debits: 12_060, credits: 2000, position: { unpaid: 10_060 } })
      })
    )

    it.effect("publishes a banner, documents and messages", () =>
      Effect.gen(function* () {
        const { cookies, own, send, tokens } = yield* Portal
        const admin = tokens.admin
        const text = "Fermé le <b>1er</b> mai"
        expect((yield* send("/api/staff/banner", { method: "PUT", bearer: admin, body: { text } })).status).toBe(204)
        const document = { label: "Menu", url: "https://exemple.fr/menu" }
        const published = yield* send("/api/staff/documents", { bearer: admin, body: document })
        expect(published.status).toBe(201)
        for (const url of ["javascript:alert(1)", "https://a:b@exemple.fr", "ftp://exemple.fr", "/menu"])
          expect((yield* send("/api/staff/documents", { bearer: admin, body: { ...document, url } })).status).toBe(400)
        const message = { recipient: own.adultId, from: "Mairie", subject: "Sujet", body: "Ligne 1\nLigne 2" }
        expect((yield* send("/api/staff/messages", { bearer: tokens.agent, body: message })).status).toBe(201)
        const home = yield* send("/api/home", { cookie: cookies.adult })
        expect(home.json).toMatchObject({ banner: text, unread: 2, documents: [{}, document] })
        const { id } = published.json as { id: number }
        const removed = yield* send(`/api/staff/documents/${id}`, { method: "DELETE", bearer: admin })
        expect(removed.status).toBe(204)
        expect((yield* send("/api/documents", { cookie: cookies.adult })).json).toHaveLength(1)
      })
    )

    it.effect("needs no page of the portal, and takes no cookie", () =>
      Effect.gen(function* () {
        const { cookies, plain, tokens } = yield* Portal
        const sent = { method: "PUT", body: { text: "Bonjour" } }
        expect((yield* plain("/api/staff/banner", { ...sent, bearer: tokens.admin })).status).toBe(204)
        const refused = yield* plain("/api/staff/banner", { ...sent, cookie: cookies.adult })
        expect([refused.status, refused.headers["www-authenticate"]]).toEqual([401, "Bearer"])
      })
    )
  })
})
