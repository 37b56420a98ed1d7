/**
 * Choosing a password: from a session (S13, S38), or with a link from an e-mail or a paper (S10,
 * S11). Every broken rule is told at once, by the function that the page uses too.
 */
import { DateTime, Effect, Result, Schema } from "effect"
import type { Actor } from "../Access.ts"
import { type Account, type AccountLink, Identifiant, linkHours, opens, withChosenPassword } from "../Account.ts"
import type { ServedCommune } from "../Commune.ts"
import { check, normalise, type PasswordContext } from "../Password.ts"
import { BrokenRule } from "../PasswordPolicy.ts"
import type { TooManyAttempts } from "../Throttle.ts"
import { Accounts, type Visitor } from "./Accounts.ts"
import { Families } from "./Families.ts"
import { Hasher } from "./Hasher.ts"
import { type Outbox, queue } from "./Outbox.ts"
import { type Records, trace } from "./Records.ts"
import { Secrets } from "./Secrets.ts"
import { countTry, openSession, takeTryBack, throttleKeys, WrongCredentials } from "./SignIn.ts"
import { Writes } from "./Writes.ts"

/** The password breaks these rules of the commune (S14-S17): all of them, at once. */
export class PasswordRefused extends Schema.TaggedError<PasswordRefused>()("PasswordRefused", {
  broken: Schema.NonEmptyArray(BrokenRule)
}) {}

/** The link was used, replaced, has lapsed or never was. */
export class LinkDead extends Schema.TaggedError<LinkDead>()("LinkDead", {}) {}

/**
 * Changes the password of the visitor's account and opens a new session in place of all others.
 * `current` is asked for, except right after a sign-in with a password of staff.
 */
export const changePassword = Effect.fnUntraced(function* (
  commune: ServedCommune,
  visitor: Visitor,
  input: { readonly current: string | null; readonly next: string; readonly address: string }
): Effect.fn.Return<
  { readonly token: string },
  PasswordRefused | WrongCredentials | TooManyAttempts,
  Accounts | Families | Hasher | Outbox | Records | Secrets | Writes
> {
  const account = yield* accountOf(commune, visitor.session.accountId)
  if (account.stage === "active") {
    const keys = throttleKeys(yield* Secrets, account.identifiant, input.address)
    yield* countTry(commune, keys, yield* DateTime.now)
    const right = yield* (yield* Hasher).verify(normalise(input.current ?? ""), account.hash)
    if (!right) return yield* new WrongCredentials()
    yield* takeTryBack(commune, keys)
  }
  const hash = yield* hashChecked(commune, account, input.next)
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.gen(function* () {
      yield* settle(commune, account, hash)
      return { token: (yield* openSession(commune, account)).token }
    })
  )
})

/**
 * Asks for a reset link (S10). The answer is the same whether the identifiant is known or not,
 * and whether its adult has an e-mail address or not.
 */
export const requestReset = Effect.fnUntraced(function* (
  commune: ServedCommune,
  input: { readonly identifiant: string; readonly address: string }
): Effect.fn.Return<void, TooManyAttempts, Accounts | Families | Outbox | Secrets> {
  const accounts = yield* Accounts
  const keys = throttleKeys(yield* Secrets, `reset:${input.identifiant}`, input.address)
  yield* countTry(commune, keys, yield* DateTime.now)
  const account = Schema.is(Identifiant)(input.identifiant)
    ? yield* accounts.findByIdentifiant(commune.id, input.identifiant)
    : undefined
  if (account === undefined) return
  const adult = yield* (yield* Families).adult(commune.id, account.adultId)
  if (adult.email !== null) yield* queue(commune.id, { _tag: "PasswordReset", accountId: account.id })
})

