/**
 * `portail serve`: closes every layer of the house and listens, until it is told to stop. Nothing
 * listens before everything is built; at the stop, the last to open is the first to close.
 */
import { layerClockFrom } from "@portail-famille/adapter-node"
import { ping } from "@portail-famille/adapter-pg"
import { Readiness, serve as serveHttp } from "@portail-famille/http/server"
import { AssetFiles, Pages, problemPage } from "@portail-famille/ui-web"
import { Console, DateTime, Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { layerDatabase } from "./Database.ts"
import { prepareDemonstration } from "./demonstration.ts"
import { layerDemonstrationLetters, layerJobs, layerLetters, layerMachine } from "./domain.ts"
import { withRealPort } from "./freePort.ts"
import { demonstrationNotice, productionNotice } from "./notices.ts"
import { layerOutboxPage } from "./outboxPage.ts"
import { type Refused, refusalOf } from "./Refused.ts"
import type { Settings } from "./Settings.ts"

/** Serves until interrupted. Fails with sentences when it cannot begin. */
export const serve = (settings: Settings): Effect.Effect<never, Refused> =>
  withRealPort(settings).pipe(
    Effect.flatMap((known) => Layer.build(known.demo ? demonstration(known) : production(known))),
    Effect.andThen(Effect.never),
    Effect.scoped,
    Effect.mapError(refusalOf),
    Effect.provide(settings.now === null ? Layer.empty : layerClockFrom(DateTime.makeUnsafe(settings.now)))
  )

const production = (settings: Settings) =>
  Layer.effectDiscard(Console.log(productionNotice(settings))).pipe(
    Layer.provideMerge(listening(settings, Pages.layer)),
    Layer.provide(layerJobs),
    Layer.provide(layerLetters(settings)),
    Layer.provide(base(settings))
  )

const demonstration = (settings: Settings) =>
  Layer.unwrap(
    Effect.map(prepareDemonstration(settings), ({ token }) =>
      Layer.effectDiscard(Console.log(demonstrationNotice(settings, token))).pipe(
        Layer.provideMerge(listening(settings, Layer.mergeAll(Pages.layer, layerOutboxPage)))
      )
    )
  ).pipe(Layer.provide(layerJobs), Layer.provide(layerDemonstrationLetters(settings)), Layer.provide(base(settings)))

const base = ({ database }: Settings) =>
  Layer.provideMerge(
    Layer.mergeAll(layerMachine, readiness),
    layerDatabase(database, (line) => console.error(line))
  )

const readiness = Layer.effect(
  Readiness,
  Effect.map(SqlClient.SqlClient, (sql) =>
    Readiness.of({
      check: ping.pipe(Effect.provideService(SqlClient.SqlClient, sql), Effect.timeout("2 seconds"), Effect.isSuccess)
    })
  )
)

const listening = <R>(settings: Settings, routes: Layer.Layer<never, never, R>) =>
  Layer.unwrap(
    Effect.map(AssetFiles, (assets) =>
      serveHttp(
        {
          host: settings.host,
          port: settings.port,
          origin: settings.origin.origin,
          trustedProxies: settings.trustedProxies,
          signInForm: "/connexion",
          problemPage: problemPage(assets)
        },
        routes
      )
    )
  ).pipe(Layer.provide(AssetFiles.layer))
