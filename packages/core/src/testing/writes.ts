/** The laws of whole writes and of keys. */
import { Effect } from "effect"
import { expect } from "vitest"
import { system } from "../Access.ts"
import { FamilyNumber } from "../Family.ts"
import { Documents } from "../services/Documents.ts"
import { Families } from "../services/Families.ts"
import { Ledgers } from "../services/Ledgers.ts"
import { Outbox } from "../services/Outbox.ts"
import { Records } from "../services/Records.ts"
import { type Reply, type Stamp, Writes } from "../services/Writes.ts"
import { guideOperations } from "./examples.ts"
import { atOnce, inRounds, instant, refuses, same } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { accountOf, emptyCommune, office, type World, world } from "./world.ts"

const at = instant("2015-04-08T10:00:00Z")
const stamp: Stamp = { actor: "adult:1", key: "a-key-of-a-form", fingerprint: "body-1", at }
const reply: Reply = { status: 303, body: '{"token":"secret"}', headers: { location: "/" } }
const asIs = (given: Reply): Reply => given

/** Writes through many ports at once. */
const writeEverywhere = Effect.fnUntraced(function* ({ commune, father, payer }: World) {
  const account = yield* accountOf({ commune }, father)
  yield* (yield* Families).open(commune.id, FamilyNumber.make("77"))
  yield* (yield* Families).protect(commune.id, father.id, true)
  yield* (yield* Documents).setBanner(commune.id, "Fermé")
  const { kind, amount, day } = guideOperations[0]
  yield* (yield* Ledgers).post(commune.id, { payerId: payer.id, officeId: office, kind, amount, day }, null, {
    refusal: () => null,
    allocate: () => []
  })
  yield* (yield* Outbox).add(commune.id, { _tag: "PasswordChanged", accountId: account.id }, at)
  yield* (yield* Records).append(commune.id, [{ at, actor: system, act: "bannerSet", subject: "banner" }])
})

/** All that `writeEverywhere` changes, as it is read. */
const seen = Effect.fnUntraced(function* ({ commune, father }: World) {
  return {
    families: yield* (yield* Families).list(commune.id, { after: null, limit: 10 }),
    father: yield* (yield* Families).adult(commune.id, father.id),
    banner: yield* (yield* Documents).banner(commune.id),
    accounts: yield* (yield* Ledgers).ofAdult(commune.id, father.id),
    counts: yield* (yield* Outbox).counts,
    audit: yield* (yield* Records).latest(commune.id, 10)
  }
})

