/**
 * Signing in and out, and who is let in with a session (S7-S13, S139). An unknown identifiant
 * costs the same time and gets the same answer as a wrong password.
 */
import { DateTime, Effect, Result, Schema } from "effect"
import { Identifiant } from "../Account.ts"
import type { ServedCommune } from "../Commune.ts"
import { normalise } from "../Password.ts"
import { holds, isWorthTouching, type Session, type TokenDigest } from "../Session.ts"
import { afterTry, type Throttle, TooManyAttempts, waitSeconds } from "../Throttle.ts"
import { Accounts, type ThrottleKey, type Visitor } from "./Accounts.ts"
import { Hasher } from "./Hasher.ts"
import { Secrets } from "./Secrets.ts"

/** The identifiant or the password is wrong; which one is not told. */
export class WrongCredentials extends Schema.TaggedError<WrongCredentials>()("WrongCredentials", {}) {}

/** There is no session, or it has ended. */
export class SignedOut extends Schema.TaggedError<SignedOut>()("SignedOut", {}) {}

/** The password of staff must be changed before anything else (S13). */
export class PasswordChangeDue extends Schema.TaggedError<PasswordChangeDue>()("PasswordChangeDue", {}) {}

/** What is typed on the sign-in page. `address` is where the request comes from. */
export interface Credentials {
  readonly identifiant: string
  readonly password: string
  readonly address: string
}

/** A session just opened: its token goes to the browser and nowhere else. */
export interface Opened {
  readonly token: string
  readonly stage: Session["stage"]
}

/** Opens a session, or tells how long to wait. Every try is counted before the password is looked at. */
export const signIn = Effect.fnUntraced(function* (
  commune: ServedCommune,
  { identifiant, password, address }: Credentials
): Effect.fn.Return<Opened, WrongCredentials | TooManyAttempts, Accounts | Hasher | Secrets> {
  const accounts = yield* Accounts
  const now = yield* DateTime.now
  const keys = throttleKeys(yield* Secrets, identifiant, address)
  yield* countTry(commune, keys, now)
  const account = Schema.is(Identifiant)(identifiant)
    ? yield* accounts.findByIdentifiant(commune.id, identifiant)
    : undefined
  const right = yield* (yield* Hasher).verify(normalise(password), account?.hash ?? null)
  if (!right || account === undefined) return yield* new WrongCredentials()
  yield* takeTryBack(commune, keys)
  const { token } = yield* openSession(commune, account)
  return { token, stage: account.stage }
})

/** Opens a session for an account that proved who it is. */
export const openSession = Effect.fnUntraced(function* (
  commune: ServedCommune,
  account: { readonly id: Session["accountId"]; readonly adultId: Session["adultId"] }
) {
  const secrets = yield* Secrets
  const now = yield* DateTime.now
  const token = yield* secrets.token
  const digest = secrets.digest(token)
  yield* (yield* Accounts).openSession(commune.id, {
    digest,
    accountId: account.id,
    adultId: account.adultId,
    startedAt: now,
    seenAt: now
  })
  return { token, digest }
})

/** Ends a session; ending one that is gone does nothing (S139). */
export const signOut = Effect.fnUntraced(function* (commune: ServedCommune, digest: TokenDigest) {
  yield* (yield* Accounts).closeSession(commune.id, digest)
})

/** The visitor of a session that holds, whatever its stage: for the page that changes the password. */
export const admitAny = Effect.fnUntraced(function* (
  commune: ServedCommune,
  visitor: Visitor | undefined
): Effect.fn.Return<Visitor, SignedOut, Accounts> {
  const now = yield* DateTime.now
  if (visitor === undefined || !holds(visitor.session, commune.sessions, now)) return yield* new SignedOut()
  if (isWorthTouching(visitor.session, now))
    yield* (yield* Accounts).touchSession(commune.id, visitor.session.digest, now)
  return visitor
})

/** The visitor of a session that holds and whose password is their own. */
export const admit = Effect.fnUntraced(function* (
  commune: ServedCommune,
  visitor: Visitor | undefined
): Effect.fn.Return<Visitor, SignedOut | PasswordChangeDue, Accounts> {
  const admitted = yield* admitAny(commune, visitor)
  return admitted.session.stage === "issued" ? yield* new PasswordChangeDue() : admitted
})

/** Finds the visitor of a session and lets them in. */
export const visit = Effect.fnUntraced(function* (commune: ServedCommune, digest: TokenDigest) {
  return yield* admit(commune, yield* (yield* Accounts).visitor(commune.id, digest))
})

/** Counts a try at an identifiant from an address, or refuses it while one has to wait. */
export const countTry = Effect.fnUntraced(function* (
  commune: ServedCommune,
  keys: ReadonlyArray<ThrottleKey>,
  now: DateTime.Utc
) {
  yield* (yield* Accounts).modifyThrottles(commune.id, keys, (known) => {
    const seconds = Math.max(...keys.map(({ scope }, i) => waitSeconds(scope, known[i], now)))
    return seconds > 0
      ? Result.fail(new TooManyAttempts({ seconds }))
      : Result.succeed(known.map((throttle) => afterTry(throttle, now)))
  })
})

/** Takes back a try that was right. Other failures from the address stay counted: who has an account may guess at others. */
export const takeTryBack = Effect.fnUntraced(function* (commune: ServedCommune, keys: ReadonlyArray<ThrottleKey>) {
  yield* (yield* Accounts).modifyThrottles(commune.id, keys, ([, , fromAddress]) =>
    Result.succeed([undefined, undefined, fromAddress && takenBack(fromAddress)])
  )
})

/** What a try is counted by: the pair, the identifiant, the address, in this order. */
export const throttleKeys = (
  secrets: Secrets["Service"],
  identifiant: string,
  address: string
): ReadonlyArray<ThrottleKey> => {
  const name = identifiant.toLowerCase().slice(0, 64)
  return [
    { scope: "pair", key: secrets.digest(`${name} ${address}`) },
    { scope: "identifiant", key: secrets.digest(name) },
    { scope: "address", key: secrets.digest(address) }
  ]
}

const takenBack = (throttle: Throttle): Throttle | undefined =>
  throttle.failures <= 1 ? undefined : { ...throttle, failures: throttle.failures - 1 }
