/**
 * A commune is data: its identity, where it is reached, its facilities and activities, its
 * calendar, its régies, its policies. One document of this shape is all that a portal needs to
 * serve another commune (S1-S12, S25, S100).
 */
import { Schema } from "effect"
import { Activity } from "./Activity.ts"
import { CollectionOffice } from "./CollectionOffice.ts"
import { TimeZoneId } from "./Day.ts"
import { WebAddress } from "./Document.ts"
import { Facility } from "./Facility.ts"
import { PasswordPolicy } from "./PasswordPolicy.ts"
import { ListedFrom } from "./Request.ts"
import { SchoolZone } from "./SchoolCalendar.ts"
import { SessionPolicy } from "./Session.ts"

export const CommuneId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("CommuneId"))
export type CommuneId = typeof CommuneId.Type

/** The stable name of a commune in the files and on the command line. */
export const CommuneSlug = Schema.String.pipe(
  Schema.check(Schema.isPattern(/^[a-z][a-z0-9-]{0,59}$/)),
  Schema.brand("CommuneSlug")
)
export type CommuneSlug = typeof CommuneSlug.Type

/** A host name without its port, lower case: requests are served by exact match. */
export const Host = Schema.String.pipe(Schema.check(Schema.isPattern(/^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/)))

/** The configuration document of a commune. */
export const Commune = Schema.Struct({
  slug: CommuneSlug,
  /** "CHÊNEX", as the portal writes it. */
  name: Schema.NonEmptyString,
  department: Schema.Struct({
    code: Schema.String.pipe(Schema.check(Schema.isPattern(/^(\d{2}|2[AB]|97\d)$/))),
    name: Schema.NonEmptyString
  }),
  postcode: Schema.String.pipe(Schema.check(Schema.isPattern(/^\d{5}$/))),
  /** The name the commune gave its portal ("E-enfance", "Portail Famille"). */
  portalName: Schema.NonEmptyString,
  hosts: Schema.NonEmptyArray(Host),
  timeZone: TimeZoneId,
  schoolZone: SchoolZone,
  contact: Schema.Struct({ label: Schema.NonEmptyString, phone: Schema.NonEmptyString, email: Schema.NonEmptyString }),
  /** Where signing out leads, and which other origin may post the sign-in form. */
  site: Schema.Struct({ home: WebAddress, origin: Schema.NullOr(WebAddress) }),
  facilities: Schema.NonEmptyArray(Facility),
  activities: Schema.NonEmptyArray(Activity),
  collectionOffices: Schema.NonEmptyArray(CollectionOffice),
  passwordPolicy: PasswordPolicy,
  sessions: SessionPolicy,
  requestsListedFrom: ListedFrom,
  /** Calendar days after a medical absence within which the certificate is expected (S111). */
  certificateDays: Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 0, maximum: 60 }))),
  /** The message on the home page until staff set another (S25, S42). */
  banner: Schema.String
})
export interface Commune extends Schema.Schema.Type<typeof Commune> {}

/** A commune as it is served: its document, under the number by which every row belongs to it. */
export interface ServedCommune extends Commune {
  readonly id: CommuneId
}

/** What contradicts itself in a document: an activity of no facility, the same name twice. */
export class CommuneRefused extends Schema.TaggedError<CommuneRefused>()("CommuneRefused", {
  problems: Schema.NonEmptyArray(
    Schema.Struct({
      _tag: Schema.Literals([
        "unknownFacility",
        "duplicateFacility",
        "duplicateActivity",
        "duplicateOffice",
        "duplicatePrefix"
      ]),
      id: Schema.String
    })
  )
}) {}

/** All that contradicts itself in the document, at once; `null` when it holds. */
export const refusal = (commune: Commune): CommuneRefused | null => {
  const facilities = new Set<string>(commune.facilities.map(({ id }) => id))
  const [first, ...rest] = [
    ...commune.activities
      .filter(({ facilityId }) => !facilities.has(facilityId))
      .map(({ id }) => ({ _tag: "unknownFacility" as const, id: id as string })),
    ...repeated(commune.facilities.map(({ id }) => id)).map((id) => ({ _tag: "duplicateFacility" as const, id })),
    ...repeated(commune.activities.map(({ id }) => id)).map((id) => ({ _tag: "duplicateActivity" as const, id })),
    ...repeated(commune.collectionOffices.map(({ id }) => id)).map((id) => ({ _tag: "duplicateOffice" as const, id })),
    ...repeated(commune.collectionOffices.map(({ prefix }) => prefix)).map((id) => ({
      _tag: "duplicatePrefix" as const,
      id
    }))
  ]
  return first === undefined ? null : new CommuneRefused({ problems: [first, ...rest] })
}

const repeated = (names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name, i) => names.indexOf(name) !== i)
