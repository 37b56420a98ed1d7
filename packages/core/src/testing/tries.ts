/** The laws of single-use links and of the counts of failed tries, which `Accounts` keeps too. */
import { Effect, Result } from "effect"
import { expect } from "vitest"
import { type AccountLink, opens } from "../Account.ts"
import { Accounts, type ThrottleKey } from "../services/Accounts.ts"
import type { Throttle } from "../Throttle.ts"
import { atOnce, inRounds, instant, racers, rounds, same } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { accountOf, emptyCommune, freshDigest, world } from "./world.ts"

const at = instant("2015-04-08T10:00:00Z")
const expiresAt = instant("2015-04-08T11:00:00Z")

const use = (link: AccountLink | undefined): Result.Result<AccountLink, string> =>
  link !== undefined && opens(link, at) ? Result.succeed({ ...link, usedAt: at }) : Result.fail("dead")

const counted = (throttle: Throttle | undefined): Throttle => ({ failures: (throttle?.failures ?? 0) + 1, lastAt: at })

const keysOf = (name: string): ReadonlyArray<ThrottleKey> => [
  { scope: "pair", key: name },
  { scope: "identifiant", key: name },
  { scope: "address", key: name }
]

export const tries: PortSuite = {
  port: "Accounts' tries",
  laws: {
    "a link is found by its digest, and a new one ends the older of its purpose": Effect.gen(function* () {
      const known = yield* world
      const { id } = known.commune
      const { addLink, findLink } = yield* Accounts
      const { id: accountId } = yield* accountOf(known, known.father)
      const { id: otherId } = yield* accountOf(known, known.mother)
      const link: AccountLink = { accountId, purpose: "reset", expiresAt, usedAt: null }
      const [older, activation, others, newer] = [freshDigest(), freshDigest(), freshDigest(), freshDigest()]
      yield* addLink(id, older, link)
      same(yield* findLink(id, older), link)
      yield* addLink(id, activation, { ...link, purpose: "activation" })
      yield* addLink(id, others, { ...link, accountId: otherId })
      yield* addLink(id, newer, link)
      const opening = Effect.forEach([older, activation, others, newer], (digest) =>
        Effect.map(findLink(id, digest), (found) => found !== undefined && opens(found, at))
      )
      expect(yield* opening).toEqual([false, true, true, true])
      expect(yield* findLink(id, freshDigest())).toBeUndefined()
      const neighbour = yield* emptyCommune
      expect(yield* findLink(neighbour.id, newer)).toBeUndefined()
      expect(yield* Effect.flip((yield* Accounts).useLink(neighbour.id, newer, use))).toBe("dead")
      same(yield* findLink(id, newer), link)
      yield* (yield* Accounts).dropLinksOf(id, accountId)
      expect(yield* opening).toEqual([false, false, true, false])
    }),

    "a link is used once, however many try at the same time": Effect.gen(function* () {
      const known = yield* world
      const { id } = known.commune
      const { addLink, findLink, useLink } = yield* Accounts
      const { id: accountId } = yield* accountOf(known, known.father)
      yield* inRounds(() =>
        Effect.gen(function* () {
          const digest = freshDigest()
          yield* addLink(id, digest, { accountId, purpose: "reset", expiresAt, usedAt: null })
          const uses = yield* atOnce(() => useLink(id, digest, use))
          expect(uses.filter(({ _tag }) => _tag === "Success")).toHaveLength(1)
          same((yield* findLink(id, digest))?.usedAt, at)
        })
      )
      expect(yield* Effect.flip(useLink(id, freshDigest(), use))).toBe("dead")
    }),

    "counts are given and taken in the order of the keys, and forgotten": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { modifyThrottles } = yield* Accounts
      const keys = keysOf("a")
      const seen: Array<unknown> = []
      const set = (...failures: ReadonlyArray<number | undefined>) =>
        modifyThrottles(id, keys, (known) => {
          seen.push(known.map((throttle) => throttle?.failures))
          return Result.succeed(failures.map((n) => (n === undefined ? undefined : { failures: n, lastAt: at })))
        })
      yield* set(1, 2, 3)
      yield* set(undefined, 5, undefined)
      yield* set(undefined, undefined, undefined)
      yield* set(undefined, undefined, undefined)
      expect(seen).toEqual([
        [undefined, undefined, undefined],
        [1, 2, 3],
        [undefined, 5, undefined],
        [undefined, undefined, undefined]
      ])
    }),

    "a refused try changes no count, and neither does another commune's": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const neighbour = yield* emptyCommune
      const { modifyThrottles } = yield* Accounts
      const keys = keysOf("a")
      const count = (commune: typeof id) =>
        modifyThrottles(commune, keys, (known) => Result.succeed(known.map(counted)))
      yield* count(id)
      yield* count(neighbour.id)
      expect(yield* Effect.flip(modifyThrottles(id, keys, () => Result.fail("wait")))).toBe("wait")
      let found: ReadonlyArray<Throttle | undefined> = []
      yield* modifyThrottles(id, keys.toReversed(), (known) => {
        found = known
        return Result.succeed(known)
      })
      same(found, Array(3).fill({ failures: 1, lastAt: at }))
    }),

    "of tries at the same time none is lost, in whatever order their keys come": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { modifyThrottles } = yield* Accounts
      const keys = keysOf("a")
      yield* inRounds(() =>
        atOnce((i) =>
          modifyThrottles(id, i % 2 === 0 ? keys : keys.toReversed(), (known) => Result.succeed(known.map(counted)))
        )
      )
      let found: ReadonlyArray<number | undefined> = []
      yield* modifyThrottles(id, keys, (known) => {
        found = known.map((throttle) => throttle?.failures)
        return Result.succeed(known)
      })
      expect(found).toEqual(Array(3).fill(racers * rounds))
    })
  }
}
