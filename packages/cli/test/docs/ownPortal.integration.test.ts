import { expect, it } from "@effect/vitest"
import { layerHasher, layerSecrets } from "@portail-famille/adapter-node"
import { layer, migrate } from "@portail-famille/adapter-pg"
import { Effect, Layer, type Redacted } from "effect"
import { TestClock } from "effect/testing"
import { freshDatabase } from "../../../adapter-pg/test/database.ts"
import { oneDayOfCanteen } from "./ownPortal.ts"

// #region postgres
const onPostgres = Effect.fnUntraced(function* (ownerUrl: Redacted.Redacted, appUrl: Redacted.Redacted) {
  yield* migrate(ownerUrl, appUrl)
  const portal = Layer.mergeAll(layer({ url: appUrl }), layerHasher(), layerSecrets)
  return yield* Effect.provide(oneDayOfCanteen, portal)
})
// #endregion

it.effect("the same workflow runs on PostgreSQL", () =>
  Effect.gen(function* () {
    yield* TestClock.setTime(Date.UTC(2026, 10, 2))
    const { appUrl, ownerUrl } = yield* freshDatabase
    const seen = yield* onPostgres(ownerUrl, appUrl)
    expect(seen).toEqual({ before: "Réservation en cours de traitement", after: "Réservé" })
  })
)
