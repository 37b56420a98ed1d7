/**
 * A message that staff posted to one adult. Text is text: nothing in it is ever interpreted.
 */
import { Schema } from "effect"
import { AdultId } from "./Adult.ts"

export const MessageId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("MessageId"))
export type MessageId = typeof MessageId.Type

/** What staff write; `from` is how the sender is named to the family. */
export const MessageRecord = Schema.Struct({
  recipient: AdultId,
  from: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(120))),
  subject: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(150))),
  body: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(10_000)))
})
export interface MessageRecord extends Schema.Schema.Type<typeof MessageRecord> {}

export const Message = Schema.Struct({
  id: MessageId,
  ...MessageRecord.fields,
  postedAt: Schema.DateTimeUtcFromString,
  readAt: Schema.NullOr(Schema.DateTimeUtcFromString)
})
export interface Message extends Schema.Schema.Type<typeof Message> {}

/** Whether the counter counts it (S20, S29). */
export const isUnread = (message: Message): boolean => message.readAt === null
