/**
 * How a store acts for one commune: in a transaction whose setting row security reads. The setting is never kept
 * in a session, because connections are shared.
 */
import type { CommuneId } from "@portail-famille/core/Commune"
import { Context, Effect } from "effect"
import { type SqlClient, SqlError } from "effect/sql"

/** The commune of the transaction that the fiber runs, or `null` outside of one. */
const CurrentCommune = Context.Reference<CommuneId | null>("@portail-famille/adapter-pg/CurrentCommune", {
  defaultValue: () => null
})

/** Turns failures of the machine into defects; errors that have a name stay. */
export const machine = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, Exclude<E, SqlError.SqlError>, R> =>
  Effect.catch(effect, (error) =>
    SqlError.isSqlError(error) ? Effect.die(error) : Effect.fail(error as Exclude<E, SqlError.SqlError>)
  )

/** Runs an effect for a commune, whole. */
export type WithCommune = <A, E, R>(
  commune: CommuneId,
  effect: Effect.Effect<A, E, R>
) => Effect.Effect<A, Exclude<E, SqlError.SqlError>, R>

/**
 * Runs an effect in a transaction of that commune: all of it is written or nothing. Inside a transaction of the same
 * commune it joins; inside one of another commune it dies.
 */
export const withCommune =
  (sql: SqlClient.SqlClient): WithCommune =>
  (commune, effect) =>
    Effect.flatMap(CurrentCommune, (current) => {
      if (current === commune) return machine(effect)
      if (current !== null) return Effect.die(new Error("A write within a write of another commune"))
      return Effect.andThen(sql`SELECT set_config('portail.commune', ${String(commune)}, true)`, effect).pipe(
        Effect.provideService(CurrentCommune, commune),
        sql.withTransaction,
        machine
      )
    })

/** Runs an effect outside of the fiber's transaction, on a connection of its own. */
export const apart =
  (sql: SqlClient.SqlClient) =>
  <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.contextWith((context: Context.Context<R>) => {
      const bare = Context.omit(sql.transactionService)(context as Context.Context<R | SqlClient.TransactionConnection>)
      const alone = Effect.provideService(effect, CurrentCommune, null)
      return Effect.updateContext(alone, (): Context.Context<R> => bare as Context.Context<R>)
    })
