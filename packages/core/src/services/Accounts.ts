/**
 * The place where sign-in accounts, sessions, links and the counts of failed tries are kept.
 * `SignIn`, `Passwords` and `Logins` say what is done there.
 */
import { Context, type DateTime, type Effect, type Result, Schema } from "effect"
import { type Account, type AccountId, type AccountLink, Identifiant, type PasswordHash } from "../Account.ts"
import type { Adult, AdultId } from "../Adult.ts"
import type { CommuneId } from "../Commune.ts"
import type { Session, TokenDigest } from "../Session.ts"
import type { Throttle, ThrottleScope } from "../Throttle.ts"

/** Another account of the commune has that identifiant. */
export class IdentifiantTaken extends Schema.TaggedError<IdentifiantTaken>()("IdentifiantTaken", {
  identifiant: Identifiant
}) {}

/** The adult has an account already. */
export class AlreadyHasLogin extends Schema.TaggedError<AlreadyHasLogin>()("AlreadyHasLogin", {}) {}

/** Who is looking, as every page greets them (S19, S20). */
export interface Visitor {
  readonly session: Session
  readonly adult: Pick<Adult, "id" | "firstName" | "lastName">
  readonly unread: number
}

/** What failed tries are counted by; `key` is a digest, never the typed text. */
export interface ThrottleKey {
  readonly scope: ThrottleScope
  readonly key: string
}

export class Accounts extends Context.Service<
  Accounts,
  {
    readonly create: (
      commune: CommuneId,
      account: { readonly adultId: AdultId; readonly identifiant: Identifiant; readonly hash: PasswordHash | null }
    ) => Effect.Effect<Account, IdentifiantTaken | AlreadyHasLogin>
    readonly find: (commune: CommuneId, id: AccountId) => Effect.Effect<Account | undefined>
    /** Letters of either case are the same. */
    readonly findByIdentifiant: (commune: CommuneId, identifiant: Identifiant) => Effect.Effect<Account | undefined>
    readonly findByAdult: (commune: CommuneId, adult: AdultId) => Effect.Effect<Account | undefined>
    /** Replaces the account by what the rule makes of it; dies when there is none. */
    readonly modify: <E>(
      commune: CommuneId,
      id: AccountId,
      rule: (account: Account) => Result.Result<Account, E>
    ) => Effect.Effect<Account, E>

    readonly openSession: (commune: CommuneId, session: Omit<Session, "stage">) => Effect.Effect<void>
    /** One round trip: the session with its adult and the unread counter; whether it still holds is a rule's business. */
    readonly visitor: (commune: CommuneId, digest: TokenDigest) => Effect.Effect<Visitor | undefined>
    readonly touchSession: (commune: CommuneId, digest: TokenDigest, at: DateTime.Utc) => Effect.Effect<void>
    readonly closeSession: (commune: CommuneId, digest: TokenDigest) => Effect.Effect<void>
    readonly closeSessionsOf: (commune: CommuneId, account: AccountId) => Effect.Effect<void>
    readonly closeAllSessions: (commune: CommuneId) => Effect.Effect<void>

    /** Adds a link; the account's older links of the same purpose stop opening. */
    readonly addLink: (commune: CommuneId, digest: TokenDigest, link: AccountLink) => Effect.Effect<void>
    /** Ends every link of the account, of either purpose: after a new password, none of them opens. */
    readonly dropLinksOf: (commune: CommuneId, account: AccountId) => Effect.Effect<void>
    readonly findLink: (commune: CommuneId, digest: TokenDigest) => Effect.Effect<AccountLink | undefined>
    /** Marks the link as used when the rule takes it; of two at once, the rule sees the first one's mark. */
    readonly useLink: <E>(
      commune: CommuneId,
      digest: TokenDigest,
      rule: (link: AccountLink | undefined) => Result.Result<AccountLink, E>
    ) => Effect.Effect<AccountLink, E>

    /** Replaces the counts by what the rule makes of them, in the order of the keys; of many at once, each sees the one before. */
    readonly modifyThrottles: <E>(
      commune: CommuneId,
      keys: ReadonlyArray<ThrottleKey>,
      rule: (known: ReadonlyArray<Throttle | undefined>) => Result.Result<ReadonlyArray<Throttle | undefined>, E>
    ) => Effect.Effect<void, E>
  }
>()("@portail-famille/core/services/Accounts") {}
