import { describe, expect, it, layer } from "@effect/vitest"
import type { Commune } from "@portail-famille/core"
import { importCommune } from "@portail-famille/core/services/Communes"
import * as Memory from "@portail-famille/core/services/memory/index"
import { Context, Effect, Exit, Fiber, Latch, Layer, Logger, Scope } from "effect"
import { HttpRouter, HttpServer, HttpServerRequest, HttpServerResponse } from "effect/http"
import { TestClock } from "effect/testing"
import type { Problem } from "../src/index.ts"
import { CurrentCommune, formOnce, Readiness, serve } from "../src/server/index.ts"
import { communeUnder } from "./communes.ts"
import { sendTo } from "./http.ts"

const secret = "Zoé DUPONT 12 rue des Bonbons"

class Lost extends Error {
  readonly code = "ECONNREFUSED"
}

/** Opens when a request has reached the page that never ends. */
const begun = Latch.makeUnsafe(false)

/** How many times the form has written. */
let writes = 0

/** Pages of a composition: good ones, and ones that fail in every way. */
const pages = Layer.mergeAll(
  HttpRouter.add(
    "GET",
    "/accueil",
    Effect.map(CurrentCommune, ({ name }) => HttpServerResponse.text(name))
  ),
  HttpRouter.add(
    "GET",
    "/style.css",
    Effect.succeed(HttpServerResponse.text("", { headers: { "cache-control": "public, max-age=31536000" } }))
  ),
  HttpRouter.add(
    "POST",
    "/connexion",
    Effect.flatMap(HttpServerRequest.HttpServerRequest, ({ text }) => Effect.map(text, HttpServerResponse.text))
  ),
  HttpRouter.add(
    "POST",
    "/formulaire",
    Effect.gen(function* () {
      const request = yield* HttpServerRequest.HttpServerRequest
      const form = new URLSearchParams(yield* Effect.orDie(request.text))
      const write = Effect.sync(() => {
        writes += 1
        return HttpServerResponse.redirect(`/fait/${writes}`, { status: 303 })
      })
      return yield* Effect.orDie(formOnce("adult:1", form, write))
    })
  ),
  HttpRouter.add("GET", "/panne/:id", Effect.die(new Error(secret))),
  HttpRouter.add("GET", "/perdu", Effect.die(new Error(secret, { cause: new Lost(secret) }))),
  HttpRouter.add("GET", "/sans-fin", Effect.andThen(begun.open, Effect.never))
)

const options = {
  host: "127.0.0.1",
  port: 0,
  trustedProxies: [],
  signInForm: "/connexion",
  problemPage: ({ title }: Problem, commune: Commune.Commune | undefined) => `<h1>${title}</h1>${commune?.name ?? ""}`
}

const served = (origin: string) =>
  serve({ ...options, origin }, pages).pipe(
    Layer.provideMerge(Memory.layer),
    Layer.provide(Layer.succeed(Readiness, { check: Effect.succeed(true) }))
  )

const here = Effect.gen(function* () {
  yield* Effect.orDie(importCommune(communeUnder("bourg", "localhost")))
  const { address } = yield* HttpServer.HttpServer
  const port = address._tag === "UnixPathAddress" ? 0 : address.port
  return { send: sendTo(port, "localhost"), plain: sendTo(port, "localhost", false) }
})

const lines: Array<string> = []
const remembering = Logger.layer([Logger.make(({ message }) => lines.push(JSON.stringify(message)))])

