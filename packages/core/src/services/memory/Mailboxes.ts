/** Messages in memory. */
import { Effect, Layer, Result } from "effect"
import { type Message, MessageId } from "../../Message.ts"
import { NotFound } from "../Families.ts"
import { Mailboxes } from "../Mailboxes.ts"
import { next } from "./Rows.ts"
import { change, Store } from "./Store.ts"

/** Mailboxes over the shared store. */
export const layer: Layer.Layer<Mailboxes, never, Store> = Layer.effect(
  Mailboxes,
  Effect.gen(function* () {
    const { read, step } = yield* Store
    return Mailboxes.of({
      post: (commune, record, at) =>
        step(commune, (rows) => {
          if (!rows.adults.some(({ adult }) => adult.id === record.recipient))
            return Result.fail(new NotFound({ what: "adult" }))
          const { counters, id } = next(rows, "message")
          const message: Message = { ...record, id: MessageId.make(id), postedAt: at, readAt: null }
          return Result.succeed([message, { ...rows, counters, messages: [...rows.messages, message] }])
        }),
      ofAdult: (commune, adult) =>
        read(commune, ({ messages }) => messages.filter(({ recipient }) => recipient === adult).toReversed()),
      find: (commune, id) => read(commune, ({ messages }) => messages.find((message) => message.id === id)),
      markRead: (commune, id, at) =>
        step(
          commune,
          change((rows) => ({
            ...rows,
            messages: rows.messages.map((message) =>
              message.id === id ? { ...message, readAt: message.readAt ?? at } : message
            )
          }))
        )
    })
  })
)
