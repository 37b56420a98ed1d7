import { check } from "@portail-famille/core/Password"
import { Secrets } from "@portail-famille/core/services/Secrets"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { layerSecrets, passwordLink } from "../src/index.ts"

const many = <A>(use: (secrets: Secrets["Service"]) => Effect.Effect<A>) =>
  Effect.runPromise(
    Effect.provide(
      Effect.flatMap(Secrets, (secrets) => Effect.all(Array.from({ length: 500 }, () => use(secrets)))),
      layerSecrets
    )
  )

describe("secrets", () => {
  it("are tokens of 192 bits, never twice, that fit a cookie and a link as they are", async () => {
    const tokens = await many(({ token }) => token)
    expect(new Set(tokens).size).toBe(500)
    for (const token of tokens) {
      expect(Buffer.from(token, "base64url").length).toBe(24)
      expect(passwordLink("https://portail.exemple.fr")(token)).toBe(
        `https://portail.exemple.fr/mot-de-passe/lien/${token}`
      )
    }
  })

  it("are one-time passwords that every policy up to 16 characters takes, without signs that look alike", async () => {
    const policy = { minLength: 16, upper: true, lower: true, digit: true }
    for (const password of await many(({ oneTimePassword }) => oneTimePassword)) {
      expect(check(policy, password, { identifiant: "dupont.jean", names: ["JEAN", "DUPONT"] })).toEqual([])
      expect(password).not.toMatch(/[0OoIl1i5S2Z8B]/)
    }
  })

  it("are kept as SHA-256 digests", async () => {
    const [digest] = await many(({ digest }) => Effect.sync(() => digest("abc")))
    expect(Buffer.from(digest ?? "", "base64url").toString("hex")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    )
  })
})
