import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Money from "../../src/Money.ts"
import { decimal, euros } from "../../src/words/money.ts"
import { plural } from "../../src/words/plural.ts"

const exact = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" })

describe("laws of amounts in French", () => {
  it("agree with the platform's French, with the true minus sign", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (cents) => {
        expect(euros(Money.make(cents))).toBe(exact.format(cents / 100).replace("-", "\u2212"))
      })
    )
  })

  it("say every cent: the digits read back are the amount", () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (cents) => {
        const read = BigInt(decimal(Money.make(cents)).replace(/\D/g, ""))
        expect(read).toBe(BigInt(Math.abs(cents)))
      })
    )
  })
})

describe("named amounts", () => {
  it.each([
    [12_060, "120,60\u00a0€"],
    [-12_060, "\u2212120,60\u00a0€"],
    [0, "0,00\u00a0€"],
    [5, "0,05\u00a0€"],
    [-5, "\u22120,05\u00a0€"],
    [123_456_789, "1\u202f234\u202f567,89\u00a0€"]
  ])("%d cents are %s", (cents, text) => {
    expect(euros(Money.make(cents))).toBe(text)
  })
})

describe("plural", () => {
  it.each([
    [0, "nouveau message"],
    [1, "nouveau message"],
    [1.5, "nouveau message"],
    [2, "nouveaux messages"],
    [21, "nouveaux messages"]
  ])("%d makes %s (S20, S29)", (n, text) => {
    expect(plural(n, "nouveau message", "nouveaux messages")).toBe(text)
  })
})
