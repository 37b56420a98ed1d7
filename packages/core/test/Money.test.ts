import { Result, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Money from "../src/Money.ts"

const cents = fc.integer({ min: -1e12, max: 1e12 }).map(Money.make)

describe("laws of amounts", () => {
  it("add up in any order and any grouping", () => {
    fc.assert(
      fc.property(fc.array(cents), (amounts) => {
        const total = Money.sum(amounts)
        expect(Money.sum([...amounts].reverse())).toBe(total)
        expect(amounts.reduce(Money.add, Money.zero)).toBe(total)
      })
    )
  })

  it("subtracting undoes adding, and never leaves a negative zero", () => {
    fc.assert(
      fc.property(cents, cents, (amount, other) => {
        expect(Money.subtract(Money.add(amount, other), other)).toBe(amount)
        expect(Money.add(amount, Money.negate(amount))).toBe(0)
        expect(Money.negate(Money.negate(amount))).toBe(amount)
      })
    )
    expect(Money.negate(Money.zero)).toBe(0)
    expect(Money.make(-0)).toBe(0)
  })
})

describe("named amounts", () => {
  it("the three operations of the guide leave 120.60 euros to pay (S122)", () => {
    const debits = Money.sum([Money.make(12_060), Money.make(24_320)])
    expect(debits).toBe(36_380)
    expect(Money.subtract(Money.make(24_320), debits)).toBe(-12_060)
  })

  it.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %d", (value) => {
    expect(() => Money.make(value)).toThrow(RangeError)
    expect(Result.isFailure(Schema.decodeUnknownResult(Money.Cents)(value))).toBe(true)
  })

  it("refuses a sum that would no longer be exact", () => {
    expect(() => Money.add(Money.make(Number.MAX_SAFE_INTEGER), Money.make(1))).toThrow(RangeError)
  })
})
