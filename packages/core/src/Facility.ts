/**
 * A place of care: the school restaurant, the after-school centre. Families write to it and
 * staff may be limited to some of them.
 *
 * @category model
 */
import { Schema } from "effect"

/** A short stable name, chosen by the commune: lower-case letters, digits, hyphens. */
export const FacilityId = Schema.String.pipe(
  Schema.check(Schema.isPattern(/^[a-z][a-z0-9-]{0,39}$/)),
  Schema.brand("FacilityId")
)
export type FacilityId = typeof FacilityId.Type

export const Facility = Schema.Struct({ id: FacilityId, label: Schema.NonEmptyString })
export interface Facility extends Schema.Schema.Type<typeof Facility> {}
