import { Effect } from "effect"
import { TestClock } from "effect/testing"
import { describe, expect } from "vitest"
import type { Adult } from "../../src/Adult.ts"
import { CollectionOfficeId } from "../../src/CollectionOffice.ts"
import { FamilyNumber } from "../../src/Family.ts"
import { SchoolYear } from "../../src/SchoolYear.ts"
import { Accounts } from "../../src/services/Accounts.ts"
import { listDocuments, publishDocument, removeDocument, setBanner } from "../../src/services/Documents.ts"
import { ownRecord } from "../../src/services/Families.ts"
import { addPayer, listFamilies, openFamily, protectAdult, readFile } from "../../src/services/FamilyDesk.ts"
import { visitHome } from "../../src/services/Homes.ts"
import { ownStatements, postOperation, readStatement } from "../../src/services/Ledgers.ts"
import { listMessages, postMessage, readMessage } from "../../src/services/Mailboxes.ts"
import { makeToken, revokeToken, staffOf } from "../../src/services/Staff.ts"
import { examples } from "../../src/testing/index.ts"
import { office, otherOffice, sessionOf, type World, world } from "../../src/testing/world.ts"
import { activeAccount, actorOf, member, scene } from "./scene.ts"

const admin = member(["admin"])
const regisseur = member(["regisseur"])
const agent = member(["agent"])

const homeOf = Effect.fnUntraced(function* (known: World, adult: Adult) {
  const accounts = yield* Accounts
  if ((yield* accounts.findByAdult(known.commune.id, adult.id)) === undefined) yield* activeAccount(known, adult)
  const account = yield* accounts.findByAdult(known.commune.id, adult.id)
  if (account === undefined) throw new Error("An adult with an account")
  return yield* visitHome(known.commune, yield* sessionOf(known, account))
})

const postGuide = Effect.fnUntraced(function* ({ commune, payer }: World, officeId = office) {
  for (const { number, ...operation } of examples.guideOperations)
    yield* postOperation(commune, regisseur, { ...operation, payerId: payer.id, officeId }, number)
})

describe("the home page", () => {
  scene(
    "shows the guide's figures, and no position where the Treasury collects (S28-S36, S125)",
    Effect.gen(function* () {
      const known = yield* world
      yield* postGuide(known)
      yield* postGuide(known, otherOffice)
      const home = yield* homeOf(known, known.father)
      expect(home).toMatchObject({ today: "2015-04-08", familyNumber: examples.familyNumber, unpaidTotal: 12_060 })
      expect(home.accounts.map(({ office, position, unpaid }) => [office.prefix, position, unpaid.length])).toEqual([
        ["AL", { advance: 0, unpaid: 12_060, net: -12_060 }, 1],
        ["CA", null, 0]
      ])
      expect(home.children.map(({ firstName }) => firstName)).toEqual(["ZOÉ"])
      const grandfather = yield* homeOf(known, known.grandfather)
      expect([grandfather.children, grandfather.accounts, grandfather.unpaidTotal]).toEqual([[], [], 0])
    })
  )

  scene(
    "greets with the commune's banner until staff set another, an empty one too",
    Effect.gen(function* () {
      const known = yield* world
      const banner = Effect.map(homeOf(known, known.father), (home) => home.banner)
      expect(yield* banner).toBe("Bienvenue sur le Portail Famille")
      yield* setBanner(known.commune, admin, "")
      expect(yield* banner).toBe("")
      expect(yield* Effect.flip(setBanner(known.commune, agent, "x"))).toMatchObject({ _tag: "NotAllowed" })
    })
  )

  scene(
    "counts messages until they are read, by their recipient only (S20)",
    Effect.gen(function* () {
      const known = yield* world
      const { commune, father, mother } = known
      const text = { from: "Mairie", subject: "Réunion", body: "Demain" }
      const { id } = yield* postMessage(commune, agent, { ...text, recipient: father.id })
      expect((yield* homeOf(known, father)).visitor.unread).toBe(1)
      expect(yield* Effect.flip(readMessage(commune, actorOf(mother), id))).toMatchObject({ _tag: "NotFound" })
      expect((yield* readMessage(commune, actorOf(father), id)).readAt).not.toBeNull()
      expect((yield* homeOf(known, father)).visitor.unread).toBe(0)
      expect(yield* listMessages(commune, actorOf(father))).toHaveLength(1)
      expect(
        yield* Effect.flip(postMessage(commune, member(["reader"]), { ...text, recipient: father.id }))
      ).toMatchObject({
        _tag: "NotAllowed"
      })
    })
  )

  scene(
    "links to the documents that are published (S39-S41)",
    Effect.gen(function* () {
      const { commune } = yield* world
      const record = { label: "Fiche d'inscription", url: "https://www.valclair.test/fiche.pdf" }
      const document = yield* publishDocument(commune, admin, record)
      expect(yield* listDocuments(commune)).toEqual([document])
      yield* removeDocument(commune, admin, document.id)
      expect(yield* listDocuments(commune)).toEqual([])
    })
  )
})

