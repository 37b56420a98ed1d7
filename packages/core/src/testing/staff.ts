/** The laws of named staff and their tokens. */
import { Effect } from "effect"
import { expect } from "vitest"
import { FacilityId } from "../Facility.ts"
import { Staff, type StaffToken } from "../services/Staff.ts"
import { instant, refuses, same } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { emptyCommune, freshDigest } from "./world.ts"

const expiresAt = instant("2016-04-08T10:00:00Z")
const at = instant("2015-05-01T10:00:00Z")
const agent: Omit<StaffToken, "staffId" | "revokedAt"> = {
  name: "Hélène",
  roles: ["agent", "reader"],
  facilities: [FacilityId.make("restaurant")],
  expiresAt
}

export const staff: PortSuite = {
  port: "Staff",
  laws: {
    "a member is found by the token's digest, as named": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { add, byToken, list } = yield* Staff
      const [digest, other] = [freshDigest(), freshDigest()]
      const member = yield* add(id, digest, agent)
      const admin = yield* add(id, other, { name: "Luc", roles: ["admin"], facilities: null, expiresAt })
      same(member, { staffId: member.staffId, ...agent, revokedAt: null })
      same(yield* byToken(id, digest), member)
      same(yield* byToken(id, other), admin)
      same(yield* list(id), [member, admin])
      expect(yield* byToken(id, freshDigest())).toBeUndefined()
    }),

    "a token is revoked at an instant, the first one": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { add, byToken, list, revoke } = yield* Staff
      const digest = freshDigest()
      const member = yield* add(id, digest, agent)
      const kept = yield* add(id, freshDigest(), agent)
      yield* revoke(id, member.staffId, at)
      yield* revoke(id, member.staffId, expiresAt)
      same(yield* byToken(id, digest), { ...member, revokedAt: at })
      same(yield* list(id), [{ ...member, revokedAt: at }, kept])
    }),

    "another commune's staff are unknown": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const neighbour = yield* emptyCommune
      const { add, byToken, list, revoke } = yield* Staff
      const digest = freshDigest()
      const member = yield* add(id, digest, agent)
      expect(yield* byToken(neighbour.id, digest)).toBeUndefined()
      same(yield* list(neighbour.id), [])
      yield* refuses(revoke(neighbour.id, member.staffId, at), "NotFound")
      same(yield* byToken(id, digest), member)
    })
  }
}
