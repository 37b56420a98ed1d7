/**
 * An adult of a family file: who they are, how to reach them, where they work, what they
 * agreed to. Every field of the guide's record is here (S44-S80); an empty one is `null`.
 */
import { Schema } from "effect"

export const AdultId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("AdultId"))
export type AdultId = typeof AdultId.Type

/** A field of a record that may be empty; an empty one is shown as an empty row. */
const text = (max: number) => Schema.NullOr(Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(max))))

export const Title = Schema.Literals(["madame", "monsieur"])
export type Title = typeof Title.Type

export const MaritalStatus = Schema.Literals([
  "single",
  "married",
  "civilUnion",
  "cohabiting",
  "separated",
  "divorced",
  "widowed"
])
export type MaritalStatus = typeof MaritalStatus.Type

export const Relationship = Schema.Literals(["father", "mother", "guardian", "stepParent", "grandparent", "other"])
export type Relationship = typeof Relationship.Type

/** What an adult's record says. Its fields are the guide's, in the guide's order (S44-S65, S66-S80). */
export const AdultRecord = Schema.Struct({
  title: Schema.NullOr(Title),
  lastName: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(80))),
  firstName: Schema.NonEmptyString.pipe(Schema.check(Schema.isMaxLength(80))),
  relationship: Schema.NullOr(Relationship),
  maritalStatus: Schema.NullOr(MaritalStatus),
  address: text(200),
  postcode: text(10),
  city: text(80),
  homePhone: text(30),
  workPhone: text(30),
  mobilePhone: text(30),
  email: text(254),
  accountHolder: text(120),
  bankName: text(120),
  occupation: text(120),
  occupationCategory: text(120),
  employer: text(120),
  employerAddress: text(200),
  emailConsent: Schema.Boolean,
  smsConsent: Schema.Boolean,
  benefitScheme: text(80)
})
export interface AdultRecord extends Schema.Schema.Type<typeof AdultRecord> {}

/** An adult in the commune's files. `protected` keeps every contact field from the other adult, at any time. */
export const Adult = Schema.Struct({
  id: AdultId,
  ...AdultRecord.fields,
  protected: Schema.Boolean
})
export interface Adult extends Schema.Schema.Type<typeof Adult> {}

/** The record of an adult of whom only the name is known so far. */
export const named = (firstName: string, lastName: string): AdultRecord => ({
  title: null,
  lastName,
  firstName,
  relationship: null,
  maritalStatus: null,
  address: null,
  postcode: null,
  city: null,
  homePhone: null,
  workPhone: null,
  mobilePhone: null,
  email: null,
  accountHolder: null,
  bankName: null,
  occupation: null,
  occupationCategory: null,
  employer: null,
  employerAddress: null,
  emailConsent: false,
  smsConsent: false,
  benefitScheme: null
})
