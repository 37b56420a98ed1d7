/**
 * The place where passwords are hashed: slowly on purpose, and only so many at a time, so that a
 * rush of sign-ins cannot starve the rest.
 */
import { Context, Effect, Layer } from "effect"
import { PasswordHash } from "../Account.ts"

export class Hasher extends Context.Service<
  Hasher,
  {
    readonly hash: (password: string) => Effect.Effect<PasswordHash>
    /** Whether the password gives that hash. `null` costs the same time and is never right. */
    readonly verify: (password: string, hash: PasswordHash | null) => Effect.Effect<boolean>
  }
>()("@portail-famille/core/services/Hasher") {}

/** An adapter for tests of rules: it keeps the password readable, and is never served. */
export const layerMemory: Layer.Layer<Hasher> = Layer.succeed(
  Hasher,
  Hasher.of({
    hash: (password) => Effect.succeed(PasswordHash.make(`plain:${password}`)),
    verify: (password, hash) => Effect.succeed(hash === `plain:${password}`)
  })
)
