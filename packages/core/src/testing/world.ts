/** What a law begins with: a commune of its own, empty or with one family in it. */
import { Effect } from "effect"
import type { Account, PasswordHash } from "../Account.ts"
import { Identifiant } from "../Account.ts"
import { ActivityId } from "../Activity.ts"
import type { Adult } from "../Adult.ts"
import type { Child } from "../Child.ts"
import { CollectionOfficeId } from "../CollectionOffice.ts"
import { CommuneSlug, type ServedCommune } from "../Commune.ts"
import { make } from "../Day.ts"
import type { Enrolment } from "../Enrolment.ts"
import type { FamilyId } from "../Family.ts"
import type { Payer } from "../Payer.ts"
import { type Session, TokenDigest } from "../Session.ts"
import { Accounts } from "../services/Accounts.ts"
import { Communes } from "../services/Communes.ts"
import { Families } from "../services/Families.ts"
import { Plannings } from "../services/Plannings.ts"
import * as examples from "./examples.ts"
import { instant } from "./expecting.ts"

/** A family in a commune: the mother has authority and books, the grandfather has none; the child goes to the canteen. */
export interface World {
  readonly commune: ServedCommune
  readonly family: FamilyId
  readonly mother: Adult
  readonly father: Adult
  readonly grandfather: Adult
  readonly child: Child
  /** The couple pays. */
  readonly payer: Payer
  /** From 1 September 2014 on, in the canteen. */
  readonly enrolment: Enrolment
}

/** The activity and the régies that laws speak of. */
export const canteen = ActivityId.make("cantine")
export const eveningCare = ActivityId.make("garderie-soir")
export const office = CollectionOfficeId.make("garderie")
export const otherOffice = CollectionOfficeId.make("cantine")

/** A commune that nothing was ever written of, under a slug and a host that no other has. */
export const emptyCommune = Effect.gen(function* () {
  const name = `valclair-${globalThis.crypto.randomUUID()}`
  const document = { ...examples.valclair, slug: CommuneSlug.make(name), hosts: [`${name}.test`] as const }
  const id = yield* (yield* Communes).save(document)
  return { ...document, id } satisfies ServedCommune
})

/** A commune with a family. */
export const world = Effect.gen(function* () {
  const commune = yield* emptyCommune
  const families = yield* Families
  const family = yield* families.open(commune.id, examples.familyNumber)
  const father = yield* families.addAdult(commune.id, family, examples.father)
  const mother = yield* families.addAdult(commune.id, family, examples.mother)
  const grandfather = yield* families.addAdult(commune.id, family, examples.grandfather)
  const child = yield* families.addChild(commune.id, family, examples.child)
  const link = { childId: child.id, mayBook: true, authority: "full" } as const
  yield* families.link(commune.id, { ...link, adultId: father.id, relationship: "father" })
  yield* families.link(commune.id, { ...link, adultId: mother.id, relationship: "mother" })
  yield* families.link(commune.id, {
    childId: child.id,
    adultId: grandfather.id,
    relationship: "grandparent",
    authority: "none",
    mayBook: false
  })
  const payer = yield* families.addPayer(commune.id, [father.id, mother.id])
  const enrolment = yield* (yield* Plannings).enrol(commune.id, {
    childId: child.id,
    activityId: canteen,
    payerId: payer.id,
    from: make("2014-09-01"),
    until: null,
    contract: null
  })
  return { commune, family, father, mother, grandfather, child, payer, enrolment } satisfies World
})

/** An account of an adult of the world. */
export const accountOf = Effect.fnUntraced(function* (
  { commune }: Pick<World, "commune">,
  adult: Adult,
  hash: PasswordHash | null = null
) {
  const identifiant = Identifiant.make(`${adult.firstName.replace(/[^A-Z]/g, "x")}.${adult.id}`)
  return yield* (yield* Accounts).create(commune.id, { adultId: adult.id, identifiant, hash })
})

/** A session of an account, opened on 8 April 2015 at noon; gives its digest. */
export const sessionOf = Effect.fnUntraced(function* ({ commune }: Pick<World, "commune">, account: Account) {
  const digest = freshDigest()
  const at = instant("2015-04-08T10:00:00Z")
  const session: Omit<Session, "stage"> = {
    digest,
    accountId: account.id,
    adultId: account.adultId,
    startedAt: at,
    seenAt: at
  }
  yield* (yield* Accounts).openSession(commune.id, session)
  return digest
})

/** A digest that nothing has yet. */
export const freshDigest = (): TokenDigest => TokenDigest.make(`digest-${globalThis.crypto.randomUUID()}`)
