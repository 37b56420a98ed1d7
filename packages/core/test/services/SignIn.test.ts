import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect } from "vitest"
import { PasswordHash } from "../../src/Account.ts"
import { Accounts } from "../../src/services/Accounts.ts"
import { Secrets } from "../../src/services/Secrets.ts"
import { admitAny, signIn, signOut, visit } from "../../src/services/SignIn.ts"
import { accountOf, type World, world } from "../../src/testing/world.ts"
import { activeAccount, password, scene } from "./scene.ts"

const address = "192.0.2.7"

const digestOf = (token: string) => Effect.map(Secrets, ({ digest }) => digest(token))

const begin = Effect.gen(function* () {
  const known = yield* world
  const identifiant = yield* activeAccount(known, known.father)
  const from = (password: string, address_ = address, name: string = identifiant) =>
    signIn(known.commune, { identifiant: name, password, address: address_ })
  return { ...known, identifiant, from }
})

describe("signing in", () => {
  scene(
    "opens a session that knows who looks",
    Effect.gen(function* () {
      const { commune, father, from, identifiant } = yield* begin
      const { stage, token } = yield* from(password, address, identifiant.toLowerCase())
      expect(stage).toBe("active")
      const visitor = yield* visit(commune, yield* digestOf(token))
      expect(visitor.adult).toEqual({ id: father.id, firstName: "PAUL", lastName: "MARTIN" })
    })
  )

  scene(
    "answers alike to a wrong password, an unknown identifiant and one that cannot be",
    Effect.gen(function* () {
      const { from } = yield* begin
      const errors = [
        yield* Effect.flip(from("Wrong2015")),
        yield* Effect.flip(from(password, address, "nobody")),
        yield* Effect.flip(from(password, address, "<script>"))
      ]
      expect(errors.map((error) => JSON.stringify(error))).toEqual(Array(3).fill(JSON.stringify(errors[0])))
      expect(errors[0]).toMatchObject({ _tag: "WrongCredentials" })
    })
  )

  scene(
    "reads a password in any Unicode form",
    Effect.gen(function* () {
      const known = yield* world
      const account = yield* accountOf(known, known.father, PasswordHash.make("plain:\u00c9t\u00e92015"))
      const typed = { identifiant: account.identifiant, password: "E\u0301te\u03012015", address }
      expect((yield* signIn(known.commune, typed)).stage).toBe("issued")
    })
  )

  scene(
    "makes one wait longer after each failure, even with the right password, and from there only",
    Effect.gen(function* () {
      const { from } = yield* begin
      const waits: Array<number> = []
      for (let n = 0; n < 5; n++)
        expect(yield* Effect.flip(from("Wrong2015"))).toMatchObject({ _tag: "WrongCredentials" })
      for (let n = 0; n < 4; n++) {
        const refused = yield* Effect.flip(from(password))
        if (refused._tag !== "TooManyAttempts") throw new Error("A try that should have waited")
        waits.push(refused.seconds)
        yield* TestClock.adjust(`${refused.seconds} seconds`)
        yield* Effect.flip(from("Wrong2015"))
      }
      expect(waits).toEqual([1, 2, 4, 8])
      yield* from(password, "198.51.100.1")
      yield* TestClock.adjust("1 day")
      yield* from(password)
    })
  )

  scene(
    "a right password takes back its own try, not those at others from the same address",
    Effect.gen(function* () {
      const { from } = yield* begin
      for (let n = 0; n < 30; n++) yield* Effect.flip(from("Wrong2015", address, `victim-${n}`))
      expect(yield* Effect.flip(from(password))).toMatchObject({ _tag: "TooManyAttempts" })
      yield* TestClock.adjust("1 second")
      yield* from(password)
      expect(yield* Effect.flip(from("Wrong2015", address, "victim"))).toMatchObject({ _tag: "TooManyAttempts" })
    })
  )
})

describe("a session", () => {
  const opened = Effect.gen(function* () {
    const known = yield* begin
    const { token } = yield* known.from(password)
    return { ...known, digest: yield* digestOf(token) }
  })

  scene(
    "ends after half an hour of rest, and lives on while it is used",
    Effect.gen(function* () {
      const { commune, digest } = yield* opened
      for (let n = 0; n < 3; n++) {
        yield* TestClock.adjust("29 minutes")
        yield* visit(commune, digest)
      }
      yield* TestClock.adjust("30 minutes")
      expect(yield* Effect.flip(visit(commune, digest))).toMatchObject({ _tag: "SignedOut" })
    })
  )

  scene(
    "ends after twelve hours whatever is done",
    Effect.gen(function* () {
      const { commune, digest } = yield* opened
      for (let n = 0; n < 35; n++) {
        yield* TestClock.adjust("20 minutes")
        yield* visit(commune, digest)
      }
      yield* TestClock.adjust("20 minutes")
      expect(yield* Effect.flip(visit(commune, digest))).toMatchObject({ _tag: "SignedOut" })
    })
  )

  scene(
    "ends when one signs out, once and again, and is no other commune's",
    Effect.gen(function* () {
      const { commune, digest } = yield* opened
      const neighbour: World = yield* world
      expect(yield* Effect.flip(visit(neighbour.commune, digest))).toMatchObject({ _tag: "SignedOut" })
      yield* visit(commune, digest)
      yield* signOut(commune, digest)
      yield* signOut(commune, digest)
      expect(yield* Effect.flip(visit(commune, digest))).toMatchObject({ _tag: "SignedOut" })
    })
  )

  scene(
    "with a password of staff leads to its change only (S13)",
    Effect.gen(function* () {
      const known = yield* world
      const account = yield* accountOf(known, known.father, PasswordHash.make("plain:Papier-1"))
      const typed = { identifiant: account.identifiant, password: "Papier-1", address }
      const { token } = yield* signIn(known.commune, typed)
      const digest = yield* digestOf(token)
      expect(yield* Effect.flip(visit(known.commune, digest))).toMatchObject({ _tag: "PasswordChangeDue" })
      const visitor = yield* (yield* Accounts).visitor(known.commune.id, digest)
      expect((yield* admitAny(known.commune, visitor)).session.stage).toBe("issued")
    })
  )
})
