/** Letters in memory: they are handed over to a list that can be read. */
import { Context, Effect, Layer } from "effect"
import { type Letter, Notifier } from "../Notifier.ts"

/** The letters that were handed over, oldest first. */
export class Letters extends Context.Service<Letters, { readonly all: Effect.Effect<ReadonlyArray<Letter>> }>()(
  "@portail-famille/core/services/memory/Letters"
) {}

/** A notifier that never fails, with the list it fills. */
export const layer: Layer.Layer<Notifier | Letters> = Layer.effectContext(
  Effect.sync(() => {
    let letters: ReadonlyArray<Letter> = []
    return Context.make(Letters, { all: Effect.sync(() => letters) }).pipe(
      Context.add(Notifier, {
        send: (letter) =>
          Effect.sync(() => {
            letters = [...letters, letter]
          })
      })
    )
  })
)
