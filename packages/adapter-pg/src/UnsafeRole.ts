import { Data, Effect } from "effect"
import type { SqlClient, SqlError } from "effect/sql"

/** Why row security would not hold a role; `through` is the role it has the power from, itself or one it belongs to. */
export type UnsafeReason =
  | { readonly _tag: "Superuser"; readonly through: string }
  | { readonly _tag: "BypassesRowSecurity"; readonly through: string }
  | { readonly _tag: "OwnsSchema"; readonly through: string; readonly schema: string }
  | { readonly _tag: "OwnsTable"; readonly through: string; readonly table: string }

/** The application signed in as a role that row security does not hold. */
export class UnsafeRole extends Data.TaggedError("UnsafeRole")<{
  readonly role: string
  readonly reason: UnsafeReason
}> {
  override get message(): string {
    return describeUnsafeRole(this)
  }
}

/** One sentence in English for the terminal, with the cure. */
export const describeUnsafeRole = ({ role, reason }: UnsafeRole): string => {
  const through = reason.through === role ? "" : `, as a member of "${reason.through}",`
  const power = {
    Superuser: "is a superuser",
    BypassesRowSecurity: "bypasses row security",
    OwnsSchema: `owns the schema ${reason._tag === "OwnsSchema" ? reason.schema : ""}`,
    OwnsTable: `owns the table ${reason._tag === "OwnsTable" ? reason.table : ""}`
  }[reason._tag]
  return `The application may not run as "${role}", which${through} ${power}: one family could read another's data. Give DATABASE_URL a login that owns nothing, and DATABASE_OWNER_URL the one that migrates.`
}

/**
 * Fails with `UnsafeRole` when the role of this connection is superuser, bypasses row security or owns a schema or table
 * of the database, by itself or by any role it belongs to. Run at start, with the application's connection.
 */
export const refuseUnsafeRole = Effect.fnUntraced(function* (
  sql: SqlClient.SqlClient
): Effect.fn.Return<void, UnsafeRole | SqlError.SqlError> {
  const [row] = yield* sql<Found>`
    WITH mine AS (
      SELECT oid, rolname, rolsuper, rolbypassrls FROM pg_roles
      WHERE pg_has_role(session_user, oid, 'MEMBER') OR pg_has_role(current_user, oid, 'MEMBER')
    ), own AS (
      SELECT oid, nspname, nspowner FROM pg_namespace
      WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
    ), found AS (
      SELECT 1 AS rank, 'Superuser' AS tag, rolname, NULL::text AS thing FROM mine WHERE rolsuper
      UNION ALL SELECT 2, 'BypassesRowSecurity', rolname, NULL FROM mine WHERE rolbypassrls
      UNION ALL SELECT 3, 'OwnsTable', rolname, c.oid::regclass::text
        FROM pg_class c JOIN own ON own.oid = c.relnamespace JOIN mine ON mine.oid = c.relowner
        WHERE c.relkind IN ('r', 'p', 'm', 'f')
      UNION ALL SELECT 4, 'OwnsSchema', rolname, nspname FROM own JOIN mine ON mine.oid = own.nspowner
    )
    SELECT tag, rolname::text AS through, thing, session_user::text AS role FROM found
    ORDER BY rank, (rolname = session_user) DESC, rolname, thing LIMIT 1`
  if (row !== undefined) return yield* new UnsafeRole({ role: row.role, reason: reasonOf(row) })
})

interface Found {
  readonly tag: UnsafeReason["_tag"]
  readonly through: string
  readonly thing: string | null
  readonly role: string
}

const reasonOf = ({ tag, thing, through }: Found): UnsafeReason => {
  if (tag === "OwnsTable") return { _tag: tag, through, table: thing ?? "" }
  if (tag === "OwnsSchema") return { _tag: tag, through, schema: thing ?? "" }
  return { _tag: tag, through }
}
