/** The laws of family files. */
import { Effect, Result } from "effect"
import { expect } from "vitest"
import { PasswordHash, withChosenPassword } from "../Account.ts"
import { named } from "../Adult.ts"
import { FamilyNumber } from "../Family.ts"
import { Accounts } from "../services/Accounts.ts"
import { Families } from "../services/Families.ts"
import * as examples from "./examples.ts"
import { atOnce, dies, inRounds, refuses, same, sameSet } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { accountOf, emptyCommune, world } from "./world.ts"

export const families: PortSuite = {
  port: "Families",
  laws: {
    "a file holds its adults and children in the order they came, whole": Effect.gen(function* () {
      const { child, commune, family, father, grandfather, mother } = yield* world
      const store = yield* Families
      const file = yield* store.file(commune.id, family)
      same({ id: file?.id, number: file?.number }, { id: family, number: examples.familyNumber })
      same(
        file?.adults,
        [father, mother, grandfather].map((adult) => ({ adult, hasActiveLogin: false }))
      )
      same(father, { id: father.id, ...examples.father, protected: false })
      same(file?.children, [{ id: child.id, ...examples.child }])
      sameSet(file?.links ?? [], [
        { childId: child.id, adultId: father.id, relationship: "father", authority: "full", mayBook: true },
        { childId: child.id, adultId: mother.id, relationship: "mother", authority: "full", mayBook: true },
        { childId: child.id, adultId: grandfather.id, relationship: "grandparent", authority: "none", mayBook: false }
      ])
      same(yield* store.fileOf(commune.id, mother.id), file)
      same(yield* store.adult(commune.id, mother.id), mother)
    }),

    "a record copied from someone gets a number of its own": Effect.gen(function* () {
      const { child, commune, family, father } = yield* world
      const store = yield* Families
      const twin = yield* store.addAdult(commune.id, family, father)
      same(twin, { ...father, id: twin.id })
      expect(twin.id).not.toBe(father.id)
      expect((yield* store.addChild(commune.id, family, child)).id).not.toBe(child.id)
      expect((yield* store.file(commune.id, family))?.adults).toHaveLength(4)
    }),

    "a number is one family's": Effect.gen(function* () {
      const { commune } = yield* world
      const { open } = yield* Families
      yield* refuses(open(commune.id, examples.familyNumber), "FamilyNumberTaken")
      yield* inRounds((round) =>
        Effect.gen(function* () {
          const opened = yield* atOnce(() => open(commune.id, FamilyNumber.make(`9${round}`)))
          expect(opened.filter(({ _tag }) => _tag === "Success")).toHaveLength(1)
        })
      )
    }),

    "another commune's families, adults and children are unknown": Effect.gen(function* () {
      const { child, commune, family, father, payer } = yield* world
      const { id } = yield* emptyCommune
      const store = yield* Families
      expect(yield* store.file(id, family)).toBeUndefined()
      expect(yield* store.fileOf(id, father.id)).toBeUndefined()
      expect(yield* store.payers(id, family)).toEqual([])
      expect(yield* store.list(id, { after: null, limit: 10 })).toEqual([])
      yield* dies(store.adult(id, father.id))
      yield* refuses(store.addAdult(id, family, examples.mother), "NotFound")
      yield* refuses(store.addChild(id, family, examples.child), "NotFound")
      yield* refuses(store.protect(id, father.id, true), "NotFound")
      yield* refuses(store.addPayer(id, [father.id]), "NotFound")
      const link = { relationship: "father", authority: "none", mayBook: false } as const
      yield* refuses(store.link(id, { ...link, childId: child.id, adultId: father.id }), "NotFound")
      same(yield* store.payers(commune.id, family), [payer])
      expect((yield* store.adult(commune.id, father.id)).protected).toBe(false)
      yield* store.open(id, examples.familyNumber)
    }),

    "a link takes the place of the one there was, within one family": Effect.gen(function* () {
      const { child, commune, family, father } = yield* world
      const store = yield* Families
      const before = (yield* store.file(commune.id, family))?.links ?? []
      const link = { childId: child.id, adultId: father.id, relationship: "father", mayBook: false } as const
      yield* store.link(commune.id, { ...link, authority: "restricted" })
      sameSet((yield* store.file(commune.id, family))?.links ?? [], [
        ...before.filter(({ adultId }) => adultId !== father.id),
        { ...link, authority: "restricted" }
      ])
      const other = yield* store.open(commune.id, FamilyNumber.make("77"))
      const stranger = yield* store.addAdult(commune.id, other, named("LUC", "PETIT"))
      const across = { ...link, adultId: stranger.id, authority: "full" } as const
      yield* refuses(store.link(commune.id, across), "OtherFamily")
      yield* refuses(store.addPayer(commune.id, [father.id, stranger.id]), "OtherFamily")
    }),

    "protection is set and lifted": Effect.gen(function* () {
      const { commune, mother } = yield* world
      const store = yield* Families
      yield* store.protect(commune.id, mother.id, true)
      same(yield* store.adult(commune.id, mother.id), { ...mother, protected: true })
      yield* store.protect(commune.id, mother.id, false)
      same(yield* store.adult(commune.id, mother.id), mother)
    }),

    "the file tells which adults have an active login": Effect.gen(function* () {
      const known = yield* world
      const { commune, family, father, mother } = known
      const store = yield* Families
      const account = yield* accountOf(known, father)
      yield* accountOf(known, mother)
      yield* (yield* Accounts).modify(commune.id, account.id, (a) =>
        Result.succeed(withChosenPassword(a, PasswordHash.make("h")))
      )
      const file = yield* store.file(commune.id, family)
      expect(file?.adults.map(({ hasActiveLogin }) => hasActiveLogin)).toEqual([true, false, false])
    }),

    "payers are a family's, alone or together": Effect.gen(function* () {
      const { commune, family, father, mother, payer } = yield* world
      const store = yield* Families
      const alone = yield* store.addPayer(commune.id, [mother.id])
      same(payer, { id: payer.id, adults: [father.id, mother.id] })
      same(yield* store.payers(commune.id, family), [payer, alone])
    }),

    "families are listed by number, a page at a time, with the names of their adults": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const store = yield* Families
      for (const n of ["300", "100", "200"]) yield* store.open(id, FamilyNumber.make(n))
      const all = yield* store.list(id, { after: null, limit: 10 })
      expect(all.map(({ number }) => number)).toEqual(["100", "200", "300"])
      const [first, second, third] = all.map((line) => line.id)
      if (first === undefined || second === undefined || third === undefined) throw new Error("Three families")
      yield* store.addAdult(id, second, examples.father)
      yield* store.addAdult(id, second, examples.grandfather)
      same(yield* store.list(id, { after: null, limit: 1 }), [{ id: first, number: "100", names: [] }])
      same(yield* store.list(id, { after: first, limit: 1 }), [
        { id: second, number: "200", names: ["PAUL MARTIN", "ÉMILE D'ARC"] }
      ])
      expect(yield* store.list(id, { after: third, limit: 1 })).toEqual([])
    })
  }
}