export const writes: PortSuite = {
  port: "Writes",
  laws: {
    "a write that fails leaves nothing in any place": Effect.gen(function* () {
      const known = yield* world
      const before = yield* seen(known)
      const write = Effect.andThen(writeEverywhere(known), Effect.fail("no"))
      yield* Effect.flip((yield* Writes).whole(known.commune.id, write))
      same(yield* seen(known), before)
    }),

    "a write that dies leaves nothing in any place": Effect.gen(function* () {
      const known = yield* world
      const before = yield* seen(known)
      const write = Effect.andThen(writeEverywhere(known), Effect.die(new Error("a fault")))
      yield* Effect.exit((yield* Writes).whole(known.commune.id, write))
      same(yield* seen(known), before)
    }),

    "a write that succeeds stays, and reads what it wrote": Effect.gen(function* () {
      const known = yield* world
      const inside = yield* (yield* Writes).whole(known.commune.id, Effect.andThen(writeEverywhere(known), seen(known)))
      expect(inside.banner).toBe("Fermé")
      expect(inside.families).toHaveLength(2)
      same(yield* seen(known), inside)
    }),

    "nested writes join the outermost": Effect.gen(function* () {
      const known = yield* world
      const { whole } = yield* Writes
      const { id } = known.commune
      const before = yield* seen(known)
      const nested = whole(id, Effect.andThen(whole(id, writeEverywhere(known)), Effect.fail("no")))
      yield* Effect.flip(nested)
      same(yield* seen(known), before)
      yield* whole(id, whole(id, writeEverywhere(known)))
      expect((yield* seen(known)).banner).toBe("Fermé")
    }),

    "a replay gives the first reply without running": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { once } = yield* Writes
      let runs = 0
      const write = Effect.sync(() => ({ ...reply, status: 200 + ++runs }))
      const first = yield* once(id, stamp, write, asIs)
      const later = { ...stamp, at: instant("2015-04-08T11:00:00Z") }
      same(yield* once(id, later, write, asIs), first)
      expect(runs).toBe(1)
    }),

    "a key is another actor's and another commune's as well": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const neighbour = yield* emptyCommune
      const { once } = yield* Writes
      let runs = 0
      const write = Effect.sync(() => ({ ...reply, status: 200 + ++runs }))
      yield* once(id, stamp, write, asIs)
      yield* once(id, { ...stamp, actor: "staff:1", fingerprint: "body-2" }, write, asIs)
      yield* once(neighbour.id, { ...stamp, fingerprint: "body-3" }, write, asIs)
      expect(runs).toBe(3)
    }),

    "a key with another fingerprint is refused": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { once } = yield* Writes
      let runs = 0
      const write = Effect.sync(() => ({ ...reply, status: 200 + ++runs }))
      yield* once(id, stamp, write, asIs)
      yield* refuses(once(id, { ...stamp, fingerprint: "body-2" }, write, asIs), "KeyReused")
      expect(runs).toBe(1)
    }),

    "replays at the same time wait, and one runs": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { once } = yield* Writes
      const documents = yield* Documents
      yield* inRounds((round) =>
        Effect.gen(function* () {
          let runs = 0
          const write = Effect.gen(function* () {
            runs += 1
            yield* documents.publish(id, { label: `Tour ${round}`, url: "https://www.valclair.test/a.pdf" })
            yield* Effect.yieldNow
            return { ...reply, status: 200 + runs }
          })
          const replies = yield* atOnce(() => once(id, { ...stamp, key: `round-${round}` }, write, asIs))
          expect(runs).toBe(1)
          for (const given of replies) expect(given).toMatchObject({ _tag: "Success", value: { status: 201 } })
          expect(yield* documents.list(id)).toHaveLength(round + 1)
        })
      )
    }),

    "a write that fails leaves its key free and nothing else": Effect.gen(function* () {
      const known = yield* world
      const { once } = yield* Writes
      const before = yield* seen(known)
      const { id } = known.commune
      yield* Effect.flip(once(id, stamp, Effect.andThen(writeEverywhere(known), Effect.fail("no")), asIs))
      same(yield* seen(known), before)
      const other = { ...stamp, fingerprint: "body-2" }
      same(yield* once(id, other, Effect.as(writeEverywhere(known), reply), asIs), reply)
      expect((yield* seen(known)).banner).toBe("Fermé")
    }),

    "a secret is given once and remembered without": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { once } = yield* Writes
      const remember = (given: Reply): Reply => ({ ...given, body: "{}" })
      same(yield* once(id, stamp, Effect.succeed(reply), remember), reply)
      same(yield* once(id, stamp, Effect.succeed(reply), remember), { ...reply, body: "{}" })
    }),

    "keys are forgotten from before an instant": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { forget, once } = yield* Writes
      yield* forget(instant("1950-01-02T00:00:00Z"))
      const old = { ...stamp, at: instant("1950-01-01T00:00:00Z") }
      const young = { ...stamp, key: "young", at: instant("1950-01-02T00:00:00Z") }
      yield* once(id, old, Effect.succeed(reply), asIs)
      yield* once(id, young, Effect.succeed(reply), asIs)
      expect(yield* forget(young.at)).toBe(1)
      const anew = Effect.succeed({ ...reply, status: 204 })
      expect(yield* once(id, old, anew, asIs)).toMatchObject({ status: 204 })
      expect(yield* once(id, young, anew, asIs)).toMatchObject({ status: 303 })
    })
  }
}
