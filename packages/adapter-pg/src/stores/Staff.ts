import type { StaffId, StaffRole } from "@portail-famille/core/Access"
import type { FacilityId } from "@portail-famille/core/Facility"
import { NotFound } from "@portail-famille/core/services/Families"
import { Staff, type StaffToken } from "@portail-famille/core/services/Staff"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { withCommune } from "../WithCommune.ts"
import { first, only, toDate, toInstant, toInstantOrNull } from "./Answers.ts"

/** Named staff and their tokens on PostgreSQL. */
export const layer: Layer.Layer<Staff, never, SqlClient.SqlClient> = Layer.effect(
  Staff,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const inCommune = withCommune(sql)
    return Staff.of({
      add: (commune, digest, { expiresAt, facilities, name, roles }) =>
        inCommune(
          commune,
          Effect.map(
            only(
              sql<StaffRow>`INSERT INTO staff ${sql.insert({
                digest,
                name,
                roles,
                facilities,
                expires_at: toDate(expiresAt)
              })} RETURNING *`
            ),
            memberOf
          )
        ),
      byToken: (commune, digest) =>
        inCommune(
          commune,
          Effect.map(first(sql<StaffRow>`SELECT * FROM staff WHERE digest = ${digest}`), (row) => row && memberOf(row))
        ),
      revoke: (commune, id, at) =>
        inCommune(
          commune,
          Effect.flatMap(
            first(sql`UPDATE staff SET revoked_at = coalesce(revoked_at, ${toDate(at)}) WHERE id = ${id} RETURNING id`),
            (row) => (row === undefined ? Effect.fail(new NotFound({ what: "staff" })) : Effect.void)
          )
        ),
      list: (commune) =>
        inCommune(
          commune,
          Effect.map(sql<StaffRow>`SELECT * FROM staff ORDER BY id`, (rows) => rows.map(memberOf))
        )
    })
  })
)

interface StaffRow {
  readonly id: number
  readonly name: string
  readonly roles: ReadonlyArray<string>
  readonly facilities: ReadonlyArray<string> | null
  readonly expires_at: Date
  readonly revoked_at: Date | null
}

const memberOf = (row: StaffRow): StaffToken => ({
  staffId: row.id as StaffId,
  name: row.name,
  roles: row.roles as ReadonlyArray<string> as readonly [StaffRole, ...ReadonlyArray<StaffRole>],
  facilities: row.facilities as readonly [FacilityId, ...ReadonlyArray<FacilityId>] | null,
  expiresAt: toInstant(row.expires_at),
  revokedAt: toInstantOrNull(row.revoked_at)
})
