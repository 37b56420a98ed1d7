import { Effect, Layer } from "effect"
import { layer, migrate } from "../src/index.ts"
import { freshDatabase } from "./database.ts"

/** A fresh database with the schema, dropped when the scope closes. */
export const migratedDatabase = Effect.tap(freshDatabase, ({ ownerUrl }) => migrate(ownerUrl))

/** Every store on a database of its own. */
export const migratedStores = Layer.unwrap(Effect.map(migratedDatabase, ({ appUrl }) => layer({ url: appUrl })))
