/**
 * A document that the commune published for every family: a link with a label (S39-S41).
 */
import { Schema } from "effect"

export const DocumentId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("DocumentId"))
export type DocumentId = typeof DocumentId.Type

/** An address on the web, https or http, without credentials in it. */
export const WebAddress = Schema.String.pipe(
  Schema.check(Schema.isPattern(/^https?:\/\/[^\s/@:]+(:\d+)?(\/[^\s]*)?$/)),
  Schema.check(Schema.isMaxLength(500))
)

export const DocumentRecord = Schema.Struct({
  label: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(120))),
  url: WebAddress
})
export interface DocumentRecord extends Schema.Schema.Type<typeof DocumentRecord> {}

export const Document = Schema.Struct({ id: DocumentId, ...DocumentRecord.fields })
export interface Document extends Schema.Schema.Type<typeof Document> {}
