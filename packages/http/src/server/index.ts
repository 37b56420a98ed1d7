/**
 * The portal's server, and the pieces of it that pages are made with.
 */
export { CurrentCommune } from "../Current.ts"
export { clientAddress } from "./ClientAddress.ts"
export { cookieName, sessionDigest, withoutSession, withSession } from "./Cookies.ts"
export { type FormFields, formOnce, keyField } from "./Forms.ts"
export { front, maxBytes } from "./Front.ts"
export { isFromHere, isSafe, pathOf } from "./Guard.ts"
export { fingerprintOf, once, type WriteKey } from "./Idempotency.ts"
export { Incidents, incident } from "./Incidents.ts"
export { Readiness } from "./Readiness.ts"
export { problemResponse, refusing, statuses, toProblem, transportProblem } from "./Refusal.ts"
export { api } from "./Routes.ts"
export { withSecurityHeaders } from "./SecurityHeaders.ts"
export { app, type ServeOptions, serve } from "./Server.ts"
export { isSecure, Settings } from "./Settings.ts"
export { communeOf, hostOf } from "./Tenant.ts"
