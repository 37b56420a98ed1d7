import { PgClient } from "@effect/sql-pg"
import { Effect } from "effect"
import { SqlClient } from "effect/sql"
import { EmbeddedPostgres } from "../src/embedded/index.ts"

// A server to be killed: writes rows one after the other for ever, and says each number once the database acknowledged it.
const [dataDir = ""] = process.argv.slice(2)

const writeForEver = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`CREATE TABLE IF NOT EXISTS written (number int PRIMARY KEY)`
  for (let number = 1; ; number++) {
    yield* sql`INSERT INTO written VALUES (${number})`
    console.log(number)
  }
})

await EmbeddedPostgres.start({ dataDir }).pipe(
  Effect.flatMap(({ ownerUrl }) => Effect.provide(writeForEver, PgClient.layer({ url: ownerUrl }))),
  Effect.scoped,
  Effect.runPromise
)
