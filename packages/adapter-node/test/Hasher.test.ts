import { PasswordHash } from "@portail-famille/core/Account"
import { Hasher } from "@portail-famille/core/services/Hasher"
import { Effect } from "effect"
import { describe, expect, it } from "vitest"
import { argon2id, type Derive, type HasherOptions, layerHasher } from "../src/index.ts"

const withHasher = <A>(use: (hasher: Hasher["Service"]) => Effect.Effect<A>, options?: HasherOptions) =>
  Effect.runPromise(Effect.provide(Effect.flatMap(Hasher, use), layerHasher(options)))

/** Real argon2id, with a count of the calls, of those at once, and of what they cost. */
const counted = () => {
  const seen = { calls: 0, running: 0, most: 0, costs: [] as string[] }
  const derive: Derive = async (password, salt, length, cost) => {
    seen.calls += 1
    seen.running += 1
    seen.most = Math.max(seen.most, seen.running)
    seen.costs.push(JSON.stringify({ ...cost, length, salt: salt.length }))
    try {
      return await argon2id(password, salt, length, cost)
    } finally {
      seen.running -= 1
    }
  }
  return { seen, derive }
}

describe("the hasher", () => {
  it("gives the key that the reference implementation gives, and verifies its hash at the cost written in it", async () => {
    const key = await argon2id("password", Buffer.from("somesalt"), 32, { memory: 65_536, passes: 2, parallelism: 1 })
    expect(Buffer.from(key).toString("hex")).toBe("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7")
    const known = PasswordHash.make(
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
    )
    const verdicts = await withHasher((hasher) =>
      Effect.all([hasher.verify("password", known), hasher.verify("passwore", known)])
    )
    expect(verdicts).toEqual([true, false])
  })

  it("hashes at 19 MiB and two passes, each time with another salt", async () => {
    const [one, other, right] = await withHasher((hasher) =>
      Effect.gen(function* () {
        const hash = yield* hasher.hash("Été 2015, à Chênex")
        return [
          hash,
          yield* hasher.hash("Été 2015, à Chênex"),
          yield* hasher.verify("Été 2015, à Chênex", hash)
        ] as const
      })
    )
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/)
    expect(other).not.toBe(one)
    expect(right).toBe(true)
  })

  it("does the same work for an unknown account as for a wrong password, and lets nobody in", async () => {
    const { seen, derive } = counted()
    const [unknown, wrong] = await withHasher(
      (hasher) =>
        Effect.gen(function* () {
          const hash = yield* hasher.hash("right")
          return [yield* hasher.verify("wrong", null), yield* hasher.verify("wrong", hash)] as const
        }),
      { derive }
    )
    expect([unknown, wrong]).toEqual([false, false])
    expect(seen.calls).toBe(3)
    expect(new Set(seen.costs).size).toBe(1)
  })

  it("never runs more at once than its bound, and does them all", async () => {
    const { seen, derive } = counted()
    await withHasher(
      (hasher) =>
        Effect.all(
          Array.from({ length: 12 }, () => hasher.verify("x", null)),
          { concurrency: "unbounded" }
        ),
      { derive, concurrency: 3 }
    )
    expect(seen.calls).toBe(12)
    expect(seen.most).toBe(3)
  })

  it("dies on a hash of another kind rather than letting it pass", async () => {
    await expect(withHasher((hasher) => hasher.verify("x", PasswordHash.make("plain:x")))).rejects.toThrow("argon2id")
  })
})