describe("statements", () => {
  scene(
    "are a payer's, by school year, with the guide's totals (S112-S122)",
    Effect.gen(function* () {
      const known = yield* world
      yield* postGuide(known)
      const { schoolYear, statements, years } = yield* ownStatements(known.commune, actorOf(known.mother), null)
      expect([schoolYear, years]).toEqual(["2014-2015", ["2014-2015"]])
      expect(statements).toMatchObject([
        { opening: 0, debits: 36_380, credits: 24_320, payers: ["PAUL MARTIN", "ANNE MARTIN"] }
      ])
      yield* TestClock.setTime(Date.UTC(2015, 8, 2))
      const next = yield* ownStatements(known.commune, actorOf(known.mother), null)
      expect(next.years).toEqual(["2015-2016", "2014-2015"])
      expect(next.statements).toMatchObject([{ opening: -12_060, operations: [] }])
      expect((yield* ownStatements(known.commune, actorOf(known.grandfather), null)).statements).toEqual([])
    })
  )

  scene(
    "are read and written by staff of the régie",
    Effect.gen(function* () {
      const known = yield* world
      const account = { payerId: known.payer.id, officeId: office }
      const year = SchoolYear.make("2014-2015")
      const [{ number: _, ...invoice }] = examples.guideOperations
      expect(yield* Effect.flip(postOperation(known.commune, agent, { ...invoice, ...account }, null))).toMatchObject({
        _tag: "NotAllowed"
      })
      expect(yield* Effect.flip(readStatement(known.commune, agent, account, year))).toMatchObject({
        _tag: "NotAllowed"
      })
      yield* postGuide(known)
      expect((yield* readStatement(known.commune, member(["reader"]), account, year)).operations).toHaveLength(3)
      const unknown = { ...account, officeId: CollectionOfficeId.make("piscine") }
      expect(
        yield* Effect.flip(postOperation(known.commune, regisseur, { ...invoice, ...unknown }, null))
      ).toMatchObject({
        _tag: "NotFound",
        what: "office"
      })
    })
  )
})

describe("family files", () => {
  scene(
    "are the family's own, and staff's",
    Effect.gen(function* () {
      const known = yield* world
      const { commune, family, father } = known
      expect((yield* ownRecord(commune, actorOf(father))).adults).toHaveLength(3)
      expect(yield* Effect.flip(readFile(commune, actorOf(father), family))).toMatchObject({ _tag: "NotAllowed" })
      expect((yield* readFile(commune, agent, family)).adults).toHaveLength(3)
      const neighbour = yield* world
      yield* openFamily(neighbour.commune, agent, FamilyNumber.make("77"))
      const [, second] = yield* listFamilies(neighbour.commune, agent, { after: null, limit: 10 })
      if (second === undefined) throw new Error("A second family")
      expect(yield* Effect.flip(readFile(commune, agent, second.id))).toMatchObject({ _tag: "NotFound" })
    })
  )

  scene(
    "are written by those who may",
    Effect.gen(function* () {
      const { commune, father } = yield* world
      for (const actor of [member(["reader"]), regisseur, actorOf(father)]) {
        const opening = openFamily(commune, actor, FamilyNumber.make("77"))
        expect(yield* Effect.flip(opening)).toMatchObject({ _tag: "NotAllowed", act: "writeFamilies" })
        const protecting = protectAdult(commune, actor, father.id, true)
        expect(yield* Effect.flip(protecting)).toMatchObject({ _tag: "NotAllowed" })
        expect(yield* Effect.flip(addPayer(commune, actor, [father.id]))).toMatchObject({ _tag: "NotAllowed" })
      }
    })
  )
})

describe("a token of staff", () => {
  scene(
    "names its member in its commune until it expires or is revoked",
    Effect.gen(function* () {
      const { commune } = yield* world
      const neighbour = yield* world
      const input = { name: "Hélène", roles: ["agent"], facilities: null, hours: 8 } as const
      expect(yield* Effect.flip(makeToken(commune, agent, input))).toMatchObject({ _tag: "NotAllowed" })
      const { member: made, token } = yield* makeToken(commune, admin, input)
      expect(yield* staffOf(commune, token)).toMatchObject({ staffId: made.staffId, name: "Hélène", roles: ["agent"] })
      expect(yield* Effect.flip(staffOf(neighbour.commune, token))).toMatchObject({ _tag: "TokenRefused" })
      yield* TestClock.adjust("8 hours")
      expect(yield* Effect.flip(staffOf(commune, token))).toMatchObject({ _tag: "TokenRefused" })
      const second = yield* makeToken(commune, admin, input)
      yield* revokeToken(commune, admin, second.member.staffId)
      expect(yield* Effect.flip(staffOf(commune, second.token))).toMatchObject({ _tag: "TokenRefused" })
    })
  )
})
