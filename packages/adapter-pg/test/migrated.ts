import { CommuneSlug } from "@portail-famille/core/Commune"
import { Communes } from "@portail-famille/core/services/Communes"
import { examples } from "@portail-famille/core/testing"
import { Effect, Layer } from "effect"
import { layer, migrate } from "../src/index.ts"
import { freshDatabase } from "./database.ts"

/** A fresh database with the schema, dropped when the scope closes. */
export const migratedDatabase = Effect.tap(freshDatabase, ({ ownerUrl }) => migrate(ownerUrl))

/** Every store on a database of its own. */
export const migratedStores = Layer.unwrap(Effect.map(migratedDatabase, ({ appUrl }) => layer({ url: appUrl })))

/** A commune of that name, its number. */
export const aCommune = Effect.fnUntraced(function* (name: string) {
  const hosts = [`${name}.test`] as const
  return yield* (yield* Communes).save({ ...examples.valclair, slug: CommuneSlug.make(name), hosts })
})
