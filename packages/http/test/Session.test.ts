import { describe, expect, layer } from "@effect/vitest"
import { Effect } from "effect"
import { Portal, password, portal } from "./portal.ts"

describe("signing in", () => {
  layer(portal)((it) => {
    it.effect("opens a session in a cookie out of reach of scripts", () =>
      Effect.gen(function* () {
        const { send } = yield* Portal
        const answer = yield* send("/api/session", { body: { identifiant: "dupont.jean", password } })
        expect(answer.status).toBe(200)
        expect(answer.json).toEqual({ stage: "active" })
        expect(String(answer.headers["set-cookie"])).toMatch(
          /^portail=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/
        )
      })
    )
  })
})
