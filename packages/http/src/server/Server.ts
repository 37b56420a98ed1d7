/**
 * The server: builds everything first and listens last, so that no request ever meets a half-built
 * house. It keeps no access log.
 */
import { createServer } from "node:http"
import { NodeHttpServer } from "@effect/platform-node"
import { Effect, Layer } from "effect"
import { HttpMiddleware, HttpRouter, HttpServer } from "effect/http"
import { front } from "./Front.ts"
import * as Incidents from "./Incidents.ts"
import { api } from "./Routes.ts"
import { Settings } from "./Settings.ts"

/** Where the server listens and how it is reached. Port 0 takes any free port. */
export type ServeOptions = Settings["Service"] & { readonly host: string; readonly port: number }

/** The API and the routes given with it, behind the front. */
export const app = <E, R>(more: Layer.Layer<never, E, R>) =>
  Effect.map(HttpRouter.toHttpEffect(Layer.mergeAll(api, more)), front)

/**
 * Serves the API and the routes given with it (pages, assets) until the layer closes; requests under
 * way then have a second to end. Fails with `ServeError` where the port is taken.
 */
export const serve = <E, R>(options: ServeOptions, more: Layer.Layer<never, E, R>) =>
  Layer.unwrap(
    Effect.map(app(more), (served) => Layer.provideMerge(HttpServer.serve(packed(served)), listening(options)))
  ).pipe(Layer.provide([NodeHttpServer.layerHttpServices, Incidents.layer, Layer.succeed(Settings, options)]))

/**
 * Pages and data are sent packed to who takes it, at the level that costs least: a full month shrinks to a twelfth.
 * Pages hold no secret but the one that their own address brought, so that lengths give nothing away.
 */
const packed = HttpMiddleware.compression({ algorithms: ["gzip"], levels: { gzip: 1 } })

const listening = ({ host, port }: ServeOptions) =>
  NodeHttpServer.layerServer(() => createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }), {
    host,
    port,
    gracefulShutdownTimeout: "1 second"
  })
