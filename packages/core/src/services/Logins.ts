/**
 * What staff do with identifiants (S11, S146): issue one with a one-time password for paper or
 * with an activation link, and reset one. The secret is returned once and stored nowhere.
 */
import { Effect, Result } from "effect"
import type { Actor } from "../Access.ts"
import { type Account, type Identifiant, withIssuedPassword } from "../Account.ts"
import type { AdultId } from "../Adult.ts"
import type { ServedCommune } from "../Commune.ts"
import { Accounts } from "./Accounts.ts"
import { Families, NotFound, requireStaff } from "./Families.ts"
import { Hasher } from "./Hasher.ts"
import { makeLink } from "./Passwords.ts"
import { trace } from "./Records.ts"
import { Secrets } from "./Secrets.ts"
import { Writes } from "./Writes.ts"

/** How the adult will get in: with a password printed on paper, or by a link that lives 24 hours. */
export type Handover = "password" | "link"

/** What staff hand over. */
export interface IssuedLogin {
  readonly identifiant: Identifiant
  readonly handover: Handover
  /** The one-time password, or the secret of the activation link. */
  readonly secret: string
}

/** Opens an account for an adult of the commune's files. */
export const issueLogin = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  input: { readonly adultId: AdultId; readonly identifiant: Identifiant; readonly handover: Handover }
) {
  yield* requireStaff(actor, "issueLogin", null)
  const file = yield* (yield* Families).fileOf(commune.id, input.adultId)
  if (file === undefined) return yield* new NotFound({ what: "adult" })
  const accounts = yield* Accounts
  const issued = yield* passwordFor(input.handover)
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.gen(function* () {
      const account = yield* accounts.create(commune.id, { ...input, hash: issued.hash })
      yield* trace(commune, actor, "loginIssued", [account.id])
      return yield* handedOver(commune, account, input.handover, issued.password)
    })
  )
})

/** Gives an account a new one-time password or activation link; its sessions and links end (S13). */
export const resetLogin = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  input: { readonly adultId: AdultId; readonly handover: Handover }
) {
  yield* requireStaff(actor, "issueLogin", null)
  if ((yield* (yield* Families).fileOf(commune.id, input.adultId)) === undefined)
    return yield* new NotFound({ what: "adult" })
  const accounts = yield* Accounts
  const account = yield* accounts.findByAdult(commune.id, input.adultId)
  if (account === undefined) return yield* new NotFound({ what: "account" })
  const issued = yield* passwordFor(input.handover)
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.gen(function* () {
      yield* accounts.modify(commune.id, account.id, (a) => Result.succeed(withIssuedPassword(a, issued.hash)))
      yield* accounts.closeSessionsOf(commune.id, account.id)
      yield* accounts.dropLinksOf(commune.id, account.id)
      yield* trace(commune, actor, "loginReset", [account.id])
      return yield* handedOver(commune, account, input.handover, issued.password)
    })
  )
})

const passwordFor = Effect.fnUntraced(function* (handover: Handover) {
  if (handover === "link") return { password: null, hash: null }
  const password = yield* (yield* Secrets).oneTimePassword
  return { password, hash: yield* (yield* Hasher).hash(password) }
})

const handedOver = Effect.fnUntraced(function* (
  commune: ServedCommune,
  account: Account,
  handover: Handover,
  password: string | null
) {
  const secret = password ?? (yield* makeLink(commune, account.id, "activation"))
  return { identifiant: account.identifiant, handover, secret } satisfies IssuedLogin
})
