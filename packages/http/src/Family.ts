/**
 * What a family sees of itself: the home page, the file, the children, the documents (S19-S91).
 */
import { Adult, Child, CollectionOffice, Day, Document, Family, Ledger, Money, Statement } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { family, MayCall } from "./Caller.ts"
import { InCommune, Refusals, SessionSent, SignedIn } from "./Door.ts"
import { problems } from "./Problem.ts"

/** An invoice on which something remains due, in cents (S31-S34). */
export const UnpaidInvoice = Schema.Struct({ invoice: Ledger.Operation, due: Money.Cents })

/** One account on the home page. Where the Treasury collects, `position` is `null`: it cannot be known (S125). */
export const HomeAccount = Schema.Struct({
  office: CollectionOffice.CollectionOffice,
  position: Schema.NullOr(Statement.StatementPosition),
  unpaid: Schema.Array(UnpaidInvoice)
})

/** The home page of the adult who is signed in (S19-S42). `unread` counts messages (S20). */
export const Home = Schema.Struct({
  unread: Schema.Int,
  today: Day.Day,
  familyNumber: Family.FamilyNumber,
  self: Adult.Adult,
  children: Schema.Array(Child.Child),
  banner: Schema.String,
  documents: Schema.Array(Document.Document),
  accounts: Schema.Array(HomeAccount),
  unpaidTotal: Money.Cents
})
export interface Home extends Schema.Schema.Type<typeof Home> {}

export class FamilyGroup extends HttpApiGroup.make("family")
  .add(
    HttpApiEndpoint.get("file", "/family", { success: Family.FamilyView, error: problems(404) }).annotate(
      MayCall,
      family
    ),
    HttpApiEndpoint.get("children", "/children", {
      success: Schema.Array(Family.OwnChild),
      error: problems(404)
    }).annotate(MayCall, family),
    HttpApiEndpoint.get("documents", "/documents", { success: Schema.Array(Document.Document) }).annotate(
      MayCall,
      family
    )
  )
  .middleware(SignedIn)
  .add(HttpApiEndpoint.get("home", "/home", { success: Home, error: problems(404) }).annotate(MayCall, family))
  .middleware(SessionSent)
  .prefix("/api")
  .middleware(InCommune)
  .middleware(Refusals) {}
