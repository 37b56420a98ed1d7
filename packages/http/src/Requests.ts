/**
 * The family's list of requests (S130-S138).
 */
import { Request } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { family, MayCall } from "./Caller.ts"
import { InCommune, Once, Refusals, SessionSent, SignedIn } from "./Door.ts"
import { inPath, writeHeaders } from "./Input.ts"
import { problems } from "./Problem.ts"

/** A request with the name of its child. */
export const RequestLine = Schema.Struct({
  request: Request.Request,
  child: Schema.Struct({ firstName: Schema.String, lastName: Schema.String })
})

/** A request of one's own family, and whether the reader may withdraw it. */
export const OwnRequestLine = Schema.Struct({ ...RequestLine.fields, mayWithdraw: Schema.Boolean })

/** Those that wait, and those of less than a month. */
export const RequestList = Schema.Struct({ open: Schema.Array(OwnRequestLine), closed: Schema.Array(OwnRequestLine) })

export class RequestsGroup extends HttpApiGroup.make("requests")
  .add(
    HttpApiEndpoint.post("withdrawOne", "/requests/:requestId/withdrawal", {
      params: { requestId: inPath(Request.RequestId) },
      headers: writeHeaders,
      success: Request.Request,
      error: problems(404, 409)
    }).annotate(MayCall, family)
  )
  .middleware(Once)
  .add(
    HttpApiEndpoint.get("list", "/requests", {
      query: { type: Schema.optionalKey(Request.RequestType) },
      success: RequestList
    }).annotate(MayCall, family)
  )
  .middleware(SignedIn)
  .middleware(SessionSent)
  .prefix("/api")
  .middleware(InCommune)
  .middleware(Refusals) {}
