/**
 * The place where messages from staff to an adult are kept (S126-S129).
 */
import { Context, DateTime, Effect } from "effect"
import { type Actor, type AdultActor, may } from "../Access.ts"
import type { AdultId } from "../Adult.ts"
import type { CommuneId, ServedCommune } from "../Commune.ts"
import type { Message, MessageId, MessageRecord } from "../Message.ts"
import { NotFound, requireStaff } from "./Families.ts"
import { trace } from "./Records.ts"
import { Writes } from "./Writes.ts"

export class Mailboxes extends Context.Service<
  Mailboxes,
  {
    readonly post: (commune: CommuneId, record: MessageRecord, at: DateTime.Utc) => Effect.Effect<Message, NotFound>
    /** An adult's messages, newest first. */
    readonly ofAdult: (commune: CommuneId, adult: AdultId) => Effect.Effect<ReadonlyArray<Message>>
    readonly find: (commune: CommuneId, id: MessageId) => Effect.Effect<Message | undefined>
    /** Marks a message as read; the first time counts. */
    readonly markRead: (commune: CommuneId, id: MessageId, at: DateTime.Utc) => Effect.Effect<void>
  }
>()("@portail-famille/core/services/Mailboxes") {}

/** The adult's inbox (S128). */
export const listMessages = Effect.fnUntraced(function* (commune: ServedCommune, actor: AdultActor) {
  return yield* (yield* Mailboxes).ofAdult(commune.id, actor.adultId)
})

/** Opens a message: from then on the counter no longer counts it (S20). */
export const readMessage = Effect.fnUntraced(function* (commune: ServedCommune, actor: AdultActor, id: MessageId) {
  const mailboxes = yield* Mailboxes
  const message = yield* mailboxes.find(commune.id, id)
  if (message === undefined || !may(actor, { _tag: "ReadMessage", recipient: message.recipient }))
    return yield* new NotFound({ what: "message" })
  if (message.readAt !== null) return message
  const now = yield* DateTime.now
  yield* mailboxes.markRead(commune.id, id, now)
  return { ...message, readAt: now }
})

/** Posts a message to an adult (S145). */
export const postMessage = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, record: MessageRecord) {
  yield* requireStaff(actor, "sendMessage", null)
  const mailboxes = yield* Mailboxes
  const now = yield* DateTime.now
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.tap(mailboxes.post(commune.id, record, now), ({ id }) => trace(commune, actor, "messagePosted", [id]))
  )
})
