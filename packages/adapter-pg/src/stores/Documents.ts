import type { Document, DocumentId } from "@portail-famille/core/Document"
import { Documents } from "@portail-famille/core/services/Documents"
import { NotFound } from "@portail-famille/core/services/Families"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { withCommune } from "../WithCommune.ts"
import { first, only } from "./Answers.ts"

/** Published links and the banner on PostgreSQL. */
export const layer: Layer.Layer<Documents, never, SqlClient.SqlClient> = Layer.effect(
  Documents,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const inCommune = withCommune(sql)
    return Documents.of({
      list: (commune) => inCommune(commune, sql<Document>`SELECT id, label, url FROM document ORDER BY id`),
      publish: (commune, { label, url }) =>
        inCommune(
          commune,
          Effect.map(
            only(sql<{ id: number }>`INSERT INTO document ${sql.insert({ label, url })} RETURNING id`),
            ({ id }) => ({ id: id as DocumentId, label, url })
          )
        ),
      remove: (commune, id) =>
        inCommune(
          commune,
          Effect.flatMap(first(sql`DELETE FROM document WHERE id = ${id} RETURNING id`), (gone) =>
            gone === undefined ? Effect.fail(new NotFound({ what: "document" })) : Effect.void
          )
        ),
      banner: (commune) =>
        inCommune(
          commune,
          Effect.map(first(sql<{ text: string }>`SELECT text FROM banner`), (row) => row?.text)
        ),
      setBanner: (commune, text) =>
        inCommune(
          commune,
          Effect.asVoid(
            sql`INSERT INTO banner ${sql.insert({ text })} ON CONFLICT (commune_id) DO UPDATE SET text = excluded.text`
          )
        )
    })
  })
)
