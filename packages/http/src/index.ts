/**
 * The contract of the portal's API and its typed client: it runs in browsers too. The server is
 * under `@portail-famille/http/server`.
 */
export * from "./Caller.ts"
export * from "./Client.ts"
export * from "./Current.ts"
export * from "./Door.ts"
export * from "./Family.ts"
export * from "./Health.ts"
export * from "./Input.ts"
export * from "./Messages.ts"
export * from "./Planning.ts"
export * from "./PortalApi.ts"
export * from "./Problem.ts"
export * from "./Requests.ts"
export * from "./Session.ts"
export * from "./StaffFamilies.ts"
export * from "./StaffLogins.ts"
export * from "./StaffMoney.ts"
export * from "./StaffPlannings.ts"
export * from "./StaffPublishing.ts"
export * from "./StaffRequests.ts"
export * from "./Statements.ts"
