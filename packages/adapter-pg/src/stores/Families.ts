import type { AdultId } from "@portail-famille/core/Adult"
import type { ChildId } from "@portail-famille/core/Child"
import type { CommuneId } from "@portail-famille/core/Commune"
import { type FamilyId, type FamilyNumber, fullName } from "@portail-famille/core/Family"
import type { PayerId } from "@portail-famille/core/Payer"
import { Families, FamilyNumberTaken, NotFound, OtherFamily } from "@portail-famille/core/services/Families"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { machine, withCommune } from "../WithCommune.ts"
import { first, insertAll, only } from "./Answers.ts"
import { type AdultRow, adultColumns, adultOf, type FamilyJson, familyOf } from "./FamilyReading.ts"

/** Family files on PostgreSQL. */
export const layer: Layer.Layer<Families, never, SqlClient.SqlClient> = Layer.effect(
  Families,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const inCommune = withCommune(sql)

    const requireFamily = (family: FamilyId) =>
      Effect.filterOrFail(
        first(sql`SELECT FROM family WHERE id = ${family}`),
        (row) => row !== undefined,
        () => new NotFound({ what: "family" })
      )
    const familiesOf = (adults: ReadonlyArray<AdultId>) =>
      Effect.forEach(adults, (adult) =>
        Effect.flatMap(first(sql<{ family_id: number }>`SELECT family_id FROM adult WHERE id = ${adult}`), (row) =>
          row === undefined ? Effect.fail(new NotFound({ what: "adult" })) : Effect.succeed(row.family_id)
        )
      )
    const fileBy = (commune: CommuneId, family: FamilyId | null, adult: AdultId | null) =>
      machine(
        Effect.map(
          only(
            sql<{
              file: FamilyJson | null
            }>`SELECT family_file(${commune}, ${family}::bigint, ${adult}::bigint) AS file`
          ),
          ({ file }) => (file === null ? undefined : familyOf(file))
        )
      )

    return Families.of({
      open: (commune, number) =>
        inCommune(
          commune,
          Effect.flatMap(
            first(
              sql<{ id: number }>`INSERT INTO family ${sql.insert({ number })}
                ON CONFLICT (commune_id, number) DO NOTHING RETURNING id`
            ),
            (row) =>
              row === undefined ? Effect.fail(new FamilyNumberTaken({ number })) : Effect.succeed(row.id as FamilyId)
          )
        ),
      addAdult: (commune, family, record) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            yield* requireFamily(family)
            const { id } = yield* only(
              sql<{ id: number }>`INSERT INTO adult ${sql.insert({
                family_id: family,
                ...adultColumns(record),
                protected: false
              })} RETURNING id`
            )
            return { ...record, id: id as AdultId, protected: false }
          })
        ),
      addChild: (commune, family, record) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            yield* requireFamily(family)
            const { id } = yield* only(
              sql<{ id: number }>`INSERT INTO child ${sql.insert({
                family_id: family,
                first_name: record.firstName,
                last_name: record.lastName,
                birth_day: record.birthDay
              })} RETURNING id`
            )
            return { ...record, id: id as ChildId }
          })
        ),
      link: (commune, { adultId, authority, childId, mayBook, relationship }) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            const child = yield* first(sql<{ family_id: number }>`SELECT family_id FROM child WHERE id = ${childId}`)
            if (child === undefined) return yield* new NotFound({ what: "child" })
            const [family] = yield* familiesOf([adultId])
            if (family !== child.family_id) return yield* new OtherFamily()
            yield* sql`INSERT INTO child_adult ${sql.insert({
              child_id: childId,
              adult_id: adultId,
              relationship,
              authority,
              may_book: mayBook
            })} ON CONFLICT (commune_id, child_id, adult_id) DO UPDATE SET
              relationship = excluded.relationship, authority = excluded.authority, may_book = excluded.may_book`
          })
        ),
      protect: (commune, adult, protect) =>
        inCommune(
          commune,
          Effect.flatMap(first(sql`UPDATE adult SET protected = ${protect} WHERE id = ${adult} RETURNING id`), (row) =>
            row === undefined ? Effect.fail(new NotFound({ what: "adult" })) : Effect.void
          )
        ),
      addPayer: (commune, adults) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            const [family, ...others] = yield* familiesOf(adults)
            if (family === undefined) return yield* new NotFound({ what: "adult" })
            if (others.some((other) => other !== family)) return yield* new OtherFamily()
            const { id } = yield* only(
              sql<{ id: number }>`INSERT INTO payer ${sql.insert({ family_id: family })} RETURNING id`
            )
            const members = adults.map((adult_id, position) => ({ payer_id: id, position, adult_id }))
            yield* insertAll(sql, "payer_adult", members)
            return { id: id as PayerId, adults }
          })
        ),
      file: (commune, family) => fileBy(commune, family, null),
      fileOf: (commune, adult) => fileBy(commune, null, adult),
      adult: (commune, adult) =>
        inCommune(commune, Effect.map(only(sql<AdultRow>`SELECT * FROM adult WHERE id = ${adult}`), adultOf)),
      payers: (commune, family) =>
        inCommune(
          commune,
          Effect.map(
            sql<{ id: number; adults: ReadonlyArray<number> }>`
              SELECT p.id, array_agg(a.adult_id ORDER BY a.position) AS adults
              FROM payer p JOIN payer_adult a ON a.payer_id = p.id
              WHERE p.family_id = ${family} GROUP BY p.id ORDER BY p.id`,
            (rows) =>
              rows.map(({ adults, id }) => ({
                id: id as PayerId,
                adults: adults as ReadonlyArray<unknown> as readonly [AdultId, ...Array<AdultId>]
              }))
          )
        ),
      list: (commune, { after, limit }) =>
        inCommune(
          commune,
          Effect.map(
            sql<{ id: number; number: string; names: ReadonlyArray<readonly [string, string]> }>`
              SELECT f.id, f.number, (
                SELECT coalesce(json_agg(json_build_array(a.first_name, a.last_name) ORDER BY a.id), '[]'::json)
                FROM adult a WHERE a.family_id = f.id
              ) AS names
              FROM family f
              WHERE f.number > coalesce((SELECT number FROM family WHERE id = ${after}::bigint), '')
              ORDER BY f.number LIMIT ${limit}`,
            (rows) =>
              rows.map(({ id, names, number }) => ({
                id: id as FamilyId,
                number: number as FamilyNumber,
                names: names.map(([firstName, lastName]) => fullName({ firstName, lastName }))
              }))
          )
        )
    })
  })
)
