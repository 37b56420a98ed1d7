import { setTimeout as pause } from "node:timers/promises"
import { PgClient } from "@effect/sql-pg"
import { Context, Effect, Layer, Redacted, type Scope } from "effect"
import { SqlClient, type SqlError } from "effect/sql"
import { appRole, asOwner, createDatabase, createLogins, migratorRole, prepareOwner } from "../Roles.ts"
import { accountFor } from "./Account.ts"
import { binariesFor, copyPlaces, installedBinaries } from "./Binaries.ts"
import { createCluster, openDataFolder } from "./DataFolder.ts"
import { type Door, type DoorKind, openDoor } from "./Door.ts"
import { attempt, type EmbeddedPostgresError, embeddedPostgresError } from "./EmbeddedPostgresError.ts"
import { giveLock, takeLock } from "./Lock.ts"
import { stopOutlived } from "./Outlived.ts"
import { type Server, type ServerPlan, startServer } from "./Server.ts"

/** Where the data is, and what to do with the lines of PostgreSQL's log that a person needs (nothing by default). */
export interface EmbeddedPostgresOptions {
  /** Absolute, or relative to the working directory; made if it is not there. */
  readonly dataDir: string
  readonly log?: ((line: string) => void) | undefined
  /** A private socket where the system has them, else a port of the loopback with passwords. */
  readonly door?: DoorKind | undefined
}

/** A running embedded PostgreSQL: addresses for `PgClient`, valid until its scope closes. */
export interface Served {
  /** The application's login on the database `portail`. */
  readonly appUrl: Redacted.Redacted
  /** The migrations' login, acting as the owner of the tables. */
  readonly ownerUrl: Redacted.Redacted
  /** The superuser on the database `postgres`: for tests and repairs only. */
  readonly adminUrl: Redacted.Redacted
  /** The number of PostgreSQL's main process now; another after each restart. */
  readonly pid: Effect.Effect<number>
}

/** PostgreSQL from npm, run by this process on a data folder, with its roles and the database `portail` prepared. */
export class EmbeddedPostgres extends Context.Service<EmbeddedPostgres, Served>()(
  "@portail-famille/adapter-pg/EmbeddedPostgres"
) {
  /**
   * Starts it, creating the database the first time. Until the scope closes, a PostgreSQL that ends is started again;
   * closing stops it and leaves no process. Cannot be interrupted half-way.
   */
  static readonly start = (
    options: EmbeddedPostgresOptions
  ): Effect.Effect<Served, EmbeddedPostgresError, Scope.Scope> => Effect.uninterruptible(start(options))

  /** The same as a layer. */
  static readonly layer = (options: EmbeddedPostgresOptions) =>
    Layer.effect(EmbeddedPostgres, EmbeddedPostgres.start(options))
}

const start = Effect.fnUntraced(function* (options: EmbeddedPostgresOptions) {
  const log = options.log ?? (() => undefined)
  const folder = yield* attempt(() => openDataFolder(options.dataDir))
  yield* Effect.acquireRelease(
    attempt(() => takeLock(folder.path, folder.lock)),
    () => Effect.sync(() => giveLock(folder.lock))
  )
  const account = yield* attempt(() => accountFor(folder.cluster))
  const binaries = yield* attempt(async () => binariesFor(await installedBinaries(), account, copyPlaces()))
  yield* attempt(() => stopOutlived(folder.cluster, binaries, account))
  const kind = options.door ?? (process.platform === "win32" ? "loopback" : "socket")
  const door = yield* Effect.acquireRelease(
    attempt(() => openDoor(folder, account, kind)),
    (door) => Effect.promise(() => door.close())
  )
  yield* attempt(() => createCluster(folder, binaries, account, door.passwordFile))
  const current = yield* keepServing({ cluster: folder.cluster, binaries, account, door, log })
  yield* prepareRoles(door)
  return EmbeddedPostgres.of({
    appUrl: Redacted.make(door.urlOf(appRole, database)),
    ownerUrl: ownerUrlOf(door),
    adminUrl: Redacted.make(door.urlOf("postgres", "postgres")),
    pid: Effect.sync(() => current().pid)
  })
})

const database = "portail"

const ownerUrlOf = (door: Door) => asOwner(Redacted.make(door.urlOf(migratorRole, database)))

const keepServing = Effect.fnUntraced(function* (plan: ServerPlan) {
  let current: Server = yield* attempt(() => startServer(plan))
  yield* Effect.addFinalizer(() => Effect.promise(() => current.stop()))
  const restart = Effect.gen(function* () {
    for (let failures = 0; ; failures++) {
      const begun = yield* Effect.result(attempt(() => startServer(plan)))
      if (begun._tag === "Success") return begun.success
      plan.log(begun.failure.message)
      yield* Effect.interruptible(wait(Math.min(100 * 2 ** failures, 5000)))
    }
  })
  const watch = Effect.gen(function* () {
    while (true) {
      yield* Effect.interruptible(Effect.promise(() => current.ended))
      plan.log(`PostgreSQL (process ${current.pid}) ended by itself: it is started again.`)
      current = yield* restart
    }
  })
  yield* Effect.forkScoped(watch)
  return () => current
})

// The machine's clock, not the service: a demonstration or a test that stops the clock still gets its database back.
const wait = (milliseconds: number) => Effect.promise((signal) => pause(milliseconds, undefined, { signal }))

const prepareRoles = (door: Door): Effect.Effect<void, EmbeddedPostgresError> =>
  as(door.urlOf("postgres", "postgres"), (sql) =>
    Effect.andThen(createLogins(sql, door.passwordOf), createDatabase(sql, database))
  ).pipe(
    Effect.andThen(as(door.urlOf("postgres", database), (sql) => prepareOwner(sql, appRole))),
    Effect.mapError((error) =>
      embeddedPostgresError({ _tag: "StartFailed", step: "roles", lastLines: [error.message] })
    )
  )

const as = <A, E>(
  url: string,
  use: (sql: SqlClient.SqlClient) => Effect.Effect<A, E>
): Effect.Effect<A, E | SqlError.SqlError> =>
  Effect.flatMap(SqlClient.SqlClient, use).pipe(
    Effect.provide(PgClient.layer({ url: Redacted.make(url), maxConnections: 1 }))
  )
