/**
 * What is known of a request once it has come through the door: the commune, and who is asking.
 */
import type { Access, Commune, Session } from "@portail-famille/core"
import type { Visitor } from "@portail-famille/core/services/Accounts"
import { Context } from "effect"

/** The commune under whose host the request came. */
export class CurrentCommune extends Context.Service<CurrentCommune, Commune.ServedCommune>()(
  "@portail-famille/http/CurrentCommune"
) {}

/** The digest of the session's token; whether the session holds is not known yet. */
export class CurrentDigest extends Context.Service<CurrentDigest, Session.TokenDigest>()(
  "@portail-famille/http/CurrentDigest"
) {}

/** The adult whose session holds. */
export class CurrentVisitor extends Context.Service<CurrentVisitor, Visitor>()(
  "@portail-famille/http/CurrentVisitor"
) {}

/** The member of staff whose token was shown. */
export class CurrentStaff extends Context.Service<CurrentStaff, Access.StaffActor>()(
  "@portail-famille/http/CurrentStaff"
) {}

/** Under whose name a write's key is remembered: "adult:12", "staff:3". */
export class KeyOwner extends Context.Service<KeyOwner, string>()("@portail-famille/http/KeyOwner") {}
