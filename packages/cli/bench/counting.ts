/**
 * What a request costs the database. Round trips are counted on the wire, by a relay before PostgreSQL that counts its
 * `ReadyForQuery`; rows by PostgreSQL's own statistics: entries that index scans gave plus rows that table scans read.
 */
import { once } from "node:events"
import { connect, createServer } from "node:net"
import { PgClient } from "@effect/sql-pg"
import { Effect, Redacted } from "effect"
import { SqlClient } from "effect/sql"

/** A relay to PostgreSQL on the loopback: the same address through it, and the round trips made so far. */
interface Relay {
  readonly url: Redacted.Redacted
  readonly roundTrips: () => number
}

/** Opens a relay before the PostgreSQL of that address, until the scope closes. */
export const relay = (target: Redacted.Redacted) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.promise(async () => {
        const url = new URL(Redacted.value(target))
        const host = decodeURIComponent(url.hostname)
        const port = Number(url.port || 5432)
        let ready = 0
        const listener = createServer((near) => {
          const far = host.startsWith("/") ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
          const count = messageCounter("Z", () => ready++)
          far.on("data", count)
          near.pipe(far).pipe(near)
          near.on("error", () => far.destroy())
          far.on("error", () => near.destroy())
        }).listen(0, "127.0.0.1")
        await once(listener, "listening")
        const address = listener.address()
        url.port = typeof address === "object" && address !== null ? String(address.port) : ""
        url.hostname = "127.0.0.1"
        return { listener, relay: { url: Redacted.make(url.href), roundTrips: () => ready } satisfies Relay }
      }),
      ({ listener }) => Effect.sync(() => listener.close())
    ),
    ({ relay }) => relay
  )

/** Counts the messages of a kind in PostgreSQL's stream: a letter, then a length that counts itself, then a body. */
const messageCounter = (kind: string, seen: () => void) => {
  let begun = Buffer.alloc(0)
  return (chunk: Buffer): void => {
    const bytes = Buffer.concat([begun, chunk])
    let at = 0
    while (bytes.length - at >= 5) {
      const end = at + 1 + bytes.readUInt32BE(at + 1)
      if (end > bytes.length) break
      if (bytes[at] === kind.charCodeAt(0)) seen()
      at = end
    }
    begun = bytes.subarray(at)
  }
}

/**
 * The rows that the tables of the portal gave since they were made. A connection hands in its counts when it closes,
 * so ask when the server has stopped.
 */
export const rowsRead = (adminUrl: Redacted.Redacted) =>
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const [found] = yield* sql<{ rows: number }>`SELECT
      ((SELECT sum(idx_tup_read) FROM pg_stat_user_indexes) + (SELECT sum(seq_tup_read) FROM pg_stat_user_tables))::float8
        AS rows`
    return found?.rows ?? 0
  }).pipe(Effect.provide(PgClient.layer({ url: adminUrl, maxConnections: 1 })))
