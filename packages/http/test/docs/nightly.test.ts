import { expect, layer } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { FetchHttpClient } from "effect/http"
import { Portal, portal } from "../portal.ts"
import { acceptBookings } from "./nightly.ts"

layer(Layer.mergeAll(portal, FetchHttpClient.layer))("the nightly program of the documentation", (it) => {
  it.effect("accepts what waits, once, and tells a token that may not", () =>
    Effect.gen(function* () {
      const { port, tokens } = yield* Portal
      const address = `http://localhost:${port}`
      expect(yield* acceptBookings(address, tokens.agent)).toBeGreaterThan(0)
      expect(yield* acceptBookings(address, tokens.agent)).toBe(0)
      // #region refusal
      const refused = yield* Effect.flip(acceptBookings(address, "not-a-token"))
      expect(refused).toMatchObject({ status: 401, type: "urn:portail-famille:TokenRefused" })
      // #endregion
    })
  )
})
