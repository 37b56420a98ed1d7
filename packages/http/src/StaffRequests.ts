/**
 * What families asked, for staff to answer (S130, S140).
 */
import { Request } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { MayCall, staff } from "./Caller.ts"
import { ByStaff, InCommune, Once, Refusals } from "./Door.ts"
import { clean, inPath, page, writeHeaders } from "./Input.ts"
import { problems } from "./Problem.ts"
import { RequestLine } from "./Requests.ts"

export class StaffRequestsGroup extends HttpApiGroup.make("staffRequests")
  .add(
    HttpApiEndpoint.post("answer", "/requests/:requestId/answer", {
      params: { requestId: inPath(Request.RequestId) },
      headers: writeHeaders,
      payload: clean(Request.Answer),
      success: Request.Request,
      error: problems(404, 409)
    }).annotate(MayCall, staff("answerRequest"))
  )
  .middleware(Once)
  .add(
    HttpApiEndpoint.get("waiting", "/requests", {
      query: page(Request.RequestId),
      success: Schema.Array(RequestLine)
    }).annotate(MayCall, staff("readRequests"))
  )
  .prefix("/api/staff")
  .middleware(ByStaff)
  .middleware(InCommune)
  .middleware(Refusals) {}
