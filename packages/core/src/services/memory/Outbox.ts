/** Notices that wait, in memory. */
import { type DateTime, Effect, Layer, Result } from "effect"
import type { CommuneId } from "../../Commune.ts"
import { Outbox, type OutboxItem } from "../Outbox.ts"
import { type NoticeRow, next, put, type Rows } from "./Rows.ts"
import { change, Store } from "./Store.ts"

/** Outbox over the shared store: a lease moves on the instant at which a notice is due. */
export const layer: Layer.Layer<Outbox, never, Store> = Layer.effect(
  Outbox,
  Effect.gen(function* () {
    const store = yield* Store
    const everywhere = <A>(select: (rows: Rows, commune: CommuneId) => ReadonlyArray<A>) =>
      Effect.flatMap(store.communes, (communes) =>
        Effect.map(
          Effect.all(communes.map((commune) => store.read(commune, (rows) => select(rows, commune)))),
          (found) => found.flat()
        )
      )
    return Outbox.of({
      add: (commune, notice, at) =>
        store.step(
          commune,
          change((rows) => {
            const { counters, id } = next(rows, "notice")
            return {
              ...rows,
              counters,
              notices: [...rows.notices, { id, notice, queuedAt: at, attempts: 0, dueAt: at }]
            }
          })
        ),
      take: Effect.fnUntraced(function* (now, leaseUntil) {
        for (;;) {
          const due = yield* everywhere((rows, commune) => dueIn(rows, now).map((row) => ({ commune, ...row })))
          const [first] = due.toSorted((a, b) => a.dueAt.epochMilliseconds - b.dueAt.epochMilliseconds)
          if (first === undefined) return undefined
          const item = yield* store.step(first.commune, lease(first, now, leaseUntil))
          if (item !== undefined) return item
        }
      }),
      sent: ({ commune, id }) =>
        store.step(
          commune,
          change((rows) => ({ ...rows, notices: rows.notices.filter((row) => row.id !== id) }))
        ),
      failed: ({ commune, id }, _reason, retryAt) =>
        store.step(
          commune,
          change((rows) => ({
            ...rows,
            notices: rows.notices.map((row) =>
              row.id === id ? { ...row, attempts: row.attempts + 1, dueAt: retryAt } : row
            )
          }))
        ),
      counts: Effect.map(
        everywhere(({ notices }) => notices),
        (notices) => {
          const parked = notices.filter(({ dueAt }) => dueAt === null).length
          return { waiting: notices.length - parked, parked }
        }
      )
    })
  })
)

type Due = NoticeRow & { readonly dueAt: DateTime.Utc }

const dueIn = (rows: Rows, now: DateTime.Utc): ReadonlyArray<Due> =>
  rows.notices.filter((row): row is Due => row.dueAt !== null && row.dueAt.epochMilliseconds <= now.epochMilliseconds)

/** Takes a notice when it is still due: another worker may have taken it since it was seen. */
const lease =
  (seen: { readonly commune: CommuneId; readonly id: number }, now: DateTime.Utc, until: DateTime.Utc) =>
  (rows: Rows): Result.Result<readonly [OutboxItem | undefined, Rows]> => {
    const row = dueIn(rows, now).find(({ id }) => id === seen.id)
    if (row === undefined) return Result.succeed([undefined, rows])
    const { attempts, id, notice, queuedAt } = row
    return Result.succeed([
      { commune: seen.commune, id, notice, queuedAt, attempts },
      { ...rows, notices: put(rows.notices, { ...row, dueAt: until }, (known) => known.id === id) }
    ])
  }
