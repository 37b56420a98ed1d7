import { expect, it } from "@effect/vitest"
import * as Password from "@portail-famille/core/Password"
import * as Memory from "@portail-famille/core/services/memory/index"
import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { oneDayOfCanteen } from "./ownPortal.ts"

const in2026 = TestClock.setTime(Date.UTC(2026, 10, 2))

it.effect("a workflow of the core runs on the stores in memory", () =>
  Effect.gen(function* () {
    yield* in2026
    // #region memory
    const seen = yield* Effect.provide(oneDayOfCanteen, Memory.layer)
    expect(seen).toEqual({ before: "Réservation en cours de traitement", after: "Réservé" })
    // #endregion
  })
)

it("a rule of the core is a function", () => {
  // #region rules
  const policy = { minLength: 8, upper: true, lower: true, digit: true }
  const dupont = { identifiant: "dupont.jean", names: ["Jean", "DUPONT"] }
  expect(Password.check(policy, "cerise", dupont)).toEqual([
    { _tag: "TooShort", min: 8 },
    { _tag: "NoUpper" },
    { _tag: "NoDigit" }
  ])
  expect(Password.check(policy, "Cerise-Hibou-4821", dupont)).toEqual([])
  // #endregion
})
