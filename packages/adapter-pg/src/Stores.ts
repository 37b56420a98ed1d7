import { PgClient } from "@effect/sql-pg"
import { Effect, Layer, type Redacted } from "effect"
import { SqlClient } from "effect/sql"
import { refuseOldSchema } from "./OldSchema.ts"
import * as Accounts from "./stores/Accounts.ts"
import * as Communes from "./stores/Communes.ts"
import * as Documents from "./stores/Documents.ts"
import * as Families from "./stores/Families.ts"
import * as Homes from "./stores/Homes.ts"
import * as Ledgers from "./stores/Ledgers.ts"
import * as Mailboxes from "./stores/Mailboxes.ts"
import * as Outbox from "./stores/Outbox.ts"
import * as Plannings from "./stores/Plannings.ts"
import * as Records from "./stores/Records.ts"
import * as Requests from "./stores/Requests.ts"
import * as Staff from "./stores/Staff.ts"
import * as Writes from "./stores/Writes.ts"
import { refuseUnsafeRole } from "./UnsafeRole.ts"

/** Where the database is, signed in as the application. */
export interface StoreOptions {
  readonly url: Redacted.Redacted
  /** How many connections at most; 10 where nothing is said. */
  readonly connections?: number | undefined
}

/** The longest that a statement may take, in milliseconds: an interrupted request does not stop its statement. */
const statementTimeout = "15000"

/** The longest that a transaction may wait for its next statement, in milliseconds. */
const idleTimeout = "30000"

/** A page read at random costs what it costs in memory or on a solid-state disk; else small tables are read whole. */
const pageCost = "1.1"

const stores = Layer.mergeAll(
  Accounts.layer,
  Communes.layer,
  Documents.layer,
  Families.layer,
  Homes.layer,
  Ledgers.layer,
  Mailboxes.layer,
  Outbox.layer,
  Plannings.layer,
  Records.layer,
  Requests.layer,
  Staff.layer,
  Writes.layer
)

const client = ({ connections, url }: StoreOptions) =>
  PgClient.layer({
    url,
    multiplex: true,
    maxConnections: connections ?? 10,
    applicationName: "portail-famille",
    startupParameters: {
      statement_timeout: statementTimeout,
      idle_in_transaction_session_timeout: idleTimeout,
      random_page_cost: pageCost
    }
  })

/**
 * Every store on the PostgreSQL of that address, and the client itself for `ping`. Fails with `UnsafeRole` when row
 * security would not hold the login, with `OldSchema` when migrations lack, and with `SqlError` when the database
 * cannot be reached.
 */
export const layer = (options: StoreOptions) =>
  Layer.provideMerge(Layer.mergeAll(stores, Layer.effectDiscard(refuseUnfit)), client(options))

const refuseUnfit = Effect.flatMap(SqlClient.SqlClient, (sql) =>
  Effect.andThen(refuseUnsafeRole(sql), refuseOldSchema(sql))
)

/** Whether the database answers, for readiness: fails with `SqlError` when it does not. */
export const ping = Effect.asVoid(Effect.flatMap(SqlClient.SqlClient, (sql) => sql`SELECT 1`))
