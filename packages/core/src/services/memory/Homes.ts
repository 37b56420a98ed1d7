/** The home page's read in memory. */
import { Effect, Layer } from "effect"
import { Homes } from "../Homes.ts"
import { visitorOf } from "./Accounts.ts"
import { fileOfAdult } from "./Families.ts"
import { ledgersOfAdult } from "./Ledgers.ts"
import { Store } from "./Store.ts"

/** Homes over the shared store. */
export const layer: Layer.Layer<Homes, never, Store> = Layer.effect(
  Homes,
  Effect.gen(function* () {
    const { read } = yield* Store
    return Homes.of({
      visit: (commune, digest) =>
        read(commune, (rows) => {
          const visitor = visitorOf(digest)(rows)
          return (
            visitor && {
              visitor,
              file: fileOfAdult(visitor.adult.id)(rows),
              accounts: ledgersOfAdult(visitor.adult.id)(rows),
              documents: rows.documents,
              banner: rows.banner
            }
          )
        })
    })
  })
)
