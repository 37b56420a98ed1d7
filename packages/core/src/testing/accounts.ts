/** The laws of sign-in accounts and sessions. Those of links and throttles are in `tries.ts`. */
import { Effect, Result } from "effect"
import { expect } from "vitest"
import { Identifiant, PasswordHash, withChosenPassword } from "../Account.ts"
import { Accounts } from "../services/Accounts.ts"
import { Mailboxes } from "../services/Mailboxes.ts"
import { atOnce, dies, inRounds, instant, racers, refuses, rounds, same } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { accountOf, emptyCommune, freshDigest, sessionOf, world } from "./world.ts"

const at = instant("2015-04-08T10:00:00Z")

export const accounts: PortSuite = {
  port: "Accounts",
  laws: {
    "an account is found by its number, its identifiant in any case, and its adult": Effect.gen(function* () {
      const { commune, father, mother } = yield* world
      const { create, find, findByAdult, findByIdentifiant } = yield* Accounts
      const identifiant = Identifiant.make("Martin.P")
      const hash = PasswordHash.make("a hash")
      const account = yield* create(commune.id, { adultId: father.id, identifiant, hash })
      same(account, { id: account.id, adultId: father.id, identifiant, hash, stage: "issued" })
      same(yield* find(commune.id, account.id), account)
      same(yield* findByIdentifiant(commune.id, Identifiant.make("MARTIN.p")), account)
      same(yield* findByAdult(commune.id, father.id), account)
      expect(yield* findByAdult(commune.id, mother.id)).toBeUndefined()
      expect(yield* findByIdentifiant(commune.id, Identifiant.make("martin"))).toBeUndefined()
    }),

    "an identifiant is one account's, and an account one adult's": Effect.gen(function* () {
      const { commune, father, mother } = yield* world
      const { create } = yield* Accounts
      yield* create(commune.id, { adultId: father.id, identifiant: Identifiant.make("martin"), hash: null })
      const again = { adultId: mother.id, identifiant: Identifiant.make("MARTIN"), hash: null }
      yield* refuses(create(commune.id, again), "IdentifiantTaken")
      const second = { adultId: father.id, identifiant: Identifiant.make("paul"), hash: null }
      yield* refuses(create(commune.id, second), "AlreadyHasLogin")
    }),

    "another commune's accounts and sessions are unknown": Effect.gen(function* () {
      const known = yield* world
      const account = yield* accountOf(known, known.father)
      const digest = yield* sessionOf(known, account)
      const { id } = yield* emptyCommune
      const store = yield* Accounts
      expect(yield* store.find(id, account.id)).toBeUndefined()
      expect(yield* store.findByAdult(id, account.adultId)).toBeUndefined()
      expect(yield* store.findByIdentifiant(id, account.identifiant)).toBeUndefined()
      expect(yield* store.visitor(id, digest)).toBeUndefined()
      yield* store.touchSession(id, digest, instant("2015-04-08T12:00:00Z"))
      yield* store.closeSession(id, digest)
      yield* store.closeSessionsOf(id, account.id)
      yield* store.closeAllSessions(id)
      yield* dies(store.modify(id, account.id, Result.succeed))
      expect((yield* store.visitor(known.commune.id, digest))?.session.seenAt.epochMilliseconds).toBe(
        at.epochMilliseconds
      )
      const neighbour = yield* world
      yield* store.create(neighbour.commune.id, {
        adultId: neighbour.father.id,
        identifiant: account.identifiant,
        hash: null
      })
    }),

    "a rule changes an account, or refuses and changes nothing": Effect.gen(function* () {
      const known = yield* world
      const { find, modify } = yield* Accounts
      const account = yield* accountOf(known, known.father)
      const hash = PasswordHash.make("chosen")
      const changed = yield* modify(known.commune.id, account.id, (a) => Result.succeed(withChosenPassword(a, hash)))
      same(changed, { ...account, hash, stage: "active" })
      same(yield* find(known.commune.id, account.id), changed)
      expect(yield* Effect.flip(modify(known.commune.id, account.id, () => Result.fail("no")))).toBe("no")
      same(yield* find(known.commune.id, account.id), changed)
    }),

    "of changes at the same time none is lost": Effect.gen(function* () {
      const known = yield* world
      const { find, modify } = yield* Accounts
      const { id } = yield* accountOf(known, known.father, PasswordHash.make("x"))
      yield* inRounds(() =>
        atOnce(() =>
          modify(known.commune.id, id, (a) => Result.succeed({ ...a, hash: PasswordHash.make(`${a.hash}x`) }))
        )
      )
      expect((yield* find(known.commune.id, id))?.hash).toHaveLength(1 + rounds * racers)
    }),

    "a session tells who looks, at which stage, with how many unread messages": Effect.gen(function* () {
      const known = yield* world
      const { id } = known.commune
      const store = yield* Accounts
      const account = yield* accountOf(known, known.father)
      const digest = yield* sessionOf(known, account)
      const session = { digest, accountId: account.id, adultId: account.adultId, startedAt: at, seenAt: at }
      const adult = { id: known.father.id, firstName: known.father.firstName, lastName: known.father.lastName }
      same(yield* store.visitor(id, digest), { session: { ...session, stage: "issued" }, adult, unread: 0 })
      const mailboxes = yield* Mailboxes
      const letter = { recipient: known.father.id, from: "Mairie", subject: "Bonjour", body: "Bonjour" }
      const { id: read } = yield* mailboxes.post(id, letter, at)
      yield* mailboxes.post(id, letter, at)
      yield* mailboxes.post(id, { ...letter, recipient: known.mother.id }, at)
      expect((yield* store.visitor(id, digest))?.unread).toBe(2)
      yield* mailboxes.markRead(id, read, at)
      yield* store.modify(id, account.id, (a) => Result.succeed(withChosenPassword(a, PasswordHash.make("h"))))
      const seenAt = instant("2015-04-08T10:05:00Z")
      yield* store.touchSession(id, digest, seenAt)
      same(yield* store.visitor(id, digest), { session: { ...session, seenAt, stage: "active" }, adult, unread: 1 })
      expect(yield* store.visitor(id, freshDigest())).toBeUndefined()
    }),

    "sessions end one by one, by account, and all at once": Effect.gen(function* () {
      const known = yield* world
      const { id } = known.commune
      const store = yield* Accounts
      const father = yield* accountOf(known, known.father)
      const mother = yield* accountOf(known, known.mother)
      const open = Effect.fnUntraced(function* () {
        return [
          yield* sessionOf(known, father),
          yield* sessionOf(known, father),
          yield* sessionOf(known, mother)
        ] as const
      })
      const held = (digests: ReadonlyArray<Parameters<typeof store.visitor>[1]>) =>
        Effect.forEach(digests, (digest) => Effect.map(store.visitor(id, digest), (visitor) => visitor !== undefined))
      const digests = yield* open()
      yield* store.closeSession(id, digests[0])
      yield* store.closeSession(id, digests[0])
      expect(yield* held(digests)).toEqual([false, true, true])
      yield* store.closeSessionsOf(id, father.id)
      expect(yield* held(digests)).toEqual([false, false, true])
      const more = yield* open()
      yield* store.closeAllSessions(id)
      expect(yield* held([...digests, ...more])).toEqual(Array(6).fill(false))
    })
  }
}
