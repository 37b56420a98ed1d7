import * as fc from "fast-check"
import { expect, it } from "vitest"
import { expectedProof } from "../src/Absence.ts"
import { addDays, make } from "../src/Day.ts"
import { generators } from "../src/testing/index.ts"

it("a certificate is expected for a medical reason and no other, never before the absence (S111)", () => {
  fc.assert(
    fc.property(generators.absenceReason, generators.day, fc.nat(60), (reason, day, days) => {
      const proof = expectedProof(reason, day, days)
      expect(proof).toEqual(reason._tag === "Medical" ? { until: addDays(day, days) } : null)
      if (proof !== null) expect(proof.until >= day).toBe(true)
    })
  )
})

it("a certificate of the end of April is due in May", () => {
  expect(expectedProof({ _tag: "Medical" }, make("2015-04-29"), 5)).toEqual({ until: "2015-05-04" })
})
