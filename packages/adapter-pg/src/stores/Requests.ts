import type { Request } from "@portail-famille/core/Request"
import { type RequestLine, Requests } from "@portail-famille/core/services/Requests"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { withCommune } from "../WithCommune.ts"
import { first, toDate } from "./Answers.ts"
import { type RequestRow, requestOf } from "./RequestRows.ts"

type LineRow = RequestRow & { readonly first_name: string; readonly last_name: string }

/** Requests found again on PostgreSQL. */
export const layer: Layer.Layer<Requests, never, SqlClient.SqlClient> = Layer.effect(
  Requests,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const inCommune = withCommune(sql)
    return Requests.of({
      find: (commune, id) =>
        inCommune(
          commune,
          Effect.map(
            first(sql<RequestRow>`SELECT * FROM request WHERE id = ${id}`),
            (row): Request | undefined => row && requestOf(row)
          )
        ),
      ofAdult: (commune, adult, since) =>
        inCommune(
          commune,
          Effect.map(
            sql<LineRow>`SELECT r.*, c.first_name, c.last_name
              FROM child_adult l JOIN child c ON c.id = l.child_id JOIN request r ON r.child_id = c.id
              WHERE l.adult_id = ${adult} AND l.authority <> 'none' AND (r.state IN ('Waiting', 'Waitlisted')
                OR r.asked_at >= ${toDate(since)} OR r.state_at >= ${toDate(since)})
              ORDER BY r.id DESC`,
            lines
          )
        ),
      waiting: (commune, { activities, after, limit }) =>
        inCommune(
          commune,
          Effect.map(
            sql<LineRow>`SELECT r.*, c.first_name, c.last_name FROM request r JOIN child c ON c.id = r.child_id
              WHERE r.state IN ('Waiting', 'Waitlisted') AND r.id > ${after ?? 0}
                AND r.activity_id = ANY (${activities}::text[])
              ORDER BY r.id LIMIT ${limit}`,
            lines
          )
        )
    })
  })
)

const lines = (rows: ReadonlyArray<LineRow>): ReadonlyArray<RequestLine> =>
  rows.map((row) => ({ request: requestOf(row), child: { firstName: row.first_name, lastName: row.last_name } }))
