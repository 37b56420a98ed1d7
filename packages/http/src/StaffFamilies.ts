/**
 * Family files, kept by staff: adults, children, payers (S44-S93).
 */
import { Adult, Child, Family, Payer } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api"
import { MayCall, staff } from "./Caller.ts"
import { ByStaff, InCommune, Once, Refusals } from "./Door.ts"
import { clean, inBody, inPath, page, writeHeaders } from "./Input.ts"
import { problems } from "./Problem.ts"

const ofFamily = { familyId: inPath(Family.FamilyId) }
const headers = writeHeaders

/** A family in a list, with the names of its adults. */
export const FamilyLine = Schema.Struct({
  id: Family.FamilyId,
  number: Family.FamilyNumber,
  names: Schema.Array(Schema.String)
})

export class StaffFamiliesGroup extends HttpApiGroup.make("staffFamilies")
  .add(
    HttpApiEndpoint.post("open", "/families", {
      headers,
      payload: Schema.Struct({ number: Family.FamilyNumber }),
      success: Schema.Struct({ id: Family.FamilyId }).pipe(HttpApiSchema.status(201)),
      error: problems(409)
    }),
    HttpApiEndpoint.post("addAdult", "/families/:familyId/adults", {
      params: ofFamily,
      headers,
      payload: clean(Adult.AdultRecord),
      success: Adult.Adult.pipe(HttpApiSchema.status(201)),
      error: problems(404)
    }),
    HttpApiEndpoint.put("protectAdult", "/adults/:adultId/protection", {
      params: { adultId: inPath(Adult.AdultId) },
      headers,
      payload: Schema.Struct({ protected: Schema.Boolean }),
      error: problems(404)
    }),
    HttpApiEndpoint.post("addChild", "/families/:familyId/children", {
      params: ofFamily,
      headers,
      payload: clean(Child.ChildRecord),
      success: Child.Child.pipe(HttpApiSchema.status(201)),
      error: problems(404)
    }),
    HttpApiEndpoint.put("link", "/children/:childId/adults/:adultId", {
      params: { childId: inPath(Child.ChildId), adultId: inPath(Adult.AdultId) },
      headers,
      payload: Schema.Struct({
        relationship: Child.ChildAdult.fields.relationship,
        authority: Child.ChildAdult.fields.authority,
        mayBook: Child.ChildAdult.fields.mayBook
      }),
      error: problems(404, 409)
    }),
    HttpApiEndpoint.post("addPayer", "/payers", {
      headers,
      payload: Schema.Struct({ adults: Schema.NonEmptyArray(inBody(Adult.AdultId)) }),
      success: Payer.Payer.pipe(HttpApiSchema.status(201)),
      error: problems(404, 409)
    })
  )
  .middleware(Once)
  .annotateEndpoints(MayCall, staff("writeFamilies"))
  .add(
    HttpApiEndpoint.get("list", "/families", {
      query: page(Family.FamilyId),
      success: Schema.Array(FamilyLine)
    }).annotate(MayCall, staff("readFamilies")),
    HttpApiEndpoint.get("read", "/families/:familyId", {
      params: ofFamily,
      success: Family.FamilyFile,
      error: problems(404)
    }).annotate(MayCall, staff("readFamilies")),
    HttpApiEndpoint.get("payers", "/families/:familyId/payers", {
      params: ofFamily,
      success: Schema.Array(Payer.Payer),
      error: problems(404)
    }).annotate(MayCall, staff("readFamilies"))
  )
  .prefix("/api/staff")
  .middleware(ByStaff)
  .middleware(InCommune)
  .middleware(Refusals) {}
