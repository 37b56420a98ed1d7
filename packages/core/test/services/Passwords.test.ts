import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect } from "vitest"
import { Identifiant, PasswordHash } from "../../src/Account.ts"
import { AdultId } from "../../src/Adult.ts"
import { Accounts } from "../../src/services/Accounts.ts"
import { issueLogin, resetLogin } from "../../src/services/Logins.ts"
import { Letters } from "../../src/services/memory/index.ts"
import { sendDue } from "../../src/services/Notices.ts"
import { changePassword, openLink, redeemLink, requestReset } from "../../src/services/Passwords.ts"
import { Secrets } from "../../src/services/Secrets.ts"
import { admitAny, signIn, visit } from "../../src/services/SignIn.ts"
import { accountOf, world } from "../../src/testing/world.ts"
import { activeAccount, member, password, scene } from "./scene.ts"

const address = "192.0.2.7"
const next = "Cerisier2015"
const admin = member(["admin"])

const begin = Effect.gen(function* () {
  const known = yield* world
  const identifiant = yield* activeAccount(known, known.father)
  const { digest } = yield* Secrets
  const enter = (typed: string) => signIn(known.commune, { identifiant, password: typed, address })
  const visitorOf = Effect.fnUntraced(function* (token: string) {
    return yield* visit(known.commune, digest(token))
  })
  return { ...known, identifiant, enter, visitorOf }
})

/** The secret of the last letter that was handed over. */
const lastSecret = Effect.gen(function* () {
  yield* sendDue
  const subject = (yield* (yield* Letters).all).at(-1)?.subject
  if (subject?._tag !== "PasswordReset") throw new Error("The last letter is no reset")
  return subject.secret
})

describe("changing a password", () => {
  scene(
    "opens a new session in place of all others, and the old password is dead",
    Effect.gen(function* () {
      const { commune, enter, visitorOf } = yield* begin
      const first = yield* enter(password)
      const second = yield* enter(password)
      const visitor = yield* visitorOf(first.token)
      const { token } = yield* changePassword(commune, visitor, { current: password, next, address })
      expect((yield* visitorOf(token)).session.stage).toBe("active")
      for (const old of [first, second])
        expect(yield* Effect.flip(visitorOf(old.token))).toMatchObject({ _tag: "SignedOut" })
      expect(yield* Effect.flip(enter(password))).toMatchObject({ _tag: "WrongCredentials" })
      yield* enter(next)
      yield* sendDue
      expect((yield* (yield* Letters).all).map(({ subject, to }) => [subject._tag, to])).toEqual([
        ["PasswordChanged", "paul.martin@courriel.test"]
      ])
    })
  )

  scene(
    "needs the current one, and tries are counted",
    Effect.gen(function* () {
      const { commune, enter, visitorOf } = yield* begin
      const visitor = yield* visitorOf((yield* enter(password)).token)
      const attempt = (current: string | null) =>
        Effect.flip(changePassword(commune, visitor, { current, next, address }))
      for (const current of ["Wrong2015", "", null, "Wrong2016", "Wrong2017"])
        expect(yield* attempt(current)).toMatchObject({ _tag: "WrongCredentials" })
      expect(yield* attempt(password)).toMatchObject({ _tag: "TooManyAttempts" })
      yield* TestClock.adjust("2 seconds")
      yield* changePassword(commune, visitor, { current: password, next, address })
    })
  )

  scene(
    "does not forget failures at others from the same address",
    Effect.gen(function* () {
      const { commune, enter, visitorOf } = yield* begin
      const visitor = yield* visitorOf((yield* enter(password)).token)
      const guess = (n: number) => signIn(commune, { identifiant: `victim-${n}`, password: "Wrong2015", address })
      for (let n = 0; n < 30; n++) yield* Effect.flip(guess(n))
      yield* TestClock.adjust("1 second")
      yield* changePassword(commune, visitor, { current: password, next, address })
      expect(yield* Effect.flip(guess(30))).toMatchObject({ _tag: "TooManyAttempts" })
    })
  )

  scene(
    "tells every broken rule at once and changes nothing",
    Effect.gen(function* () {
      const { commune, enter, visitorOf } = yield* begin
      const visitor = yield* visitorOf((yield* enter(password)).token)
      const refused = yield* Effect.flip(
        changePassword(commune, visitor, { current: password, next: "martin", address })
      )
      expect(refused).toMatchObject({
        _tag: "PasswordRefused",
        broken: [{ _tag: "TooShort" }, { _tag: "NoUpper" }, { _tag: "NoDigit" }, { _tag: "ContainsName" }]
      })
      yield* enter(password)
    })
  )

  scene(
    "after a password of staff the current one is not asked for (S13)",
    Effect.gen(function* () {
      const known = yield* world
      const { commune } = known
      const account = yield* accountOf(known, known.father, PasswordHash.make("plain:Papier-1"))
      const { token } = yield* signIn(commune, { identifiant: account.identifiant, password: "Papier-1", address })
      const { digest } = yield* Secrets
      const visitor = yield* admitAny(commune, yield* (yield* Accounts).visitor(commune.id, digest(token)))
      const changed = yield* changePassword(commune, visitor, { current: null, next, address })
      expect((yield* visit(commune, digest(changed.token))).session.stage).toBe("active")
    })
  )
})

