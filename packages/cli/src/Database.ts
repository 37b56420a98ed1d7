/**
 * Opens the database that the settings name: the embedded one is started, a server's is asked;
 * either is migrated by its owner, then used under a role that row security holds.
 */
import { layer, migrate } from "@portail-famille/adapter-pg"
import { EmbeddedPostgres } from "@portail-famille/adapter-pg/embedded"
import { Effect, Layer, Redacted } from "effect"
import { type Refused, refused } from "./Refused.ts"
import type { Database } from "./Settings.ts"

/** Every store, on a database that is up to date. Fails with a sentence when it cannot be used. */
export const layerDatabase = (database: Database, log: (line: string) => void) =>
  Layer.unwrap(
    Effect.gen(function* () {
      const { appUrl, ownerUrl } = yield* addresses(database, log)
      if (ownerUrl !== null) yield* migrate(ownerUrl, appUrl).pipe(Effect.mapError(unusable("DATABASE_OWNER_URL")))
      return Layer.mapError(layer({ url: appUrl }), unusable("DATABASE_URL"))
    })
  )

const addresses = (database: Database, log: (line: string) => void) =>
  database._tag === "Embedded"
    ? EmbeddedPostgres.start({ dataDir: database.dataDir, log }).pipe(
        Effect.mapError(({ message }) => refused(message))
      )
    : Effect.succeed({
        appUrl: Redacted.make(database.appUrl),
        ownerUrl: database.ownerUrl === null ? null : Redacted.make(database.ownerUrl)
      })

/** Errors of ours say what to do; those of a driver are told by what could not be reached, never with the address. */
const unusable =
  (variable: string) =>
  (error: { readonly _tag: string; readonly message: string }): Refused =>
    error._tag === "OwnerUnusable" || error._tag === "UnsafeRole"
      ? refused(error.message)
      : refused(`The database of ${variable} cannot be used: ${reasonOf(error)}.`)

const reasonOf = (error: unknown, depth = 0): string => {
  if (typeof error !== "object" || error === null || depth > 6) return "it does not answer"
  const { reason, cause, code, message } = error as Record<"reason" | "cause" | "code" | "message", unknown>
  const inner = reason ?? cause
  if (typeof inner === "object" && inner !== null) return reasonOf(inner, depth + 1)
  const text = typeof message === "string" && message !== "" ? message : "it does not answer"
  return typeof code === "string" ? `${text} (${code})` : text
}
