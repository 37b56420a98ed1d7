/**
 * Identifiants that staff issue (S11, S146). The secret is told once: the answer to a repeated key holds none.
 */
import { Account, Adult } from "@portail-famille/core"
import { Context, Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api"
import { MayCall, staff } from "./Caller.ts"
import { ByStaff, InCommune, Once, Refusals } from "./Door.ts"
import { inPath, writeHeaders } from "./Input.ts"
import { problems } from "./Problem.ts"

const params = { adultId: inPath(Adult.AdultId) }
const handover = Schema.Literals(["password", "link"])

/** The field of an endpoint's answer that is told once and never remembered. */
export const ToldOnce: Context.Reference<string | undefined> = Context.Reference<string | undefined>(
  "@portail-famille/http/ToldOnce",
  { defaultValue: () => undefined }
)

/** What staff hand over: a one-time password for paper or the secret of a 24-hour link; `null` when told before. */
export const IssuedLogin = Schema.Struct({
  identifiant: Account.Identifiant,
  handover,
  secret: Schema.NullOr(Schema.String)
})

export class StaffLoginsGroup extends HttpApiGroup.make("staffLogins")
  .add(
    HttpApiEndpoint.post("issue", "/adults/:adultId/login", {
      params,
      headers: writeHeaders,
      payload: Schema.Struct({ identifiant: Account.Identifiant, handover }),
      success: IssuedLogin.pipe(HttpApiSchema.status(201)),
      error: problems(404, 409)
    }),
    HttpApiEndpoint.put("reset", "/adults/:adultId/login", {
      params,
      headers: writeHeaders,
      payload: Schema.Struct({ handover }),
      success: IssuedLogin,
      error: problems(404)
    })
  )
  .middleware(Once)
  .annotateEndpoints(MayCall, staff("issueLogin"))
  .annotateEndpoints(ToldOnce, "secret")
  .prefix("/api/staff")
  .middleware(ByStaff)
  .middleware(InCommune)
  .middleware(Refusals) {}
