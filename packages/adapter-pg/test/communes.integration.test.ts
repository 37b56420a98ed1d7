import { assert, layer } from "@effect/vitest"
import type { AdultId } from "@portail-famille/core/Adult"
import type { ChildId } from "@portail-famille/core/Child"
import { make } from "@portail-famille/core/Day"
import type { DocumentId } from "@portail-famille/core/Document"
import type { FamilyId } from "@portail-famille/core/Family"
import type { RequestId } from "@portail-famille/core/Request"
import { Documents } from "@portail-famille/core/services/Documents"
import { Families } from "@portail-famille/core/services/Families"
import { Plannings } from "@portail-famille/core/services/Plannings"
import { Requests } from "@portail-famille/core/services/Requests"
import { Writes } from "@portail-famille/core/services/Writes"
import { examples } from "@portail-famille/core/testing"
import { Effect, Exit } from "effect"
import { SqlClient } from "effect/sql"
import { aCommune, migratedStores } from "./migrated.ts"

const from = make("2015-04-01")
const to = make("2015-04-30")

/** A commune with a banner and a family of its own. */
const furnished = Effect.fnUntraced(function* (name: string) {
  const commune = yield* aCommune(name)
  const families = yield* Families
  const family = yield* families.open(commune, examples.familyNumber)
  const child = yield* families.addChild(commune, family, { ...examples.child, firstName: name.toUpperCase() })
  yield* (yield* Documents).setBanner(commune, name)
  return { commune, name, family, child }
})

layer(migratedStores, { excludeTestServices: true, timeout: "1 minute" })("two communes on one pool", (it) => {
  it.effect("never mix, in 400 reads at the same time", () =>
    Effect.gen(function* () {
      const both = [yield* furnished("amont"), yield* furnished("aval")] as const
      const documents = yield* Documents
      const families = yield* Families
      const plannings = yield* Plannings
      const answers = yield* Effect.all(
        Array.from({ length: 400 }, (_, i) => {
          const { child, commune, family, name } = both[i % 2 === 0 ? 0 : 1]
          const seen = {
            0: documents.banner(commune),
            1: Effect.map(families.file(commune, family), (file) => file?.children[0]?.firstName),
            2: Effect.map(plannings.read(commune, child.id, from, to), (read) => read?.facts.child.firstName)
          }[(i % 3) as 0 | 1 | 2]
          return Effect.map(seen, (found) => [found?.toLowerCase(), name])
        }),
        { concurrency: "unbounded" }
      )
      assert.deepStrictEqual(
        answers.filter(([found, name]) => found !== name),
        []
      )
      assert.lengthOf(answers, 400)
    })
  )

  it.effect("a write of one holds no write and no quick read of the other", () =>
    Effect.gen(function* () {
      const one = yield* furnished("rive-gauche")
      const other = yield* furnished("rive-droite")
      const { whole } = yield* Writes
      const documents = yield* Documents
      const plannings = yield* Plannings
      const strange = [
        documents.setBanner(other.commune, "pris"),
        whole(other.commune, Effect.void),
        plannings.read(other.commune, other.child.id, from, to)
      ]
      for (const inner of strange) {
        const exit = yield* Effect.exit(
          whole(one.commune, Effect.andThen(documents.setBanner(one.commune, "x"), inner))
        )
        assert.isTrue(Exit.hasDies(exit))
      }
      assert.strictEqual(yield* documents.banner(one.commune), one.name)
      assert.strictEqual(yield* documents.banner(other.commune), other.name)
    })
  )

  it.effect("a connection keeps no commune after a write or a quick read", () =>
    Effect.gen(function* () {
      const { child, commune } = yield* furnished("sans-trace")
      const sql = yield* SqlClient.SqlClient
      yield* (yield* Documents).banner(commune)
      yield* (yield* Plannings).read(commune, child.id, from, to)
      const settings = yield* Effect.all(
        Array.from({ length: 40 }, () => sql`SELECT current_setting('portail.commune', true) AS commune`),
        { concurrency: "unbounded" }
      )
      assert.deepStrictEqual(
        settings.flat().filter((row) => (row as { commune: string | null }).commune),
        []
      )
    })
  )

  it.effect("a number too large for any row is unknown", () =>
    Effect.gen(function* () {
      const { child, commune } = yield* furnished("grand-nombre")
      const huge = 9_007_199_254_740_991
      const families = yield* Families
      const notFound = <A, E extends { readonly _tag: string }, R>(program: Effect.Effect<A, E, R>) =>
        Effect.map(Effect.flip(program), ({ _tag }) => assert.strictEqual(_tag, "NotFound"))
      assert.isUndefined(yield* families.file(commune, huge as FamilyId))
      assert.isUndefined(yield* (yield* Plannings).read(commune, huge as ChildId, from, to))
      assert.isUndefined(yield* (yield* Requests).find(commune, huge as RequestId))
      yield* notFound(families.addAdult(commune, huge as FamilyId, examples.mother))
      yield* notFound(families.protect(commune, huge as AdultId, true))
      yield* notFound((yield* Documents).remove(commune, huge as DocumentId))
      const link = { relationship: "father", authority: "full", mayBook: true } as const
      yield* notFound(families.link(commune, { ...link, childId: child.id, adultId: huge as AdultId }))
    })
  )
})
