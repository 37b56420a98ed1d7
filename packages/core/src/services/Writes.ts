/**
 * The place where a write is made whole: all of it happens or nothing, and the same key never
 * makes it happen twice. Stores decide how (a transaction, a lock and a snapshot).
 */
import { Context, DateTime, Effect, Schema } from "effect"
import type { CommuneId } from "../Commune.ts"

/** Who sends a write under which key. `fingerprint` is a digest of route and body. */
export interface Stamp {
  /** Whose keys these are: "adult:12", "staff:3". */
  readonly actor: string
  readonly key: string
  readonly fingerprint: string
  readonly at: DateTime.Utc
}

/** The answer that a write gave, kept 24 hours to be given again. */
export interface Reply {
  readonly status: number
  readonly body: string
  readonly headers: Readonly<Record<string, string>>
}

/** The key was used before for something else. */
export class KeyReused extends Schema.TaggedError<KeyReused>()("KeyReused", { key: Schema.String }) {}

/** How long a key is remembered, in milliseconds. */
export const keyLifetime = 86_400_000

export class Writes extends Context.Service<
  Writes,
  {
    /** Runs a write whole: when it fails, nothing of it stays. Nested calls join the outermost. */
    readonly whole: <A, E, R>(commune: CommuneId, write: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R>
    /**
     * Runs a write whole and remembers its reply under (commune, actor, key). A replay gives that
     * reply without running; a replay that comes while the first still runs waits for it; another
     * fingerprint fails. A write that fails leaves the key free. What is remembered is
     * `remember(reply)`: a reply that holds a secret is remembered without it.
     */
    readonly once: <E, R>(
      commune: CommuneId,
      stamp: Stamp,
      write: Effect.Effect<Reply, E, R>,
      remember: (reply: Reply) => Reply
    ) => Effect.Effect<Reply, E | KeyReused, R>
    /** Forgets the keys older than their lifetime; tells how many. */
    readonly forget: (before: DateTime.Utc) => Effect.Effect<number>
  }
>()("@portail-famille/core/services/Writes") {}

/** Forgets the keys that have lived their 24 hours; tells how many. */
export const forgetOldKeys = Effect.gen(function* () {
  const now = yield* DateTime.now
  return yield* (yield* Writes).forget(DateTime.subtract(now, { milliseconds: keyLifetime }))
})
