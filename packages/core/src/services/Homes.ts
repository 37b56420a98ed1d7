/**
 * The place where the home page is read in one round trip (S19-S42): who is signed in, the family
 * file, the accounts, the documents, the banner. It only fetches; what it means is decided here.
 */
import { Context, DateTime, Effect } from "effect"
import { type AdultActor, may } from "../Access.ts"
import type { CollectionOffice } from "../CollectionOffice.ts"
import type { CommuneId, ServedCommune } from "../Commune.ts"
import { type Day, ofInstant } from "../Day.ts"
import type { Document } from "../Document.ts"
import { childrenOf, type FamilyFile } from "../Family.ts"
import { type Position, position, type UnpaidInvoice, unpaidInvoices } from "../Ledger.ts"
import * as Money from "../Money.ts"
import type { TokenDigest } from "../Session.ts"
import type { Visitor } from "./Accounts.ts"
import { NotFound } from "./Families.ts"
import type { PayerLedger } from "./Ledgers.ts"
import { admit, SignedOut } from "./SignIn.ts"

/** What the home page is made of, bare. */
export interface HomeRead {
  readonly visitor: Visitor
  readonly file: FamilyFile | undefined
  readonly accounts: ReadonlyArray<PayerLedger>
  readonly documents: ReadonlyArray<Document>
  readonly banner: string | undefined
}

export class Homes extends Context.Service<
  Homes,
  { readonly visit: (commune: CommuneId, digest: TokenDigest) => Effect.Effect<HomeRead | undefined> }
>()("@portail-famille/core/services/Homes") {}

/** One account on the home page. Where the Treasury collects, `position` is `null`: it cannot be known (S125). */
export interface HomeAccount {
  readonly office: CollectionOffice
  readonly position: Position | null
  readonly unpaid: ReadonlyArray<UnpaidInvoice>
}

/** The home page of the adult who is signed in (S19-S42). */
export const visitHome = Effect.fnUntraced(function* (commune: ServedCommune, digest: TokenDigest) {
  const read = yield* (yield* Homes).visit(commune.id, digest)
  if (read === undefined) return yield* new SignedOut()
  const visitor = yield* admit(commune, read.visitor)
  const actor: AdultActor = { _tag: "Adult", adultId: visitor.adult.id }
  const { file } = read
  const self = file?.adults.find(({ adult }) => adult.id === actor.adultId)?.adult
  if (file === undefined || self === undefined) return yield* new NotFound({ what: "family" })
  const today: Day = ofInstant(yield* DateTime.now, commune.timeZone)
  const accounts = read.accounts
    .filter(({ payer }) => may(actor, { _tag: "SeeAccount", payer }))
    .flatMap(({ ledger }): ReadonlyArray<HomeAccount> => {
      const office = commune.collectionOffices.find(({ id }) => id === ledger.account.officeId)
      if (office === undefined) return []
      return office.collector._tag === "Treasury"
        ? [{ office, position: null, unpaid: [] }]
        : [{ office, position: position(ledger), unpaid: unpaidInvoices(ledger) }]
    })
  return {
    visitor,
    today,
    familyNumber: file.number,
    self,
    children: childrenOf(file, actor.adultId),
    banner: read.banner ?? commune.banner,
    documents: read.documents,
    accounts,
    unpaidTotal: Money.sum(accounts.flatMap(({ unpaid }) => unpaid.map(({ due }) => due)))
  }
})
