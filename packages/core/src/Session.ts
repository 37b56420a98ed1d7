/**
 * A session is what stays of a sign-in: it ends after a rest, at the latest after a working day,
 * and at once when the password changes or someone signs out. Its token is known to the browser
 * only; the portal keeps a digest.
 */
import { type DateTime, Schema } from "effect"
import type { AccountId, Stage } from "./Account.ts"
import type { AdultId } from "./Adult.ts"

/** How long a session lasts without a request, and in all: whole minutes. */
export const SessionPolicy = Schema.Struct({
  idleMinutes: Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 5, maximum: 1440 }))),
  absoluteMinutes: Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 5, maximum: 10_080 })))
})
export interface SessionPolicy extends Schema.Schema.Type<typeof SessionPolicy> {}

/** Half an hour of rest, twelve hours in all. */
export const defaultSessionPolicy: SessionPolicy = { idleMinutes: 30, absoluteMinutes: 720 }

/** The digest of a session's token; the token itself is stored nowhere. */
export const TokenDigest = Schema.NonEmptyString.pipe(Schema.brand("TokenDigest"))
export type TokenDigest = typeof TokenDigest.Type

export interface Session {
  readonly digest: TokenDigest
  readonly accountId: AccountId
  readonly adultId: AdultId
  /** `issued` means that the password must be changed before anything else (S13). */
  readonly stage: Stage
  readonly startedAt: DateTime.Utc
  readonly seenAt: DateTime.Utc
}

/** Whether the session still holds. */
export const holds = (session: Session, policy: SessionPolicy, now: DateTime.Utc): boolean =>
  now.epochMilliseconds < endsAt(session, policy)

/** The instant (milliseconds since 1970, UTC) at which the session ends if nothing more is asked. */
export const endsAt = (session: Session, policy: SessionPolicy): number =>
  Math.min(
    session.seenAt.epochMilliseconds + policy.idleMinutes * minute,
    session.startedAt.epochMilliseconds + policy.absoluteMinutes * minute
  )

/** Whether the last request is long enough ago to be worth a write: once a minute at most. */
export const isWorthTouching = (session: Session, now: DateTime.Utc): boolean =>
  now.epochMilliseconds - session.seenAt.epochMilliseconds >= minute

const minute = 60_000
