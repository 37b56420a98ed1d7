/**
 * The place where chance comes from: tokens nobody can guess, one-time passwords for paper, and
 * the digests under which tokens are stored.
 */
import { Context, Effect, Layer } from "effect"
import { TokenDigest } from "../Session.ts"

export class Secrets extends Context.Service<
  Secrets,
  {
    /** An opaque token of at least 128 bits, safe in a cookie and in a link. */
    readonly token: Effect.Effect<string>
    /** A one-time password that is easy to read from paper and meets any commune's policy. */
    readonly oneTimePassword: Effect.Effect<string>
    /** The digest under which a token is stored; the token cannot be found again from it. */
    readonly digest: (token: string) => TokenDigest
  }
>()("@portail-famille/core/services/Secrets") {}

/** An adapter for tests of rules: it counts, so that each run gives the same tokens. Never served. */
export const layerMemory: Layer.Layer<Secrets> = Layer.sync(Secrets, () => {
  let count = 0
  return Secrets.of({
    token: Effect.sync(() => `token-${++count}`),
    oneTimePassword: Effect.sync(() => `Papier-${++count}-Mairie`),
    digest: (token) => TokenDigest.make(`digest:${token}`)
  })
})
