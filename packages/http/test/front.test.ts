import { describe, expect, it, layer } from "@effect/vitest"
import { Effect } from "effect"
import { addressBehind } from "../src/server/ClientAddress.ts"
import { Portal, password, portal, readiness } from "./portal.ts"

const credentials = { identifiant: "dupont.jean", password }

describe("the front", () => {
  layer(portal)((it) => {
    it.effect("knows a commune by its host alone, whatever the port", () =>
      Effect.gen(function* () {
        const { send } = yield* Portal
        for (const host of ["localhost", "localhost:3000", "LOCALHOST:80", "ailleurs.test"])
          expect([host, (yield* send("/api/home", { host })).status]).toEqual([host, 401])
        const unknown = ["exemple.fr", "localhost.exemple.fr", "xlocalhost", "", "localhost:3000:1", "127.0.0.1"]
        for (const host of unknown)
          for (const path of ["/api/home", "/api/openapi.json", "/api/docs", "/nulle-part", "/api/session"]) {
            const answer = yield* send(path, { host, method: path === "/api/session" ? "DELETE" : "GET" })
            expect([host, path, answer.status]).toEqual([host, path, 404])
            expect(answer.json).toMatchObject({ type: "urn:portail-famille:UnknownCommune" })
          }
      })
    )

    it.effect("answers health under any host, and tells whether it can serve", () =>
      Effect.gen(function* () {
        const { send } = yield* Portal
        for (const host of ["localhost", "10.1.2.3:8080"]) {
          expect((yield* send("/health/live", { host })).status).toBe(204)
          expect((yield* send("/health/ready", { host })).status).toBe(204)
        }
        readiness.ready = false
        const answer = yield* send("/health/ready")
        readiness.ready = true
        expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "5"])
        expect(answer.json).toMatchObject({ incident: expect.stringMatching(/^[0-9a-f]{12}$/) })
        expect((yield* send("/health/live")).status).toBe(204)
      })
    )

    it.effect("turns back every write that does not come from a page of the portal", () =>
      Effect.gen(function* () {
        const { cookies, own, send } = yield* Portal
        const foreign: ReadonlyArray<Record<string, string>> = [
          { "sec-fetch-site": "cross-site" },
          { "sec-fetch-site": "same-site" },
          { "sec-fetch-site": "none" },
          { "sec-fetch-site": "cross-site", origin: "http://localhost" },
          { "sec-fetch-site": "cross-site", origin: "https://www.bourg.fr" },
          { "sec-fetch-site": "", origin: "http://localhost" }
        ]
        const writes = [
          ["/api/session", { body: credentials }],
          ["/api/session", { method: "DELETE" }],
          ["/api/password", { method: "PUT", body: { current: password, next: "Une-Autre-2015" } }],
          ["/api/password-resets", { body: { identifiant: "dupont.jean" } }],
          [`/api/children/${own.childId}/bookings`, { body: { slots: [] } }],
          [`/api/requests/${own.requestId}/withdrawal`, { method: "POST" }]
        ] as const
        for (const [path, sent] of writes)
          for (const headers of foreign) {
            const answer = yield* send(path, { ...sent, cookie: cookies.adult, headers })
            expect([path, headers, answer.status]).toEqual([path, headers, 403])
          }
      })
    )

    it.effect("takes the exact origin of a browser that does not say where it comes from", () =>
      Effect.gen(function* () {
        const { plain } = yield* Portal
        const signIn = (headers: Record<string, string>, host = "localhost:3000") =>
          plain("/api/session", { host, body: credentials, headers })
        expect((yield* signIn({ origin: "http://localhost:3000" })).status).toBe(200)
        expect((yield* signIn({ origin: "http://localhost:4000" }, "localhost:4000")).status).toBe(200)
        for (const headers of [
          {},
          { origin: "null" },
          { origin: "https://localhost:3000" },
          { origin: "http://localhost:3001" },
          { origin: "http://localhost:3000.exemple.fr" },
          { referer: "http://localhost:3000/" }
        ])
          expect([headers, (yield* signIn(headers as Record<string, string>)).status]).toEqual([headers, 403])
      })
    )

    it.effect("gives nothing to other origins", () =>
      Effect.gen(function* () {
        const { send } = yield* Portal
        const headers = { origin: "https://www.bourg.fr", "access-control-request-method": "POST" }
        for (const method of ["OPTIONS", "GET"]) {
          const answer = yield* send("/api/home", { method, headers })
          expect(Object.keys(answer.headers).filter((name) => name.startsWith("access-control"))).toEqual([])
        }
      })
    )

    it.effect("puts the security headers on every response", () =>
      Effect.gen(function* () {
        const { cookies, send } = yield* Portal
        for (const [path, sent] of [
          ["/api/home", { cookie: cookies.adult }],
          ["/api/home", {}],
          ["/nulle-part", {}],
          ["/api/home", { host: "exemple.fr" }],
          ["/health/live", {}],
          ["/api/openapi.json", {}]
        ] as const) {
          const { headers } = yield* send(path, sent)
          expect(headers).toMatchObject({
            "x-content-type-options": "nosniff",
            "referrer-policy": "same-origin",
            "cache-control": "no-store",
            "permissions-policy": expect.stringContaining("camera=()")
          })
          expect(headers["content-security-policy"]).toContain(
            "default-src 'none'; script-src 'self'; style-src 'self'"
          )
          expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'")
          expect(headers["strict-transport-security"]).toBeUndefined()
        }
      })
    )

    it.effect("says in French that there is nothing at an address", () =>
      Effect.gen(function* () {
        const { send } = yield* Portal
        const answer = yield* send("/api/nulle-part")
        expect([answer.status, answer.headers["content-type"]]).toEqual([404, "application/problem+json"])
        expect(answer.json).toMatchObject({ title: "Page introuvable" })
      })
    )

    it.effect("documents the API", () =>
      Effect.gen(function* () {
        const { send } = yield* Portal
        const openapi = (yield* send("/api/openapi.json")).json as { openapi: string; paths: Record<string, unknown> }
        expect(openapi.openapi).toMatch(/^3\.1/)
        expect(Object.keys(openapi.paths)).toContain("/api/children/{childId}/planning")
        const docs = yield* send("/api/docs")
        expect([docs.status, docs.headers["content-type"]]).toEqual([200, expect.stringContaining("text/html")])
      })
    )
  })
})

describe("the address of who asks", () => {
  const trusted = ["10.0.0.1", "10.0.0.2"]

  it("is the socket's, whatever a stranger writes", () => {
    expect(addressBehind("203.0.113.9", "1.2.3.4", trusted)).toBe("203.0.113.9")
    expect(addressBehind("203.0.113.9", "", [])).toBe("203.0.113.9")
  })

  it("is the one that the last trusted proxy saw", () => {
    expect(addressBehind("10.0.0.1", "1.2.3.4, 203.0.113.9", trusted)).toBe("203.0.113.9")
    expect(addressBehind("10.0.0.1", "1.2.3.4, 203.0.113.9, ::ffff:10.0.0.2", trusted)).toBe("203.0.113.9")
    expect(addressBehind("10.0.0.1", "", trusted)).toBe("10.0.0.1")
  })
})
