/** The trace of decisions in memory. */
import { Effect, Layer } from "effect"
import { Records } from "../Records.ts"
import { change, Store } from "./Store.ts"

/** Records over the shared store. */
export const layer: Layer.Layer<Records, never, Store> = Layer.effect(
  Records,
  Effect.gen(function* () {
    const { read, step } = yield* Store
    return Records.of({
      append: (commune, entries) =>
        step(
          commune,
          change((rows) => ({ ...rows, audit: [...rows.audit, ...entries] }))
        ),
      latest: (commune, limit) => read(commune, ({ audit }) => audit.toReversed().slice(0, limit))
    })
  })
)
