import { describe, expect, layer } from "@effect/vitest"
import { Effect } from "effect"
import { Portal, portal } from "./portal.ts"

const booking = (day: string) => ({ slots: [{ activityId: "cantine", day }] })

describe("a write with a key", () => {
  layer(portal)((it) => {
    const list = Effect.gen(function* () {
      const { cookies, send } = yield* Portal
      return (yield* send("/api/requests", { cookie: cookies.adult })).text
    })

    it.effect("happens once, and gives the same answer again", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const write = () =>
          send(`/api/children/${own.childId}/bookings`, {
            cookie: cookies.adult,
            key: "k1",
            body: booking("2015-04-10")
          })
        const first = yield* write()
        const known = yield* list
        expect(first.status).toBe(201)
        expect(first.headers["idempotent-replay"]).toBeUndefined()
        const second = yield* write()
        expect([second.status, second.text]).toEqual([201, first.text])
        expect(second.headers["content-type"]).toBe(first.headers["content-type"])
        expect(second.headers["idempotent-replay"]).toBe("true")
        expect(yield* list).toBe(known)
      })
    )

    it.effect("happens once when it comes twice at the same time", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const write = send(`/api/children/${own.childId}/bookings`, {
          cookie: cookies.adult,
          key: "k2",
          body: booking("2015-04-27")
        })
        const answers = yield* Effect.all([write, write, write, write], { concurrency: "unbounded" })
        expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
        expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
        expect(answers.filter(({ headers }) => headers["idempotent-replay"] === undefined)).toHaveLength(1)
      })
    )

    it.effect("is refused under a key that was used for another", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const write = (day: string, what = "bookings") =>
          send(`/api/children/${own.childId}/${what}`, { cookie: cookies.adult, key: "k3", body: booking(day) })
        expect((yield* write("2015-04-28")).status).toBe(201)
        const known = yield* list
        for (const answer of [yield* write("2015-04-30"), yield* write("2015-04-28", "withdrawals")]) {
          expect(answer.status).toBe(422)
          expect(answer.json).toMatchObject({ type: "urn:portail-famille:KeyReused" })
        }
        expect(yield* list).toBe(known)
      })
    )

    it.effect("leaves its key free when it is refused", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const write = (day: string) =>
          send(`/api/children/${own.childId}/bookings`, { cookie: cookies.adult, key: "k4", body: booking(day) })
        const refused = yield* write("2015-05-06")
        expect(refused.status).toBe(409)
        expect(refused.json).toMatchObject({
          refusals: [{ slot: { activityId: "cantine", day: "2015-05-06" }, reason: "notOffered" }]
        })
        expect((yield* write("2015-05-07")).status).toBe(201)
      })
    )

    it.effect("keeps the keys of each sender apart", () =>
      Effect.gen(function* () {
        const { cookies, own, send, stranger } = yield* Portal
        const write = (cookie: string, child: number) =>
          send(`/api/children/${child}/bookings`, { cookie, key: "k5", body: booking("2015-05-04") })
        expect((yield* write(cookies.adult, own.childId)).status).toBe(201)
        const other = yield* write(cookies.stranger, stranger.childId)
        expect([other.status, other.headers["idempotent-replay"]]).toEqual([201, undefined])
      })
    )

    it.effect("tells a secret once", () =>
      Effect.gen(function* () {
        const { own, send, tokens } = yield* Portal
        const reset = send(`/api/staff/adults/${own.otherId}/login`, {
          method: "PUT",
          bearer: tokens.admin,
          key: "k6",
          body: { handover: "password" }
        })
        const first = yield* reset
        expect(first.status).toBe(200)
        expect(first.json).toMatchObject({ identifiant: "dupont.jeanne", secret: expect.stringMatching(/./) })
        const second = yield* reset
        expect([second.status, second.headers["idempotent-replay"]]).toEqual([200, "true"])
        expect(second.json).toEqual({ ...(first.json as object), secret: null })
      })
    )

    it.effect("that answers nothing answers nothing again", () =>
      Effect.gen(function* () {
        const { send, tokens } = yield* Portal
        const sent = { method: "PUT", bearer: tokens.admin, key: "k7", body: { text: "Bonjour" } }
        const answers = [yield* send("/api/staff/banner", sent), yield* send("/api/staff/banner", sent)]
        expect(answers.map(({ status, text }) => [status, text])).toEqual([
          [204, ""],
          [204, ""]
        ])
      })
    )

    it.effect("needs a key that is one", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const path = `/api/children/${own.childId}/bookings`
        const answer = yield* send(path, { cookie: cookies.adult, key: "é".repeat(3), body: booking("2015-05-05") })
        expect(answer.status).toBe(400)
        expect(answer.json).toMatchObject({ errors: [{ path: ["idempotency-key"] }] })
      })
    )
  })
})
