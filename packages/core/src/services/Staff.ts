/**
 * The place where the commune's staff are named and their tokens kept. A token is shown once, when
 * it is made; the portal keeps its digest, its expiry and whether it was revoked.
 */
import { Context, DateTime, Effect, Schema } from "effect"
import { type Actor, StaffActor, type StaffId, type StaffRole } from "../Access.ts"
import type { CommuneId, ServedCommune } from "../Commune.ts"
import type { FacilityId } from "../Facility.ts"
import type { TokenDigest } from "../Session.ts"
import { type NotFound, requireStaff } from "./Families.ts"
import { trace } from "./Records.ts"
import { Secrets } from "./Secrets.ts"
import { Writes } from "./Writes.ts"

/** A member of staff with the life of their token. */
export const StaffToken = Schema.Struct({
  staffId: StaffActor.fields.staffId,
  name: StaffActor.fields.name,
  roles: StaffActor.fields.roles,
  facilities: StaffActor.fields.facilities,
  expiresAt: Schema.DateTimeUtcFromString,
  revokedAt: Schema.NullOr(Schema.DateTimeUtcFromString)
})
export interface StaffToken extends Schema.Schema.Type<typeof StaffToken> {}

/** The token is unknown to this commune, has expired or was revoked. */
export class TokenRefused extends Schema.TaggedError<TokenRefused>()("TokenRefused", {}) {}

export class Staff extends Context.Service<
  Staff,
  {
    readonly add: (
      commune: CommuneId,
      digest: TokenDigest,
      member: Omit<StaffToken, "staffId" | "revokedAt">
    ) => Effect.Effect<StaffToken>
    readonly byToken: (commune: CommuneId, digest: TokenDigest) => Effect.Effect<StaffToken | undefined>
    readonly revoke: (commune: CommuneId, id: StaffId, at: DateTime.Utc) => Effect.Effect<void, NotFound>
    readonly list: (commune: CommuneId) => Effect.Effect<ReadonlyArray<StaffToken>>
  }
>()("@portail-famille/core/services/Staff") {}

/** Names a member of staff and makes their token, which is returned once. */
export const makeToken = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  input: {
    readonly name: string
    readonly roles: readonly [StaffRole, ...ReadonlyArray<StaffRole>]
    readonly facilities: readonly [FacilityId, ...ReadonlyArray<FacilityId>] | null
    readonly hours: number
  }
) {
  yield* requireStaff(actor, "configure", null)
  const secrets = yield* Secrets
  const staff = yield* Staff
  const token = yield* secrets.token
  const expiresAt = DateTime.add(yield* DateTime.now, { hours: input.hours })
  const { name, roles, facilities } = input
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.gen(function* () {
      const member = yield* staff.add(commune.id, secrets.digest(token), { name, roles, facilities, expiresAt })
      yield* trace(commune, actor, "staffTokenMade", [member.staffId])
      return { token, member }
    })
  )
})

/** Revokes the token of a member of staff, at once. */
export const revokeToken = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, id: StaffId) {
  yield* requireStaff(actor, "configure", null)
  const staff = yield* Staff
  const now = yield* DateTime.now
  yield* (yield* Writes).whole(
    commune.id,
    Effect.andThen(staff.revoke(commune.id, id, now), trace(commune, actor, "staffTokenRevoked", [id]))
  )
})

/** The member of staff whose token this is. */
export const staffOf = Effect.fnUntraced(function* (commune: ServedCommune, token: string) {
  const found = yield* (yield* Staff).byToken(commune.id, (yield* Secrets).digest(token))
  const now = yield* DateTime.now
  if (found === undefined || found.revokedAt !== null || now.epochMilliseconds >= found.expiresAt.epochMilliseconds)
    return yield* new TokenRefused()
  const { staffId, name, roles, facilities } = found
  return StaffActor.make({ staffId, name, roles, facilities })
})
