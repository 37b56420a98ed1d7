/**
 * The routes of the API with its documentation: `/api/openapi.json` and `/api/docs`.
 */
import { Layer } from "effect"
import { HttpApiBuilder, HttpApiScalar } from "effect/http-api"
import { PortalApi } from "../PortalApi.ts"
import * as Doors from "./Doors.ts"
import { familyHandlers } from "./handlers/Family.ts"
import { healthHandlers } from "./handlers/Health.ts"
import { messagesHandlers, requestsHandlers, statementsHandlers } from "./handlers/Own.ts"
import { planningHandlers } from "./handlers/Planning.ts"
import { sessionHandlers } from "./handlers/Session.ts"
import { staffPlanningsHandlers, staffRequestsHandlers } from "./handlers/StaffDecisions.ts"
import { staffFamiliesHandlers, staffLoginsHandlers } from "./handlers/StaffFiles.ts"
import { staffMoneyHandlers, staffPublishingHandlers } from "./handlers/StaffOffice.ts"

const handlers = Layer.mergeAll(
  sessionHandlers,
  familyHandlers,
  planningHandlers,
  requestsHandlers,
  statementsHandlers,
  messagesHandlers,
  staffRequestsHandlers,
  staffFamiliesHandlers,
  staffPlanningsHandlers,
  staffLoginsHandlers,
  staffMoneyHandlers,
  staffPublishingHandlers,
  healthHandlers
)

/** The API, for a router. */
export const api = Layer.mergeAll(
  HttpApiBuilder.layer(PortalApi, { openapiPath: "/api/openapi.json" }),
  HttpApiScalar.layer(PortalApi, { path: "/api/docs", scalar: { withDefaultFonts: false } })
).pipe(Layer.provide(handlers), Layer.provide(Doors.layer))
