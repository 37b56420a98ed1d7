/** The laws of notices that wait. A worker sees every commune's: each law begins with an empty outbox. */
import { DateTime, Effect } from "effect"
import { expect } from "vitest"
import { Outbox, type OutboxItem } from "../services/Outbox.ts"
import { atOnce, inRounds, instant, racers, same } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { accountOf, world } from "./world.ts"

const noon = instant("2015-04-08T10:00:00Z")
const after = (minutes: number) => DateTime.add(noon, { minutes })

/** Marks all that is queued as sent, and opens a commune with an account to be told things. */
const begin = Effect.gen(function* () {
  const outbox = yield* Outbox
  const never = instant("2150-01-01T00:00:00Z")
  for (;;) {
    const item = yield* outbox.take(never, DateTime.add(never, { hours: 1 }))
    if (item === undefined) break
    yield* outbox.sent(item, never)
  }
  const known = yield* world
  const account = yield* accountOf(known, known.father)
  const notice = { _tag: "PasswordReset", accountId: account.id } as const
  return { outbox, commune: known.commune.id, notice, before: yield* outbox.counts }
})

export const outbox: PortSuite = {
  port: "Outbox",
  laws: {
    "a notice is taken when it is due, as it was queued, the one that waits the longest first": Effect.gen(
      function* () {
        const { before, commune, notice, outbox } = yield* begin
        const neighbour = yield* begin
        yield* outbox.add(commune, notice, after(2))
        yield* outbox.add(neighbour.commune, { ...neighbour.notice, _tag: "PasswordChanged" }, after(1))
        expect(yield* outbox.take(noon, after(10))).toBeUndefined()
        const first = yield* outbox.take(after(2), after(10))
        const second = yield* outbox.take(after(2), after(10))
        same(first, {
          id: first?.id,
          commune: neighbour.commune,
          notice: { ...neighbour.notice, _tag: "PasswordChanged" },
          queuedAt: after(1),
          attempts: 0
        })
        same(second, { id: second?.id, commune, notice, queuedAt: after(2), attempts: 0 })
        expect(yield* outbox.take(after(2), after(10))).toBeUndefined()
        same(yield* outbox.counts, { waiting: before.waiting + 2, parked: before.parked })
      }
    ),

    "a lease that lapses gives the notice again": Effect.gen(function* () {
      const { commune, notice, outbox } = yield* begin
      yield* outbox.add(commune, notice, noon)
      const item = yield* outbox.take(noon, after(1))
      expect(yield* outbox.take(DateTime.subtract(after(1), { seconds: 1 }), after(2))).toBeUndefined()
      same(yield* outbox.take(after(1), after(2)), item)
    }),

    "a notice that was sent is done with": Effect.gen(function* () {
      const { before, commune, notice, outbox } = yield* begin
      yield* outbox.add(commune, notice, noon)
      const item = yield* outbox.take(noon, after(1))
      if (item === undefined) throw new Error("A notice that is due")
      yield* outbox.sent(item, noon)
      expect(yield* outbox.take(after(600), after(601))).toBeUndefined()
      same(yield* outbox.counts, before)
    }),

    "a failure counts, and is tried again when it is time": Effect.gen(function* () {
      const { commune, notice, outbox } = yield* begin
      yield* outbox.add(commune, notice, noon)
      const item = yield* outbox.take(noon, after(1))
      if (item === undefined) throw new Error("A notice that is due")
      yield* outbox.failed(item, "the server was busy", after(5))
      expect(yield* outbox.take(after(4), after(6))).toBeUndefined()
      same(yield* outbox.take(after(5), after(6)), { ...item, attempts: 1 })
    }),

    "a parked notice is not taken any more": Effect.gen(function* () {
      const { before, commune, notice, outbox } = yield* begin
      yield* outbox.add(commune, notice, noon)
      const item = yield* outbox.take(noon, after(1))
      if (item === undefined) throw new Error("A notice that is due")
      yield* outbox.failed(item, "no such address", null)
      expect(yield* outbox.take(after(600), after(601))).toBeUndefined()
      same(yield* outbox.counts, { waiting: before.waiting, parked: before.parked + 1 })
    }),

    "two workers never hold the same notice": Effect.gen(function* () {
      const { commune, notice, outbox } = yield* begin
      yield* inRounds(() =>
        Effect.gen(function* () {
          for (let n = 0; n < racers - 2; n++) yield* outbox.add(commune, notice, noon)
          const taken = yield* atOnce(() => outbox.take(noon, after(1)))
          const items: Array<OutboxItem> = taken.flatMap((exit) =>
            exit._tag === "Success" && exit.value !== undefined ? [exit.value] : []
          )
          for (;;) {
            const left = yield* outbox.take(noon, after(1))
            if (left === undefined) break
            items.push(left)
          }
          expect(new Set(items.map(({ id }) => id)).size).toBe(racers - 2)
          expect(items).toHaveLength(racers - 2)
          for (const item of items) yield* outbox.sent(item, noon)
        })
      )
    })
  }
}
