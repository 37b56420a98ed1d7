/** Whole writes and remembered replies in memory: a commune's writes run one after the other. */
import { Effect, Layer } from "effect"
import { KeyReused, type Stamp, Writes } from "../Writes.ts"
import { change, Store } from "./Store.ts"

/** Keys are kept with the commune's rows, so that a write that fails leaves its key free. */
export const layer: Layer.Layer<Writes, never, Store> = Layer.effect(
  Writes,
  Effect.gen(function* () {
    const store = yield* Store
    return Writes.of({
      whole: store.whole,
      once: (commune, stamp, write, remember) =>
        store.whole(
          commune,
          Effect.gen(function* () {
            const known = yield* store.read(commune, ({ keys }) => keys.find((key) => isSame(key.stamp, stamp)))
            if (known !== undefined)
              return known.stamp.fingerprint === stamp.fingerprint
                ? known.reply
                : yield* new KeyReused({ key: stamp.key })
            const reply = yield* write
            yield* store.step(
              commune,
              change((rows) => ({ ...rows, keys: [...rows.keys, { stamp, reply: remember(reply) }] }))
            )
            return reply
          })
        ),
      forget: Effect.fnUntraced(function* (before) {
        let forgotten = 0
        for (const commune of yield* store.communes)
          yield* store.step(
            commune,
            change((rows) => {
              const keys = rows.keys.filter(({ stamp }) => stamp.at.epochMilliseconds >= before.epochMilliseconds)
              forgotten += rows.keys.length - keys.length
              return { ...rows, keys }
            })
          )
        return forgotten
      })
    })
  })
)

const isSame = (a: Stamp, b: Stamp): boolean => a.actor === b.actor && a.key === b.key
