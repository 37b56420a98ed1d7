/**
 * The one state that all memory layers share. A write holds its commune's lock and works on a draft
 * that becomes the truth when it succeeds: until then nobody else sees it, and a failure leaves no trace.
 */
import { Context, Effect, Layer, Result, Semaphore } from "effect"
import type { CommuneId } from "../../Commune.ts"
import { noRows, type Rows } from "./Rows.ts"

/** What came of a step: its answer and the rows after it, or why it is refused. */
export type Taken<A, E> = Result.Result<readonly [answer: A, after: Rows], E>

/** One step of a write. */
export type Step<A, E> = (rows: Rows) => Taken<A, E>

export class Store extends Context.Service<
  Store,
  {
    /** What `select` finds in the rows of the commune; inside a write, in that write's draft. */
    readonly read: <A>(commune: CommuneId, select: (rows: Rows) => A) => Effect.Effect<A>
    /** Takes one step in the commune's rows, as part of the write that runs, or as a write of its own. */
    readonly step: <A, E>(commune: CommuneId, step: Step<A, E>) => Effect.Effect<A, E>
    /** Runs a write whole; nested writes join. Dies when a write of another commune runs around it. */
    readonly whole: <A, E, R>(commune: CommuneId, write: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
    /** The communes of which anything is written. */
    readonly communes: Effect.Effect<ReadonlyArray<CommuneId>>
  }
>()("@portail-famille/core/services/memory/Store") {}

/** The rows of a commune on which a write works before they are the truth. */
interface Draft {
  readonly commune: CommuneId
  rows: Rows
}

/** The draft of the write that the fiber runs, or `null` outside of writes. */
const CurrentDraft = Context.Reference<Draft | null>("@portail-famille/core/services/memory/CurrentDraft", {
  defaultValue: () => null
})

/** An empty store. */
export const layer: Layer.Layer<Store> = Layer.sync(Store, () => {
  const truth = new Map<CommuneId, Rows>()
  const locks = new Map<CommuneId, Semaphore.Semaphore>()

  const lockOf = (commune: CommuneId): Semaphore.Semaphore => {
    const known = locks.get(commune)
    if (known !== undefined) return known
    const lock = Semaphore.makeUnsafe(1)
    locks.set(commune, lock)
    return lock
  }

  const onDraft = <A, E, R>(commune: CommuneId, write: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.suspend(() => {
      const draft: Draft = { commune, rows: truth.get(commune) ?? noRows }
      return Effect.map(Effect.provideService(write, CurrentDraft, draft), (answer) => {
        truth.set(commune, draft.rows)
        return answer
      })
    })

  const whole = <A, E, R>(commune: CommuneId, write: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.flatMap(CurrentDraft, (draft) => {
      if (draft === null) return lockOf(commune).withPermits(1)(onDraft(commune, write))
      return draft.commune === commune ? write : Effect.die(new Error("A write within a write of another commune"))
    })

  return Store.of({
    whole,
    read: (commune, select) =>
      Effect.map(CurrentDraft, (draft) =>
        select(draft?.commune === commune ? draft.rows : (truth.get(commune) ?? noRows))
      ),
    step: (commune, step) =>
      whole(
        commune,
        Effect.flatMap(CurrentDraft, (draft) =>
          Effect.suspend(() => {
            if (draft === null) return Effect.die(new Error("A step outside of a write"))
            const taken = step(draft.rows)
            if (Result.isFailure(taken)) return Effect.fail(taken.failure)
            draft.rows = taken.success[1]
            return Effect.succeed(taken.success[0])
          })
        )
      ),
    communes: Effect.sync(() => [...truth.keys()])
  })
})

/** A step that only changes rows. */
export const change =
  (after: (rows: Rows) => Rows): Step<void, never> =>
  (rows) =>
    Result.succeed([undefined, after(rows)])