describe("a reset link", () => {
  scene(
    "lets one choose a password once, and ends every session",
    Effect.gen(function* () {
      const { commune, enter, identifiant, visitorOf } = yield* begin
      const { token } = yield* enter(password)
      yield* requestReset(commune, { identifiant, address })
      const secret = yield* lastSecret
      expect((yield* openLink(commune, secret)).purpose).toBe("reset")
      expect(yield* Effect.flip(redeemLink(commune, { secret, next: "court" }))).toMatchObject({
        _tag: "PasswordRefused"
      })
      yield* redeemLink(commune, { secret, next })
      expect(yield* Effect.flip(visitorOf(token))).toMatchObject({ _tag: "SignedOut" })
      yield* enter(next)
      expect(yield* Effect.flip(redeemLink(commune, { secret, next: "Prunier2015" }))).toMatchObject({
        _tag: "LinkDead"
      })
      expect(yield* Effect.flip(openLink(commune, secret))).toMatchObject({ _tag: "LinkDead" })
      yield* enter(next)
    })
  )

  scene(
    "lapses after an hour, is replaced by a newer one, and is no other commune's",
    Effect.gen(function* () {
      const { commune, identifiant } = yield* begin
      const neighbour = yield* world
      yield* requestReset(commune, { identifiant, address })
      const first = yield* lastSecret
      expect(yield* Effect.flip(openLink(neighbour.commune, first))).toMatchObject({ _tag: "LinkDead" })
      yield* requestReset(commune, { identifiant, address })
      const second = yield* lastSecret
      expect(yield* Effect.flip(openLink(commune, first))).toMatchObject({ _tag: "LinkDead" })
      yield* TestClock.adjust("59 minutes")
      expect((yield* openLink(commune, second)).purpose).toBe("reset")
      yield* TestClock.adjust("1 minute")
      expect(yield* Effect.flip(redeemLink(commune, { secret: second, next }))).toMatchObject({ _tag: "LinkDead" })
    })
  )

  scene(
    "is asked for alike for anyone, and sent to who has an address",
    Effect.gen(function* () {
      const known = yield* begin
      const without = yield* activeAccount(known, known.mother)
      for (const identifiant of [without, "nobody", "<script>"])
        yield* requestReset(known.commune, { identifiant, address })
      expect(yield* sendDue).toBe(0)
      expect(yield* (yield* Letters).all).toEqual([])
    })
  )
})

describe("a login that staff issue (S11)", () => {
  scene(
    "is a password for paper, or a link that lives a day",
    Effect.gen(function* () {
      const { commune, father, mother } = yield* world
      const paper = yield* issueLogin(commune, admin, {
        adultId: father.id,
        identifiant: Identifiant.make("martin.p"),
        handover: "password"
      })
      const typed = { identifiant: paper.identifiant, password: paper.secret, address }
      expect((yield* signIn(commune, typed)).stage).toBe("issued")
      const link = yield* issueLogin(commune, admin, {
        adultId: mother.id,
        identifiant: Identifiant.make("martin.a"),
        handover: "link"
      })
      yield* TestClock.adjust("23 hours")
      expect((yield* openLink(commune, link.secret)).purpose).toBe("activation")
      yield* redeemLink(commune, { secret: link.secret, next })
      const chosen = { identifiant: link.identifiant, password: next, address }
      expect((yield* signIn(commune, chosen)).stage).toBe("active")
    })
  )

  scene(
    "is reset: the old password and the sessions are dead",
    Effect.gen(function* () {
      const { commune, enter, father, visitorOf } = yield* begin
      const { token } = yield* enter(password)
      const { secret } = yield* resetLogin(commune, admin, { adultId: father.id, handover: "password" })
      expect(yield* Effect.flip(visitorOf(token))).toMatchObject({ _tag: "SignedOut" })
      expect(yield* Effect.flip(enter(password))).toMatchObject({ _tag: "WrongCredentials" })
      expect((yield* enter(secret)).stage).toBe("issued")
    })
  )

  scene(
    "handed over anew, ends the links that were handed over before",
    Effect.gen(function* () {
      const { commune, mother } = yield* begin
      const adultId = mother.id
      const lost = yield* issueLogin(commune, admin, {
        adultId,
        identifiant: Identifiant.make("martin.m"),
        handover: "link"
      })
      expect((yield* openLink(commune, lost.secret)).purpose).toBe("activation")
      yield* resetLogin(commune, admin, { adultId, handover: "password" })
      expect(yield* Effect.flip(openLink(commune, lost.secret))).toMatchObject({ _tag: "LinkDead" })
    })
  )

  scene(
    "is for the commune's own adults, and leaves nothing when it is refused",
    Effect.gen(function* () {
      const { commune, father, mother } = yield* begin
      const neighbour = yield* world
      const identifiant = Identifiant.make("martin.x")
      const issue = (adultId: typeof father.id, name = identifiant) =>
        issueLogin(commune, admin, { adultId, identifiant: name, handover: "link" })
      expect(yield* Effect.flip(issue(father.id))).toMatchObject({ _tag: "AlreadyHasLogin" })
      yield* issue(mother.id)
      const stranger = {
        adultId: AdultId.make(9999),
        identifiant: Identifiant.make("autre"),
        handover: "link"
      } as const
      expect(yield* Effect.flip(issueLogin(neighbour.commune, admin, stranger))).toMatchObject({ _tag: "NotFound" })
    })
  )
})
