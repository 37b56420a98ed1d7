/**
 * The whole API of the portal: all that its pages do, for those who build another face, and the staff's side.
 */
import { HttpApi, OpenApi } from "effect/http-api"
import { FamilyGroup } from "./Family.ts"
import { HealthGroup } from "./Health.ts"
import { MessagesGroup } from "./Messages.ts"
import { PlanningGroup } from "./Planning.ts"
import { RequestsGroup } from "./Requests.ts"
import { SessionGroup } from "./Session.ts"
import { StaffFamiliesGroup } from "./StaffFamilies.ts"
import { StaffLoginsGroup } from "./StaffLogins.ts"
import { StaffMoneyGroup } from "./StaffMoney.ts"
import { StaffPlanningsGroup } from "./StaffPlannings.ts"
import { StaffPublishingGroup } from "./StaffPublishing.ts"
import { StaffRequestsGroup } from "./StaffRequests.ts"
import { StatementsGroup } from "./Statements.ts"

/** Every mistake of a body is told at once, unknown fields among them. */
export class PortalApi extends HttpApi.make("portal")
  .add(
    SessionGroup,
    FamilyGroup,
    PlanningGroup,
    RequestsGroup,
    StatementsGroup,
    MessagesGroup,
    StaffRequestsGroup,
    StaffFamiliesGroup,
    StaffPlanningsGroup,
    StaffLoginsGroup,
    StaffMoneyGroup,
    StaffPublishingGroup,
    HealthGroup
  )
  .annotate(HttpApi.ParseOptions, { errors: "all" })
  .annotate(HttpApi.PayloadParseOptions, { errors: "all", onExcessProperty: "error" })
  .annotateMerge(OpenApi.annotations({ title: "Portail famille", version: "1" })) {}
