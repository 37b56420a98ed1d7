/**
 * A child, and the links that say which adult is what to this child: parental authority, the
 * right to book. Rights live on the link, never on the family: two separated parents may differ.
 */
import { Schema } from "effect"
import { AdultId, Relationship } from "./Adult.ts"
import { Day } from "./Day.ts"

export const ChildId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("ChildId"))
export type ChildId = typeof ChildId.Type

/** What staff write when they open a child's file. */
export const ChildRecord = Schema.Struct({
  firstName: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(80))),
  lastName: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(80))),
  birthDay: Day
})
export interface ChildRecord extends Schema.Schema.Type<typeof ChildRecord> {}

export const Child = Schema.Struct({ id: ChildId, ...ChildRecord.fields })
export interface Child extends Schema.Schema.Type<typeof Child> {}

/** Parental authority of one adult over one child (decisions on S43, S66). */
export const ParentalAuthority = Schema.Literals(["full", "restricted", "none"])
export type ParentalAuthority = typeof ParentalAuthority.Type

/** The link between an adult and a child. */
export const ChildAdult = Schema.Struct({
  childId: ChildId,
  adultId: AdultId,
  relationship: Relationship,
  authority: ParentalAuthority,
  mayBook: Schema.Boolean
})
export interface ChildAdult extends Schema.Schema.Type<typeof ChildAdult> {}

/** Whether this link lets the adult see the child's planning and requests. Without authority, nothing is seen. */
export const seesChild = (link: ChildAdult | undefined): boolean => link !== undefined && link.authority !== "none"

/** Whether this link lets the adult ask for bookings and declare absences. */
export const booksForChild = (link: ChildAdult | undefined): boolean =>
  link !== undefined && link.authority !== "none" && link.mayBook
