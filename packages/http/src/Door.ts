/**
 * What stands before every endpoint: the commune, the refusals, who is asking, and the key under
 * which a write happens once. The server says how; the documentation shows what.
 */
import { HttpApiMiddleware, HttpApiSecurity } from "effect/http-api"
import type { CurrentCommune, CurrentDigest, CurrentStaff, CurrentVisitor, KeyOwner } from "./Current.ts"
import { problems } from "./Problem.ts"

/** Everything that goes wrong becomes a problem: data that does not fit, failures of the machine. */
export class Refusals extends HttpApiMiddleware.Service<Refusals>()("@portail-famille/http/Refusals", {
  error: problems(400, 500, 503)
}) {}

/** The commune is the one of the Host header; there is no other. */
export class InCommune extends HttpApiMiddleware.Service<InCommune, { provides: CurrentCommune }>()(
  "@portail-famille/http/InCommune",
  { error: problems(404) }
) {}

/** The session's cookie, under its name on https; on plain http, which only loopback allows, it is "portail". */
export const sessionCookie = HttpApiSecurity.apiKey({ in: "cookie", key: "__Host-portail" })

/** A session was sent; whether it holds is read together with the page. */
export class SessionSent extends HttpApiMiddleware.Service<SessionSent, { provides: CurrentDigest }>()(
  "@portail-famille/http/SessionSent",
  { security: { session: sessionCookie }, error: problems(401, 403) }
) {}

/** The session holds, and the password is the adult's own. */
export class SignedIn extends HttpApiMiddleware.Service<
  SignedIn,
  { requires: CurrentCommune | CurrentDigest; provides: CurrentVisitor | KeyOwner }
>()("@portail-famille/http/SignedIn", { error: problems(401, 403) }) {}

/** The session holds; the password may still be the one of staff. */
export class SignedInAtAnyStage extends HttpApiMiddleware.Service<
  SignedInAtAnyStage,
  { requires: CurrentCommune | CurrentDigest; provides: CurrentVisitor }
>()("@portail-famille/http/SignedInAtAnyStage", { error: problems(401) }) {}

/** A member of staff, by bearer token. Whether they may is the workflow's to say (403). */
export class ByStaff extends HttpApiMiddleware.Service<
  ByStaff,
  { requires: CurrentCommune; provides: CurrentStaff | KeyOwner }
>()("@portail-famille/http/ByStaff", {
  security: { token: HttpApiSecurity.bearer },
  error: problems(401, 403)
}) {}

/** A write with an `Idempotency-Key` happens once: sent again, it gives the same answer. */
export class Once extends HttpApiMiddleware.Service<Once, { requires: CurrentCommune | KeyOwner }>()(
  "@portail-famille/http/Once",
  { error: problems(413, 415, 422) }
) {}
