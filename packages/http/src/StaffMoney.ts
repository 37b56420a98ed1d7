/**
 * Invoices, payments, credit notes and refunds, posted by staff; the statement of an account (S112-S125, S141).
 */
import { CollectionOffice, Ledger, Payer, SchoolYear, Statement } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api"
import { MayCall, staff } from "./Caller.ts"
import { ByStaff, InCommune, Once, Refusals } from "./Door.ts"
import { inBody, inPath, writeHeaders } from "./Input.ts"
import { problems } from "./Problem.ts"

/** An operation, in cents. `number` is `null` for the next of the office and kind, given for an import only (S123). */
export const OperationInput = Schema.Struct({
  ...Ledger.NewOperation.fields,
  payerId: inBody(Payer.PayerId),
  number: Schema.NullOr(Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 1, maximum: 999_999_999 }))))
})

export class StaffMoneyGroup extends HttpApiGroup.make("staffMoney")
  .add(
    HttpApiEndpoint.post("post", "/operations", {
      headers: writeHeaders,
      payload: OperationInput,
      success: Ledger.Operation.pipe(HttpApiSchema.status(201)),
      error: problems(404, 409)
    }).annotate(MayCall, staff("postMoney"))
  )
  .middleware(Once)
  .add(
    HttpApiEndpoint.get("statement", "/payers/:payerId/statements/:officeId", {
      params: { payerId: inPath(Payer.PayerId), officeId: CollectionOffice.CollectionOfficeId },
      query: { year: SchoolYear.SchoolYear },
      success: Statement.Statement,
      error: problems(404)
    }).annotate(MayCall, staff("readMoney"))
  )
  .prefix("/api/staff")
  .middleware(ByStaff)
  .middleware(InCommune)
  .middleware(Refusals) {}
