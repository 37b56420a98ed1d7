import { Result, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { words } from "../src/CommonPasswords.ts"
import * as Password from "../src/Password.ts"
import { PasswordPolicy } from "../src/PasswordPolicy.ts"

const chenex: Password.PasswordPolicy = { minLength: 8, upper: true, lower: true, digit: true }
const jean: Password.PasswordContext = { identifiant: "dupont.j", names: ["JEAN", "DUPONT"] }
const nobody: Password.PasswordContext = { identifiant: "", names: [] }
const tags = (candidate: string, policy = chenex, context = jean) =>
  Password.check(policy, candidate, context).map(({ _tag }) => _tag)

const policies: fc.Arbitrary<Password.PasswordPolicy> = fc.record({
  minLength: fc.integer({ min: 6, max: 128 }),
  upper: fc.boolean(),
  lower: fc.boolean(),
  digit: fc.boolean()
})
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: "grapheme" }),
  fc.string({ unit: "grapheme-ascii" }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units))
)
const contexts = fc.record({ identifiant: anyText, names: fc.array(anyText, { maxLength: 3 }) })
const composition = new Set(["TooShort", "NoUpper", "NoLower", "NoDigit"])
const compositionOf = (policy: Password.PasswordPolicy, candidate: string) =>
  tags(candidate, policy, nobody).filter((tag) => composition.has(tag))

describe("laws of the check", () => {
  it("answers for any text whatever, each rule once, and the same each time", () => {
    fc.assert(
      fc.property(policies, anyText, contexts, (policy, candidate, context) => {
        const broken = Password.check(policy, candidate, context).map((rule) => JSON.stringify(rule))
        expect(new Set(broken).size).toBe(broken.length)
        expect(Password.check(policy, candidate, context).map((rule) => JSON.stringify(rule))).toEqual(broken)
      })
    )
  })

  it("does not depend on how an accent was typed", () => {
    fc.assert(
      fc.property(policies, anyText, contexts, (policy, candidate, context) => {
        const composed = Password.check(policy, candidate.normalize("NFC"), context)
        expect(Password.check(policy, candidate.normalize("NFD"), context)).toEqual(composed)
        expect(Password.check(policy, Password.normalise(candidate), context)).toEqual(composed)
      })
    )
  })

  it("one more letter or digit at the end breaks no rule of length and composition that held", () => {
    fc.assert(
      fc.property(policies, anyText, fc.constantFrom("A", "Z", "a", "m", "7"), (policy, candidate, more) => {
        const before = compositionOf(policy, candidate)
        for (const tag of compositionOf(policy, candidate + more)) expect(before).toContain(tag)
      })
    )
  })

  it("a stricter policy breaks at least as many rules", () => {
    fc.assert(
      fc.property(policies, anyText, (policy, candidate) => {
        const strict = { ...policy, minLength: policy.minLength + 1, upper: true, lower: true, digit: true }
        const before = compositionOf(strict, candidate)
        for (const tag of compositionOf(policy, candidate)) expect(before).toContain(tag)
      })
    )
  })

  it("never accepts the identifiant or a name, whatever surrounds it, its case or its accents", () => {
    const mask = fc.func(fc.boolean())
    fc.assert(
      fc.property(
        fc.constantFrom("élodie", "DUPONT", "Jean-Pierre"),
        anyText,
        anyText,
        mask,
        (name, before, after, upper) => {
          const written = [...name]
            .map((sign, index) => (upper(index) ? sign.toUpperCase() : sign.toLowerCase()))
            .join("")
          const candidate = `${before} ${written} ${after}`
          expect(tags(candidate, chenex, { identifiant: "", names: [name] })).toContain("ContainsName")
          expect(tags(candidate, chenex, { identifiant: name, names: [] })).toContain("ContainsIdentifiant")
        }
      )
    )
  })

  it("refuses each common word, in any case, with digits and signs after it", () => {
    const tails = fc.string({ unit: fc.constantFrom(..."0123456789!?.-*"), maxLength: 8 })
    fc.assert(
      fc.property(fc.constantFrom(...words), tails, fc.boolean(), (word, tail, capital) => {
        const written = capital ? word.charAt(0).toUpperCase() + word.slice(1) : word
        expect(tags(written + tail)).toContain("TooCommon")
      })
    )
  })
})

