import { assert, describe, it } from "@effect/vitest"
import type { AccountId } from "@portail-famille/core/Account"
import { Communes } from "@portail-famille/core/services/Communes"
import { Outbox } from "@portail-famille/core/services/Outbox"
import { DateTime, Effect, Layer } from "effect"
import { layer } from "../src/index.ts"
import { aCommune, migratedDatabase } from "./migrated.ts"

/** The stores of that many servers on one fresh database: calls of one pool share a connection, those of several race. */
const servers = Effect.fnUntraced(function* (count: number) {
  const { appUrl } = yield* migratedDatabase
  return yield* Effect.all(Array.from({ length: count }, () => Layer.build(layer({ url: appUrl, connections: 2 }))))
})

describe("several servers on one database", () => {
  it.live("serve a document that another saved within seconds, and their own at once", () =>
    Effect.gen(function* () {
      const [here, there] = yield* servers(2)
      if (here === undefined || there === undefined) return assert.fail("Two servers")
      const slugs = Effect.flatMap(Communes, ({ all }) =>
        Effect.map(all, (known) => known.map(({ slug }) => slug as string))
      )
      assert.deepStrictEqual(yield* Effect.provide(slugs, there), [])
      yield* Effect.provide(aCommune("nouvelle"), here)
      assert.deepStrictEqual(yield* Effect.provide(slugs, here), ["nouvelle"])
      const seen = yield* Effect.provide(slugs, there).pipe(
        Effect.repeat({ until: (known) => known.length > 0 }),
        Effect.timeout("10 seconds")
      )
      assert.deepStrictEqual(seen, ["nouvelle"])
    })
  )

  it.live("never hold the same notice, whatever commune it is of", () =>
    Effect.gen(function* () {
      const all = yield* servers(6)
      const noon = DateTime.makeUnsafe("2015-04-08T10:00:00Z")
      const lease = DateTime.add(noon, { minutes: 1 })
      const [first] = all
      if (first === undefined) return assert.fail("A server")
      const { add, sent } = yield* Effect.provide(Outbox, first)
      const communes = yield* Effect.provide(Effect.all([aCommune("amont"), aCommune("aval")]), first)
      const take = Effect.flatMap(Outbox, (outbox) => outbox.take(noon, lease))
      for (let round = 0; round < 20; round++) {
        for (const commune of communes)
          for (const accountId of [1, 2])
            yield* add(commune, { _tag: "PasswordChanged", accountId: accountId as AccountId }, noon)
        const taken = yield* Effect.all(
          all.map((server) => Effect.provide(take, server)),
          { concurrency: "unbounded" }
        )
        const items = taken.filter((item) => item !== undefined)
        for (
          let left = yield* Effect.provide(take, first);
          left !== undefined;
          left = yield* Effect.provide(take, first)
        )
          items.push(left)
        assert.lengthOf(items, 4)
        assert.strictEqual(new Set(items.map(({ id }) => id)).size, 4)
        yield* Effect.forEach(items, (item) => sent(item, noon))
      }
    })
  )
})