describe("the server", () => {
  layer(Layer.provideMerge(served("http://localhost:3000"), remembering))((it) => {
    it.effect("serves the routes given with it, in their commune", () =>
      Effect.gen(function* () {
        const { send } = yield* here
        const page = yield* send("/accueil")
        expect([page.status, page.text]).toEqual([200, "BOURG"])
        expect(page.headers["content-security-policy"]).toContain("form-action 'self' https://www.bourg.fr;")
        expect((yield* send("/accueil", { host: "exemple.fr" })).status).toBe(404)
        expect((yield* send("/style.css")).headers["cache-control"]).toBe("public, max-age=31536000")
      })
    )

    it.effect("lets the commune's own site post the sign-in form, and nothing else", () =>
      Effect.gen(function* () {
        const { plain } = yield* here
        const post = (path: string, origin: string) =>
          plain(path, { method: "POST", headers: { "sec-fetch-site": "cross-site", origin } })
        expect((yield* post("/connexion", "https://www.bourg.fr")).status).toBe(200)
        expect((yield* post("/connexion?depuis=site", "https://www.bourg.fr")).status).toBe(200)
        expect((yield* post("/connexion", "https://www.bourg.fr.exemple.fr")).status).toBe(403)
        expect((yield* post("/connexion/autre", "https://www.bourg.fr")).status).toBe(403)
        expect((yield* post("/api/session", "https://www.bourg.fr")).status).toBe(403)
      })
    )

    it.effect("answers a failure with a number that its log knows, and tells nobody's data", () =>
      Effect.gen(function* () {
        const { send } = yield* here
        for (const [path, status] of [
          ["/panne/12", 500],
          ["/panne/kJ3xQ9-mZ_secret-of-a-link-0a1", 500],
          ["/perdu", 503]
        ] as const) {
          lines.length = 0
          const answer = yield* send(path)
          expect(answer.status).toBe(status)
          const { incident } = answer.json as { incident: string }
          expect(incident).toMatch(/^[0-9a-f]{12}$/)
          expect(lines).toHaveLength(1)
          expect(lines[0]).toContain(incident)
          expect(lines[0]).toContain("server.test.ts")
          for (const text of [...lines, answer.text]) expect(text).not.toMatch(/Zoé|DUPONT|Bonbons|\/12|secret-of/)
        }
      })
    )

    it.effect("tells a refusal as a page to who asked for one, and as a problem to programs", () =>
      Effect.gen(function* () {
        const { send } = yield* here
        const headers = { accept: "text/html,application/xhtml+xml" }
        const nothing = yield* send("/nulle-part", { headers })
        expect([nothing.status, nothing.text]).toEqual([404, "<h1>Page introuvable</h1>BOURG"])
        expect(nothing.headers["content-type"]).toBe("text/html; charset=utf-8")
        const unknown = yield* send("/accueil", { headers, host: "exemple.fr" })
        expect([unknown.status, unknown.text]).toEqual([404, "<h1>Commune inconnue</h1>"])
        expect((yield* send("/perdu", { headers })).headers["retry-after"]).toBe("5")
        const api = yield* send("/api/nulle-part", { headers })
        expect(api.headers["content-type"]).toBe("application/problem+json")
        expect((yield* send("/nulle-part")).headers["content-type"]).toBe("application/problem+json")
      })
    )

    it.effect("writes a form once under its key", () =>
      Effect.gen(function* () {
        const { send } = yield* here
        const post = (body: string) =>
          send("/formulaire", { body, headers: { "content-type": "application/x-www-form-urlencoded" } })
        const answers = [yield* post("cle=k1&jour=1"), yield* post("cle=k1&jour=1"), yield* post("jour=1")]
        expect(answers.map(({ status, headers }) => [status, headers.location])).toEqual([
          [303, "/fait/1"],
          [303, "/fait/1"],
          [303, "/fait/2"]
        ])
        expect(answers.map(({ headers }) => headers["idempotent-replay"])).toEqual([undefined, "true", undefined])
      })
    )

    it.effect("does not wait for ever", () =>
      Effect.gen(function* () {
        const { send } = yield* here
        const asked = yield* Effect.forkChild(send("/sans-fin"))
        yield* begun.await
        yield* TestClock.adjust("30 seconds")
        const answer = yield* Fiber.join(asked)
        expect([answer.status, answer.headers["retry-after"]]).toEqual([503, "5"])
      })
    )
  })

  layer(served("https://portail.bourg.fr"))("on https", (it) => {
    it.effect("keeps browsers on https, and cookies to itself", () =>
      Effect.gen(function* () {
        const { send } = yield* here
        const answer = yield* send("/api/session", { method: "DELETE" })
        expect(answer.headers["strict-transport-security"]).toMatch(/^max-age=\d{8}/)
        expect(String(answer.headers["set-cookie"])).toMatch(/^__Host-portail=; Max-Age=0; Path=\/; HttpOnly; Secure/)
      })
    )
  })

  it.effect("stops within its second, though browsers stay connected, and gives its port back", () =>
    Effect.gen(function* () {
      const scope = yield* Scope.make()
      const context = yield* Layer.buildWithScope(served("http://localhost:3000"), scope)
      const { send } = yield* Effect.provideContext(here, context)
      expect((yield* send("/accueil")).status).toBe(200)
      yield* Scope.close(scope, Exit.void)
      const { address } = Context.get(context, HttpServer.HttpServer)
      const port = address._tag === "UnixPathAddress" ? 0 : address.port
      const again = yield* Effect.scoped(
        Effect.exit(
          Layer.build(
            serve({ ...options, port, origin: "http://localhost" }, pages).pipe(
              Layer.provide([Memory.layer, Layer.succeed(Readiness, { check: Effect.succeed(true) })])
            )
          )
        )
      )
      expect(Exit.isSuccess(again)).toBe(true)
    })
  )
})
