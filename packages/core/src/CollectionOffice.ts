/**
 * A régie: the public office that collects. Its operations are numbered by kind behind its prefix
 * (S123). Where the Treasury collects, the portal cannot know payments and balance (S125).
 */
import { Schema } from "effect"

export const CollectionOfficeId = Schema.String.pipe(
  Schema.check(Schema.isPattern(/^[a-z][a-z0-9-]{0,39}$/)),
  Schema.brand("CollectionOfficeId")
)
export type CollectionOfficeId = typeof CollectionOfficeId.Type

/** Who collects: the commune itself, or a treasury whose name families are told. */
export const Collector = Schema.Union([
  Schema.TaggedStruct("Commune", {}),
  Schema.TaggedStruct("Treasury", { name: Schema.NonEmptyString })
])
export type Collector = typeof Collector.Type

export const CollectionOffice = Schema.Struct({
  id: CollectionOfficeId,
  label: Schema.NonEmptyString,
  /** Written before each number: "AL" gives "AL-36". */
  prefix: Schema.String.pipe(Schema.check(Schema.isPattern(/^[A-Z0-9]{1,8}$/))),
  collector: Collector
})
export interface CollectionOffice extends Schema.Schema.Type<typeof CollectionOffice> {}
