import type { AdultId } from "@portail-famille/core/Adult"
import type { Message, MessageId } from "@portail-famille/core/Message"
import { NotFound } from "@portail-famille/core/services/Families"
import { Mailboxes } from "@portail-famille/core/services/Mailboxes"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { withCommune } from "../WithCommune.ts"
import { first, only, toDate, toInstant, toInstantOrNull } from "./Answers.ts"

/** Messages on PostgreSQL. */
export const layer: Layer.Layer<Mailboxes, never, SqlClient.SqlClient> = Layer.effect(
  Mailboxes,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const inCommune = withCommune(sql)
    return Mailboxes.of({
      post: (commune, { body, from, recipient, subject }, at) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            if (!(yield* first(sql`SELECT FROM adult WHERE id = ${recipient}`)))
              return yield* new NotFound({ what: "adult" })
            return messageOf(
              yield* only(
                sql<MessageRow>`INSERT INTO message ${sql.insert({
                  recipient_id: recipient,
                  sender: from,
                  subject,
                  body,
                  posted_at: toDate(at)
                })} RETURNING *`
              )
            )
          })
        ),
      ofAdult: (commune, adult) =>
        inCommune(
          commune,
          Effect.map(sql<MessageRow>`SELECT * FROM message WHERE recipient_id = ${adult} ORDER BY id DESC`, (rows) =>
            rows.map(messageOf)
          )
        ),
      find: (commune, id) =>
        inCommune(
          commune,
          Effect.map(first(sql<MessageRow>`SELECT * FROM message WHERE id = ${id}`), (row) => row && messageOf(row))
        ),
      markRead: (commune, id, at) =>
        inCommune(
          commune,
          Effect.asVoid(sql`UPDATE message SET read_at = ${toDate(at)} WHERE id = ${id} AND read_at IS NULL`)
        )
    })
  })
)

interface MessageRow {
  readonly id: number
  readonly recipient_id: number
  readonly sender: string
  readonly subject: string
  readonly body: string
  readonly posted_at: Date
  readonly read_at: Date | null
}

const messageOf = (row: MessageRow): Message => ({
  id: row.id as MessageId,
  recipient: row.recipient_id as AdultId,
  from: row.sender,
  subject: row.subject,
  body: row.body,
  postedAt: toInstant(row.posted_at),
  readAt: toInstantOrNull(row.read_at)
})
