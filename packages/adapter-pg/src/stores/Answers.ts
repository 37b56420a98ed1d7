/** How what PostgreSQL answers becomes what ports speak of: first rows, instants, names of columns. */
import { Array as Arr, DateTime, Effect } from "effect"
import type { SqlClient, SqlError, Statement } from "effect/sql"

/** The first row of an answer, or `undefined`. */
export const first = <A extends object>(
  statement: Statement.Statement<A>
): Effect.Effect<A | undefined, SqlError.SqlError> => Effect.map(statement, ([row]) => row)

/** The row that a statement always gives. */
export const only = <A extends object>(statement: Statement.Statement<A>): Effect.Effect<A, SqlError.SqlError> =>
  Effect.flatMap(statement, ([row]) =>
    row === undefined ? Effect.die(new Error("A statement without its row")) : Effect.succeed(row)
  )

/** A parameter of an instant. */
export const toDate = (instant: DateTime.Utc): Date => new Date(instant.epochMilliseconds)

/** An instant from a column, or from milliseconds. */
export const toInstant = (at: Date | number): DateTime.Utc => DateTime.makeUnsafe(at)

/** An instant that may lack. */
export const toInstantOrNull = (at: Date | number | null): DateTime.Utc | null => (at === null ? null : toInstant(at))

/** "homePhone" is the column home_phone. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** Inserts the rows in one statement, if there are any; `then` is what follows the values. */
export const insertAll = (
  sql: SqlClient.SqlClient,
  table: string,
  rows: ReadonlyArray<Record<string, unknown>>,
  then: string = ""
): Effect.Effect<void, SqlError.SqlError> =>
  Arr.isReadonlyArrayNonEmpty(rows)
    ? Effect.asVoid(sql`INSERT INTO ${sql(table)} ${sql.insert(rows)} ${sql.literal(then)}`)
    : Effect.void
