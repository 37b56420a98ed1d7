/**
 * Signing in and out, and choosing a password (S7-S18, S38, S139).
 */
import { Account } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api"
import { anyone, familyAtAnyStage, MayCall } from "./Caller.ts"
import { InCommune, Refusals, SessionSent, SignedInAtAnyStage } from "./Door.ts"
import { clean } from "./Input.ts"
import { problems } from "./Problem.ts"

const typed = Schema.String.pipe(Schema.check(Schema.isMaxLength(512)))

/** What is typed on the sign-in page. */
export const SignInInput = clean(Schema.Struct({ identifiant: typed, password: typed }))

/** `issued`: the password must be changed before anything else (S13). */
export const SignedInAs = Schema.Struct({ stage: Account.Stage })

/** Where signing out leads: the commune's own site (S139). */
export const SignedOutTo = Schema.Struct({ redirect: Schema.String })

/** `current` is asked for, except right after a sign-in with a password of staff. */
export const PasswordInput = clean(Schema.Struct({ current: Schema.NullOr(typed), next: typed }))

/** Whose password is forgotten (S10). */
export const ResetInput = clean(Schema.Struct({ identifiant: typed }))

/** The secret of a link, and the password chosen with it. */
export const RedeemInput = clean(Schema.Struct({ secret: typed, password: typed }))

/** The token travels in a cookie that scripts cannot read; no answer holds it. */
export class SessionGroup extends HttpApiGroup.make("session")
  .add(
    HttpApiEndpoint.put("changePassword", "/password", {
      payload: PasswordInput,
      error: problems(401, 409, 413, 415, 429)
    }).annotate(MayCall, familyAtAnyStage)
  )
  .middleware(SignedInAtAnyStage)
  .middleware(SessionSent)
  .add(
    HttpApiEndpoint.post("signIn", "/session", {
      payload: SignInInput,
      success: SignedInAs,
      error: problems(401, 403, 413, 415, 429)
    }).annotate(MayCall, anyone),
    HttpApiEndpoint.delete("signOut", "/session", { success: SignedOutTo, error: problems(403) }).annotate(
      MayCall,
      anyone
    ),
    HttpApiEndpoint.post("requestReset", "/password-resets", {
      payload: ResetInput,
      success: HttpApiSchema.Accepted,
      error: problems(403, 413, 415, 429)
    }).annotate(MayCall, anyone),
    HttpApiEndpoint.put("redeemLink", "/password-resets", {
      payload: RedeemInput,
      error: problems(403, 409, 413, 415)
    }).annotate(MayCall, anyone)
  )
  .prefix("/api")
  .middleware(InCommune)
  .middleware(Refusals) {}
