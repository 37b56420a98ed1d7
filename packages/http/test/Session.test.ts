import { describe, expect, layer } from "@effect/vitest"
import { Letters } from "@portail-famille/core/services/memory/index"
import { sendDue } from "@portail-famille/core/services/Notices"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { Portal, password, portal } from "./portal.ts"

describe("a session", () => {
  layer(portal)((it) => {
    it.effect("opens in a cookie out of reach of scripts", () =>
      Effect.gen(function* () {
        const { send } = yield* Portal
        const answer = yield* send("/api/session", { body: { identifiant: "Dupont.Jean", password } })
        expect(answer.status).toBe(200)
        expect(answer.json).toEqual({ stage: "active" })
        expect(String(answer.headers["set-cookie"])).toMatch(
          /^portail=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/
        )
      })
    )

    it.effect("is refused alike for a wrong password and an unknown identifiant", () =>
      Effect.gen(function* () {
        const { send } = yield* Portal
        const wrong = yield* send("/api/session", { body: { identifiant: "dupont.jean", password: "Faux-2015" } })
        const unknown = yield* send("/api/session", { body: { identifiant: "inconnu", password: "Faux-2015" } })
        const odd = yield* send("/api/session", { body: { identifiant: "' OR 1=1", password: "Faux-2015" } })
        expect(wrong.status).toBe(401)
        for (const answer of [unknown, odd]) expect([answer.status, answer.text]).toEqual([401, wrong.text])
        expect(wrong.headers["set-cookie"]).toBeUndefined()
      })
    )

    it.effect("makes who fails too often wait, and says how long", () =>
      Effect.gen(function* () {
        const { send } = yield* Portal
        const body = { identifiant: "martin.jean", password: "Faux-2015" }
        const statuses: Array<number> = []
        for (let i = 0; i < 5; i++) statuses.push((yield* send("/api/session", { body })).status)
        expect(statuses).toEqual([401, 401, 401, 401, 401])
        const answer = yield* send("/api/session", { body: { ...body, password } })
        expect([answer.status, answer.headers["retry-after"]]).toEqual([429, "1"])
        expect(answer.json).toMatchObject({ seconds: 1, title: "Trop d'essais" })
        yield* TestClock.adjust("1 second")
        expect((yield* send("/api/session", { body: { ...body, password } })).status).toBe(200)
      })
    )

    it.effect("with the password of staff lets one change it, and tells all that is wrong with the new one", () =>
      Effect.gen(function* () {
        const { cookieOf, newcomer, send } = yield* Portal
        const cookie = yield* cookieOf(newcomer.identifiant, newcomer.secret)
        const refused = yield* send("/api/password", { method: "PUT", cookie, body: { current: null, next: "jeanne" } })
        expect(refused.status).toBe(409)
        const { broken } = refused.json as { broken: ReadonlyArray<{ _tag: string }> }
        expect(broken.map(({ _tag }) => _tag)).toEqual(
          expect.arrayContaining(["TooShort", "NoUpper", "NoDigit", "ContainsName"])
        )
        const body = { current: null, next: "Prune-Mauve-2015" }
        const accepted = yield* send("/api/password", { method: "PUT", cookie, body })
        expect([accepted.status, accepted.text]).toEqual([204, ""])
        const fresh = String(accepted.headers["set-cookie"]).split(";", 1)[0] ?? ""
        expect(fresh).not.toBe(cookie)
        expect((yield* send("/api/home", { cookie })).status).toBe(401)
        expect((yield* send("/api/home", { cookie: fresh })).status).toBe(200)
      })
    )

    it.effect("asks for the current password of one's own", () =>
      Effect.gen(function* () {
        const { cookies, send } = yield* Portal
        const body = { current: "Faux-2015", next: "Prune-Mauve-2015" }
        const answer = yield* send("/api/password", { method: "PUT", cookie: cookies.adult, body })
        expect(answer.status).toBe(401)
      })
    )

    it.effect("is opened again with a link from an e-mail, once", () =>
      Effect.gen(function* () {
        const { send } = yield* Portal
        const asked = yield* send("/api/password-resets", { body: { identifiant: "martin.jean" } })
        const unknown = yield* send("/api/password-resets", { body: { identifiant: "inconnu" } })
        expect([asked.status, asked.text]).toEqual([202, ""])
        expect([unknown.status, unknown.text]).toEqual([202, ""])
        yield* sendDue
        const letters = yield* (yield* Letters).all
        const [secret] = letters.flatMap(({ subject }) => (subject._tag === "PasswordReset" ? [subject.secret] : []))
        const redeem = (what: string) =>
          send("/api/password-resets", { method: "PUT", body: { secret: what, password: "Prune-Mauve-2015" } })
        expect((yield* redeem("devine")).status).toBe(409)
        expect((yield* redeem(secret ?? "")).status).toBe(204)
        const again = yield* redeem(secret ?? "")
        expect(again.status).toBe(409)
        expect(again.json).toMatchObject({ title: "Lien qui n'ouvre plus" })
        const body = { identifiant: "martin.jean", password: "Prune-Mauve-2015" }
        expect((yield* send("/api/session", { body })).status).toBe(200)
      })
    )

    it.effect("ends on the commune's site, with or without one", () =>
      Effect.gen(function* () {
        const { cookieOf, send } = yield* Portal
        const cookie = yield* cookieOf("dupont.jean", password)
        expect((yield* send("/api/home", { cookie })).status).toBe(200)
        for (const sent of [{ cookie }, {}]) {
          const answer = yield* send("/api/session", { ...sent, method: "DELETE" })
          expect(answer.json).toEqual({ redirect: "https://www.bourg.fr/vivre" })
          expect(String(answer.headers["set-cookie"])).toMatch(/^portail=; Max-Age=0; Path=\/; HttpOnly; SameSite=Lax$/)
        }
        expect((yield* send("/api/home", { cookie })).status).toBe(401)
      })
    )

    it.effect("rests no longer than the commune lets it", () =>
      Effect.gen(function* () {
        const { cookieOf, send } = yield* Portal
        const cookie = yield* cookieOf("dupont.jean", password)
        yield* TestClock.adjust("29 minutes")
        expect((yield* send("/api/home", { cookie })).status).toBe(200)
        yield* TestClock.adjust("30 minutes")
        expect((yield* send("/api/home", { cookie })).status).toBe(401)
      })
    )
  })
})