/** Chooses a password with a link, once; every session of the account ends. */
export const redeemLink = Effect.fnUntraced(function* (
  commune: ServedCommune,
  input: { readonly secret: string; readonly next: string }
): Effect.fn.Return<
  void,
  PasswordRefused | LinkDead,
  Accounts | Families | Hasher | Outbox | Records | Secrets | Writes
> {
  const accounts = yield* Accounts
  const digest = (yield* Secrets).digest(input.secret)
  const now = yield* DateTime.now
  const link = yield* accounts.findLink(commune.id, digest)
  if (link === undefined || !opens(link, now)) return yield* new LinkDead()
  const account = yield* accountOf(commune, link.accountId)
  const hash = yield* hashChecked(commune, account, input.next)
  yield* (yield* Writes).whole(
    commune.id,
    Effect.gen(function* () {
      yield* accounts.useLink(commune.id, digest, used(now))
      yield* settle(commune, account, hash)
    })
  )
})

/** What a link is for while it opens, and for whom: the page asks before it shows the form. */
export const openLink = Effect.fnUntraced(function* (commune: ServedCommune, secret: string) {
  const link = yield* (yield* Accounts).findLink(commune.id, (yield* Secrets).digest(secret))
  if (link === undefined || !opens(link, yield* DateTime.now)) return yield* new LinkDead()
  return { purpose: link.purpose, context: yield* passwordContext(commune, link.accountId) }
})

/** What a password of the account may not hold: its identifiant and the adult's names. */
export const passwordContext = Effect.fnUntraced(function* (commune: ServedCommune, id: Account["id"]) {
  return yield* contextOf(commune, yield* accountOf(commune, id))
})

/** Makes the link of an account and keeps its digest; the secret is returned once. */
export const makeLink = Effect.fnUntraced(function* (
  commune: ServedCommune,
  accountId: Account["id"],
  purpose: AccountLink["purpose"]
) {
  const secrets = yield* Secrets
  const now = yield* DateTime.now
  const secret = yield* secrets.token
  yield* (yield* Accounts).addLink(commune.id, secrets.digest(secret), {
    accountId,
    purpose,
    expiresAt: DateTime.add(now, { hours: linkHours[purpose] }),
    usedAt: null
  })
  return secret
})

const used =
  (now: DateTime.Utc) =>
  (link: AccountLink | undefined): Result.Result<AccountLink, LinkDead> =>
    link === undefined || !opens(link, now) ? Result.fail(new LinkDead()) : Result.succeed({ ...link, usedAt: now })

const accountOf = Effect.fnUntraced(function* (commune: ServedCommune, id: Account["id"]) {
  const account = yield* (yield* Accounts).find(commune.id, id)
  return account ?? (yield* Effect.die(new Error("A session or a link without its account")))
})

const contextOf = Effect.fnUntraced(function* (commune: ServedCommune, { identifiant, adultId }: Account) {
  const { firstName, lastName } = yield* (yield* Families).adult(commune.id, adultId)
  return { identifiant, names: [firstName, lastName] } satisfies PasswordContext
})

const hashChecked = Effect.fnUntraced(function* (commune: ServedCommune, account: Account, next: string) {
  const [first, ...rest] = check(commune.passwordPolicy, next, yield* contextOf(commune, account))
  if (first !== undefined) return yield* new PasswordRefused({ broken: [first, ...rest] })
  return yield* (yield* Hasher).hash(normalise(next))
})

/** Stores the chosen password, ends every session and link, traces it and tells the adult by e-mail. */
const settle = Effect.fnUntraced(function* (
  commune: ServedCommune,
  account: Account,
  hash: NonNullable<Account["hash"]>
) {
  const accounts = yield* Accounts
  yield* accounts.modify(commune.id, account.id, (known) => Result.succeed(withChosenPassword(known, hash)))
  yield* accounts.closeSessionsOf(commune.id, account.id)
  yield* accounts.dropLinksOf(commune.id, account.id)
  const actor: Actor = { _tag: "Adult", adultId: account.adultId }
  yield* trace(commune, actor, "passwordChosen", [account.id])
  yield* queue(commune.id, { _tag: "PasswordChanged", accountId: account.id })
})
