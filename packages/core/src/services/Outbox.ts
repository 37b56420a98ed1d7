/**
 * The place where notices wait to be sent. A notice is written in the write that causes it, and
 * sent by a job afterwards: at least once, and twice only when the machine stops between the mail
 * server's acceptance and its record; then under the same message id.
 */
import { Context, DateTime, Effect, Schema } from "effect"
import { AccountId } from "../Account.ts"
import type { CommuneId } from "../Commune.ts"

/** What is to be sent. It names people by number: addresses and secrets are found when it is sent. */
export const Notice = Schema.Union([
  Schema.TaggedStruct("PasswordReset", { accountId: AccountId }),
  Schema.TaggedStruct("PasswordChanged", { accountId: AccountId })
])
export type Notice = typeof Notice.Type

/** A notice that waits. `attempts` counts those that failed. */
export interface OutboxItem {
  readonly id: number
  readonly commune: CommuneId
  readonly notice: Notice
  readonly queuedAt: DateTime.Utc
  readonly attempts: number
}

/** After so many failures a notice is parked for staff to see. */
export const maxAttempts = 8

/** The minutes until the next attempt after that many failures: 1, 2, 4 … at most 4 hours. */
export const backoffMinutes = (attempts: number): number => Math.min(240, 2 ** Math.max(0, attempts - 1))

export class Outbox extends Context.Service<
  Outbox,
  {
    readonly add: (commune: CommuneId, notice: Notice, at: DateTime.Utc) => Effect.Effect<void>
    /**
     * Takes the notice that is due the longest, of any commune, for this worker alone until
     * `leaseUntil`; `undefined` when none is due. Two workers never hold the same notice.
     */
    readonly take: (now: DateTime.Utc, leaseUntil: DateTime.Utc) => Effect.Effect<OutboxItem | undefined>
    readonly sent: (item: OutboxItem, at: DateTime.Utc) => Effect.Effect<void>
    /** Records a failure; `retryAt` is `null` when the notice is parked. `reason` holds no personal data. */
    readonly failed: (item: OutboxItem, reason: string, retryAt: DateTime.Utc | null) => Effect.Effect<void>
    /** How many notices wait and how many are parked. */
    readonly counts: Effect.Effect<{ readonly waiting: number; readonly parked: number }>
  }
>()("@portail-famille/core/services/Outbox") {}

/** Queues a notice as part of the current write. */
export const queue = Effect.fnUntraced(function* (commune: CommuneId, notice: Notice) {
  yield* (yield* Outbox).add(commune, notice, yield* DateTime.now)
})
