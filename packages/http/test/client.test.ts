import { describe, expect, layer } from "@effect/vitest"
import { Child, Day } from "@portail-famille/core"
import { Effect, Layer } from "effect"
import { FetchHttpClient, HttpClient, HttpClientRequest } from "effect/http"
import { client } from "../src/index.ts"
import { Portal, portal } from "./portal.ts"

const withHeaders = (headers: Record<string, string>) =>
  HttpClient.mapRequest((request: HttpClientRequest.HttpClientRequest) =>
    HttpClientRequest.setHeaders(request, headers)
  )

describe("the typed client", () => {
  layer(Layer.mergeAll(portal, FetchHttpClient.layer))((it) => {
    const clientOf = Effect.fnUntraced(function* (headers: Record<string, string>) {
      const { port } = yield* Portal
      const http = yield* HttpClient.HttpClient
      return yield* Effect.provideService(
        client(`http://localhost:${port}`),
        HttpClient.HttpClient,
        withHeaders({ "sec-fetch-site": "same-origin", ...headers })(http)
      )
    })

    it.effect("reads answers and refusals as the contract says", () =>
      Effect.gen(function* () {
        const { cookies, own, tokens } = yield* Portal
        const family = yield* clientOf({ cookie: cookies.adult })
        const home = yield* family.family.home()
        expect(home.self.id).toBe(own.adultId)
        const month = yield* family.planning.month({
          params: { childId: own.childId },
          query: { month: Day.YearMonth.make("2015-04") }
        })
        expect(month.child.id).toBe(own.childId)
        const refused = yield* Effect.flip(
          family.planning.month({
            params: { childId: Child.ChildId.make(4242) },
            query: { month: Day.YearMonth.make("2015-04") }
          })
        )
        expect(refused).toMatchObject({ status: 404, title: "Enfant introuvable" })
        const slots = [{ activityId: "cantine", day: "2015-04-08" }] as never
        const past = yield* Effect.flip(
          family.planning.requestBookings({ params: { childId: own.childId }, headers: {}, payload: { slots } })
        )
        expect(past).toMatchObject({ status: 409, refusals: [{ reason: "notOffered" }] })
        const staff = yield* clientOf({ authorization: `Bearer ${tokens.agent}` })
        const waiting = yield* staff.staffRequests.waiting({ query: {} })
        expect(waiting.length).toBeGreaterThan(0)
      })
    )
  })
})
