import { Effect } from "effect"
import { Migrator, SqlClient } from "effect/sql"
import { communes } from "./0001_communes.ts"
import { families } from "./0002_families.ts"
import { logins } from "./0003_logins.ts"
import { plannings } from "./0004_plannings.ts"
import { ledgers } from "./0005_ledgers.ts"
import { desk } from "./0006_desk.ts"
import { visits } from "./0007_visits.ts"
import { jobs } from "./0008_jobs.ts"

const all = (statements: ReadonlyArray<string>) =>
  Effect.flatMap(SqlClient.SqlClient, (sql) =>
    Effect.forEach(statements, (statement) => sql.unsafe(statement), { discard: true })
  )

/** The schema, in the order in which it grew. A migration that was released is never changed: another one follows. */
const migrations = {
  "0001_communes": all(communes),
  "0002_families": all(families),
  "0003_logins": all(logins),
  "0004_plannings": all(plannings),
  "0005_ledgers": all(ledgers),
  "0006_desk": all(desk),
  "0007_visits": all(visits),
  "0008_jobs": all(jobs)
}

export const loader = Migrator.fromRecord(migrations)

/** What the migrations are called, without their numbers. */
export const names: ReadonlyArray<string> = Object.keys(migrations).map((key) => key.replace(/^\d+_/, ""))
