/**
 * The files that pages load, as a service: made ready once, when the server is built.
 */
import { Context, Effect, Layer } from "effect"
import { type Assets, load } from "./Assets.ts"

export class AssetFiles extends Context.Service<AssetFiles, Assets>()("@portail-famille/ui-web/AssetFiles") {
  /** Those of the published package, else bundled from the sources. */
  static readonly layer: Layer.Layer<AssetFiles> = Layer.effect(AssetFiles, Effect.promise(load))
}
