/**
 * Opens the database that the settings name: the embedded one is started, a server's is asked;
 * either is migrated by its owner, then used under a role that row security holds.
 */
import { layer, migrate } from "@portail-famille/adapter-pg"
import { EmbeddedPostgres } from "@portail-famille/adapter-pg/embedded"
import { Effect, Layer, Redacted } from "effect"
import type { Database } from "./Settings.ts"

/** Every store, on a database that is up to date.  */
export const layerDatabase = (database: Database, log: (line: string) => void) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const { appUrl, ownerUrl } = yield* addresses(database, log)
      if (ownerUrl !== null) yield* migrate(ownerUrl, appUrl)
      return layer({ url: appUrl })
    })
  )

const addresses = (database: Database, log: (line: string) => void) =>
  database._tag === "Embedded"
    ? EmbeddedPostgres.start({ dataDir: database.dataDir, log })
    : Effect.succeed({
        appUrl: Redacted.make(database.appUrl),
        ownerUrl: database.ownerUrl === null ? null : Redacted.make(database.ownerUrl)
      })
