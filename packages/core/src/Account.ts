/**
 * A sign-in account: an identifiant that staff issued to one adult, and a password. A password
 * that staff issued or reset must be changed before anything else can be reached (S11, S13).
 */
import { type DateTime, Schema } from "effect"
import type { AdultId } from "./Adult.ts"

export const AccountId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("AccountId"))
export type AccountId = typeof AccountId.Type

/** What a family types to say who it is; compared without regard to case. */
export const Identifiant = Schema.String.pipe(
  Schema.check(Schema.isPattern(/^[A-Za-z0-9][A-Za-z0-9._@-]{2,63}$/)),
  Schema.brand("Identifiant")
)
export type Identifiant = typeof Identifiant.Type

/** A password as it is stored: a PHC string of argon2id. It never leaves the server. */
export const PasswordHash = Schema.NonEmptyString.pipe(Schema.brand("PasswordHash"))
export type PasswordHash = typeof PasswordHash.Type

/** `issued`: only the one-time password of staff is known · `active`: the adult chose a password. */
export const Stage = Schema.Literals(["issued", "active"])
export type Stage = typeof Stage.Type

export interface Account {
  readonly id: AccountId
  readonly adultId: AdultId
  readonly identifiant: Identifiant
  /** `null` until an activation link is used. */
  readonly hash: PasswordHash | null
  readonly stage: Stage
}

/** What a link sent by e-mail or printed on paper lets its bearer do, once, until it lapses. */
export const LinkPurpose = Schema.Literals(["activation", "reset"])
export type LinkPurpose = typeof LinkPurpose.Type

/** A single-use link: stored by the digest of its secret. */
export interface AccountLink {
  readonly accountId: AccountId
  readonly purpose: LinkPurpose
  readonly expiresAt: DateTime.Utc
  readonly usedAt: DateTime.Utc | null
}

/** How long a link lives, in hours: a day to activate, an hour to reset (S10, decision on S11). */
export const linkHours: Readonly<Record<LinkPurpose, number>> = { activation: 24, reset: 1 }

/** Whether the link still opens. */
export const opens = (link: AccountLink, now: DateTime.Utc): boolean =>
  link.usedAt === null && now.epochMilliseconds < link.expiresAt.epochMilliseconds

/** The account once its adult has chosen a password. */
export const withChosenPassword = (account: Account, hash: PasswordHash): Account => ({
  ...account,
  hash,
  stage: "active"
})

/** The account once staff have issued or reset its password: it must be changed at the next sign-in. */
export const withIssuedPassword = (account: Account, hash: PasswordHash | null): Account => ({
  ...account,
  hash,
  stage: "issued"
})
