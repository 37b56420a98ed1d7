import { describe, expect, layer } from "@effect/vitest"
import { Effect } from "effect"
import { Portal, portal } from "./portal.ts"

const slot = { activityId: "cantine", day: "2015-04-10" }
const absence = { slots: [slot], reason: { _tag: "Other", text: "Rendez-vous" }, confirmed: true }

/** Everything that is wrong with a body, and where it must be told. */
const bodies: ReadonlyArray<readonly [what: string, path: string, body: unknown, told: ReadonlyArray<unknown>]> = [
  ["a wrong type", "bookings", { slots: "demain" }, ["slots"]],
  ["a field that does not exist", "bookings", { slots: [slot], urgent: true }, ["urgent"]],
  ["a field that does not exist, inside", "bookings", { slots: [{ ...slot, repas: 2 }] }, ["slots", 0, "repas"]],
  ["31 February", "bookings", { slots: [{ ...slot, day: "2015-02-31" }] }, ["slots", 0, "day"]],
  ["a missing field", "bookings", {}, ["slots"]],
  ["no slot", "bookings", { slots: [] }, ["slots", 0]],
  [
    "an activity of another form",
    "bookings",
    { slots: [{ ...slot, activityId: "../etc" }] },
    ["slots", 0, "activityId"]
  ],
  ["no confirmation", "absences", { ...absence, confirmed: false }, ["confirmed"]],
  ["control characters", "absences", { ...absence, reason: { _tag: "Other", text: "a\u0000b" } }, ["reason", "text"]],
  ["half a character", "absences", { ...absence, reason: { _tag: "Other", text: "a\ud800" } }, ["reason", "text"]],
  [
    "text beyond its limit",
    "absences",
    { ...absence, reason: { _tag: "Other", text: "a".repeat(301) } },
    ["reason", "text"]
  ]
]

describe("bad input", () => {
  layer(portal)((it) => {
    const before = Effect.gen(function* () {
      const { cookies, send } = yield* Portal
      return (yield* send("/api/requests", { cookie: cookies.adult })).text
    })

    for (const [what, path, body, told] of bodies)
      it.effect(`${what} is told in French, and nothing changes`, () =>
        Effect.gen(function* () {
          const { cookies, own, send } = yield* Portal
          const known = yield* before
          const answer = yield* send(`/api/children/${own.childId}/${path}`, { cookie: cookies.adult, body })
          expect(answer.status).toBe(400)
          expect(answer.headers["content-type"]).toBe("application/problem+json")
          expect(answer.json).toMatchObject({
            title: "Données à corriger",
            errors: [{ path: told, message: expect.stringMatching(/^[A-ZÉ].*\.$/) }]
          })
          expect(yield* before).toBe(known)
        })
      )

    it.effect("all mistakes are told at once", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const body = { slots: [{ activityId: 3, day: "hier" }], reason: { _tag: "Inconnue" }, encore: 1 }
        const answer = yield* send(`/api/children/${own.childId}/absences`, { cookie: cookies.adult, body })
        const { errors } = answer.json as { errors: ReadonlyArray<{ path: ReadonlyArray<string | number> }> }
        expect(errors.map(({ path }) => path.join("."))).toEqual(
          expect.arrayContaining(["slots.0.activityId", "slots.0.day", "reason", "confirmed", "encore"])
        )
      })
    )

    it.effect("a control character is called by its name", () =>
      Effect.gen(function* () {
        const { send, tokens } = yield* Portal
        const body = { text: "Bonjour\u0007\nà tous" }
        const answer = yield* send("/api/staff/banner", { method: "PUT", bearer: tokens.admin, body })
        expect(answer.json).toMatchObject({
          errors: [{ path: ["text"], message: "Ce texte contient des caractères invisibles qui ne sont pas permis." }]
        })
        const good = { text: "Bonjour\n\tà tous 🙂" }
        expect((yield* send("/api/staff/banner", { method: "PUT", bearer: tokens.admin, body: good })).status).toBe(204)
      })
    )

    it.effect("malformed JSON, another media type and too large a body have their own status", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const path = `/api/children/${own.childId}/bookings`
        const cookie = cookies.adult
        const malformed = yield* send(path, { cookie, body: '{"slots":' })
        expect([malformed.status, (malformed.json as { title: string }).title]).toEqual([400, "Données illisibles"])
        for (const type of ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""]) {
          const answer = yield* send(path, { cookie, body: "{}", headers: { "content-type": type } })
          expect([type, answer.status]).toEqual([type, 415])
        }
        const charset = yield* send(path, {
          cookie,
          body: "{}",
          headers: { "content-type": "application/json; charset=utf-8" }
        })
        expect(charset.status).toBe(400)
        const large = yield* send(path, { cookie, body: { slots: [slot], texte: "a".repeat(1_000_000) } })
        expect(large.status).toBe(413)
        const growing = yield* send(path, {
          cookie,
          chunked: true,
          body: { slots: [slot], texte: "a".repeat(1_000_000) }
        })
        expect(growing.status).toBe(413)
      })
    )

    it.effect("a query that does not fit is told", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const cookie = cookies.adult
        for (const query of ["month=2015-13", "month=avril", "", "month=2015-04-01"]) {
          const answer = yield* send(`/api/children/${own.childId}/planning?${query}`, { cookie })
          expect([query, answer.status]).toEqual([query, 400])
          expect(answer.json).toMatchObject({ errors: [{ path: ["month"] }] })
        }
        expect((yield* send("/api/statements?year=2014-2016", { cookie })).status).toBe(400)
        expect((yield* send("/api/requests?type=Tout", { cookie })).status).toBe(400)
      })
    )
  })
})