describe("named passwords", () => {
  it("tells all broken rules of Chênex at once (S14-S17)", () => {
    expect(Password.check(chenex, "cerise", jean)).toEqual([
      { _tag: "TooShort", min: 8 },
      { _tag: "NoUpper" },
      { _tag: "NoDigit" }
    ])
    expect(tags("")).toEqual(["TooShort", "NoUpper", "NoLower", "NoDigit"])
    expect(tags("Cerise7x")).toEqual([])
  })

  it.each([
    "Motdepasse1",
    "M0tdepasse!",
    "P@ssw0rd",
    "m0td3p4ss3",
    "Azerty123!",
    "Qsdfghjklm1",
    "Soleil2015",
    "Éçôlé2015",
    "AAAAAAAA",
    "ÉéÉéÉéÉé",
    "!!!!!!!!",
    "123456789012",
    "87654321",
    "Abcd1234"
  ])("finds %s too common", (candidate) => {
    expect(tags(candidate)).toContain("TooCommon")
  })

  it.each(["Soleil-Vert-93-Nid", "Velo-rouge73", "Pomme7Cassis", "ÉtoileFilée9"])("accepts %s", (candidate) => {
    expect(tags(candidate)).toEqual([])
  })

  it("tells which name it found, and lets short particles be", () => {
    expect(Password.check(chenex, "Dupont2015x", jean)).toEqual([{ _tag: "ContainsName", name: "DUPONT" }])
    expect(tags("Grandes-Vagues7", chenex, { identifiant: "", names: ["Aude DES CHAMPS", "Li"] })).toEqual([])
    expect(tags("Lichamps-Vague7", chenex, { identifiant: "", names: ["Aude DES CHAMPS", "Li"] })).toEqual([
      "ContainsName"
    ])
    expect(tags("xDupont.J2015")).toEqual(["ContainsIdentifiant", "ContainsName"])
  })

  it("counts characters as people do, and accents as letters", () => {
    expect(tags("É\u{1F353}é7\u{1F353}\u{1F353}\u{1F353}")).toEqual(["TooShort"])
    expect(tags("É\u{1F353}é7\u{1F353}\u{1F353}\u{1F353}\u{1F353}")).toEqual([])
  })

  it("ends at 256 characters", () => {
    const sentence = `Aa1${"xy".repeat(127)}`
    expect(tags(sentence.slice(0, 256))).toEqual([])
    expect(tags(sentence)).toEqual(["TooLong"])
  })
})

describe("the strength of a policy", () => {
  it("warns of Chênex, 47.6 bits, and not of the library's policy (S18)", () => {
    expect(Password.entropyBits(chenex)).toBeCloseTo(47.6, 1)
    expect(Password.entropyBits({ ...chenex, minLength: 9 })).toBeCloseTo(53.6, 1)
    expect(Password.warnings(chenex)).toEqual([{ _tag: "TooFewBits", bits: Password.entropyBits(chenex), floor: 50 }])
    expect(Password.warnings({ ...chenex, minLength: 9 })).toEqual([])
    expect(Password.warnings(Password.defaultPolicy)).toEqual([])
  })

  it("decodes from a commune's file", () => {
    const decode = Schema.decodeUnknownResult(PasswordPolicy)
    expect(decode(chenex)).toEqual(Result.succeed(chenex))
    expect(Result.isFailure(decode({ ...chenex, minLength: 5 }))).toBe(true)
    expect(Result.isFailure(decode({ ...chenex, minLength: 8.5 }))).toBe(true)
  })
})
