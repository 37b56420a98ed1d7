import { assert, describe, it } from "@effect/vitest"
import { Families } from "@portail-famille/core/services/Families"
import { examples } from "@portail-famille/core/testing"
import { Effect } from "effect"
import type { SqlClient } from "effect/sql"
import { layer } from "../src/index.ts"
import { connectedTo } from "./database.ts"
import { aCommune, migratedDatabase } from "./migrated.ts"

/** The tables, all but those named here, that row security does not hold or that have a key not led by the commune. */
const unheldTables = (sql: SqlClient.SqlClient) =>
  sql<{ fault: string }>`
    WITH kept AS (
      SELECT c.oid, c.relname, c.relrowsecurity AND c.relforcerowsecurity AS forced,
        (SELECT attnum FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'commune_id' AND a.attnotnull) AS commune
      FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname NOT IN ('commune', 'migration')
    )
    SELECT relname || ': no commune' AS fault FROM kept WHERE commune IS NULL
    UNION ALL SELECT relname || ': not forced' FROM kept WHERE NOT forced
    UNION ALL SELECT relname || ': policy ' || p.polname FROM kept JOIN pg_policy p ON p.polrelid = kept.oid
      WHERE p.polcmd <> '*' OR pg_get_expr(p.polqual, p.polrelid) <> pg_get_expr(p.polwithcheck, p.polrelid)
        OR pg_get_expr(p.polqual, p.polrelid) NOT LIKE '(commune_id = (NULLIF(current_setting(''portail.commune''%'
    UNION ALL SELECT relname || ': ' || (SELECT count(*) FROM pg_policy p WHERE p.polrelid = kept.oid) || ' policies'
      FROM kept WHERE (SELECT count(*) FROM pg_policy p WHERE p.polrelid = kept.oid) <> 1
    UNION ALL SELECT relname || ': index ' || i.indexrelid::regclass FROM kept JOIN pg_index i ON i.indrelid = kept.oid
      WHERE i.indkey[0] IS DISTINCT FROM commune
    UNION ALL SELECT relname || ': foreign key ' || k.conname FROM kept JOIN pg_constraint k ON k.conrelid = kept.oid
      WHERE k.contype = 'f' AND k.conkey[1] IS DISTINCT FROM commune
    ORDER BY 1`

const clocks =
  "\\m(now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\\s*\\(|\\m(current_timestamp|current_date|current_time|localtime|localtimestamp)\\M"

describe("the schema", () => {
  it.live("holds every table by forced row security and keys that the commune leads", () =>
    Effect.gen(function* () {
      const { ownerUrl } = yield* migratedDatabase
      yield* connectedTo(ownerUrl, (sql) =>
        Effect.gen(function* () {
          assert.deepStrictEqual(yield* unheldTables(sql), [])
          yield* sql`CREATE TABLE planted (id int PRIMARY KEY, commune_id int NOT NULL REFERENCES commune)`
          yield* sql`CREATE TABLE stray (id int)`
          assert.deepStrictEqual(
            (yield* unheldTables(sql)).map(({ fault }) => fault),
            [
              "planted: 0 policies",
              "planted: index planted_pkey",
              "planted: not forced",
              "stray: 0 policies",
              "stray: no commune",
              "stray: not forced"
            ]
          )
        })
      )
    })
  )

  it.live("asks the database for the time nowhere", () =>
    Effect.gen(function* () {
      const { ownerUrl } = yield* migratedDatabase
      const found = yield* connectedTo(
        ownerUrl,
        (sql) => sql`
          SELECT proname AS place FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosrc ~* ${clocks}
          UNION ALL SELECT d.adrelid::regclass::text FROM pg_attrdef d JOIN pg_class c ON c.oid = d.adrelid
            WHERE c.relnamespace = 'public'::regnamespace AND pg_get_expr(d.adbin, d.adrelid) ~* ${clocks}
          UNION ALL SELECT 'the pattern finds nothing' WHERE NOT 'x := now()' ~* ${clocks}`
      )
      assert.deepStrictEqual(found, [])
    })
  )

  it.live("belongs to the owner, and no function has more rights than who calls it", () =>
    Effect.gen(function* () {
      const { ownerUrl } = yield* migratedDatabase
      const found = yield* connectedTo(
        ownerUrl,
        (sql) => sql`
          SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relowner <> 'portail_owner'::regrole
          UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace
            AND (prosecdef OR proowner <> 'portail_owner'::regrole)`
      )
      assert.deepStrictEqual(found, [])
    })
  )
})

describe("the application", () => {
  it.live("finds nothing and writes nothing without a commune, nor in another's", () =>
    Effect.gen(function* () {
      const { appUrl } = yield* migratedDatabase
      const [one, other] = yield* Effect.gen(function* () {
        const one = yield* aCommune("un")
        yield* (yield* Families).open(one, examples.familyNumber)
        return [one, yield* aCommune("autre")] as const
      }).pipe(Effect.provide(layer({ url: appUrl })))
      yield* connectedTo(appUrl, (sql) =>
        Effect.gen(function* () {
          const count = sql`SELECT count(*)::int AS n FROM family`
          const refused = (statement: typeof count) =>
            Effect.map(Effect.flip(sql.withTransaction(statement)), ({ reason }) => reason._tag)
          const inside = (commune: number, statement: typeof count) =>
            sql.withTransaction(
              Effect.andThen(sql`SELECT set_config('portail.commune', ${String(commune)}, true)`, statement)
            )
          assert.deepStrictEqual(yield* count, [{ n: 0 }])
          assert.deepStrictEqual(yield* inside(one, count), [{ n: 1 }])
          assert.deepStrictEqual(yield* inside(other, count), [{ n: 0 }])
          assert.deepStrictEqual(yield* count, [{ n: 0 }])
          assert.strictEqual(yield* refused(sql`INSERT INTO family (number) VALUES ('1')`), "AuthorizationError")
          assert.strictEqual(
            yield* refused(sql`INSERT INTO family (commune_id, number) VALUES (${one}, '1')`),
            "AuthorizationError"
          )
          const across = inside(other, sql`INSERT INTO family (commune_id, number) VALUES (${one}, '1')`)
          assert.strictEqual((yield* Effect.flip(across)).reason._tag, "AuthorizationError")
        })
      )
    })
  )

  it.live("cannot change or remove what is only ever added to, nor the schema", () =>
    Effect.gen(function* () {
      const { appUrl } = yield* migratedDatabase
      yield* connectedTo(appUrl, (sql) =>
        Effect.forEach(
          [
            ...["audit", "operation", "allocation"].flatMap((table) => [
              sql`UPDATE ${sql(table)} SET commune_id = commune_id`,
              sql`DELETE FROM ${sql(table)}`,
              sql`TRUNCATE ${sql(table)}`
            ]),
            sql`ALTER TABLE audit DISABLE ROW LEVEL SECURITY`,
            sql`DROP POLICY of_commune ON family`,
            sql`DELETE FROM commune`,
            sql`DELETE FROM migration`
          ],
          (statement) =>
            Effect.map(Effect.flip(statement), ({ reason }) => assert.strictEqual(reason._tag, "AuthorizationError"))
        )
      )
    })
  )
})
