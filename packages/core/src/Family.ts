/**
 * The family file: a number, adults, children, and the links between them. What one adult sees
 * of the other is decided here, because separated parents share children, not addresses.
 */
import { Schema } from "effect"
import { Adult, AdultId, type AdultRecord } from "./Adult.ts"
import { booksForChild, Child, ChildAdult } from "./Child.ts"

export const FamilyId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("FamilyId"))
export type FamilyId = typeof FamilyId.Type

/** The public number of a household, as printed on its papers (S27, S45): up to 20 digits. */
export const FamilyNumber = Schema.String.pipe(
  Schema.check(Schema.isPattern(/^\d{1,20}$/)),
  Schema.brand("FamilyNumber")
)
export type FamilyNumber = typeof FamilyNumber.Type

/** An adult of the file, with whether a login of their own is active (S11). */
export const FamilyAdult = Schema.Struct({ adult: Adult, hasActiveLogin: Schema.Boolean })
export interface FamilyAdult extends Schema.Schema.Type<typeof FamilyAdult> {}

/** Everything a family file holds. Adults stand in the order staff gave them: the first is the guide's "responsable". */
export const FamilyFile = Schema.Struct({
  id: FamilyId,
  number: FamilyNumber,
  adults: Schema.Array(FamilyAdult),
  children: Schema.Array(Child),
  links: Schema.Array(ChildAdult)
})
export interface FamilyFile extends Schema.Schema.Type<typeof FamilyFile> {}

/**
 * What one adult may see of another: the whole record, or the name and the relation only.
 * Contact fields are shared until the other's login is active, and never when staff protect them
 * (decision on S11).
 */
export const AdultView = Schema.Union([
  Schema.TaggedStruct("Whole", { adult: Adult }),
  Schema.TaggedStruct("NameOnly", {
    id: AdultId,
    firstName: Schema.String,
    lastName: Schema.String,
    relationship: Adult.fields.relationship
  })
])
export type AdultView = typeof AdultView.Type

/** The view that `viewer` has of one adult of the same file. One's own record is always whole. */
export const viewOf = (viewer: AdultId, other: FamilyAdult): AdultView =>
  other.adult.id === viewer || (!other.hasActiveLogin && !other.adult.protected)
    ? { _tag: "Whole", adult: other.adult }
    : {
        _tag: "NameOnly",
        id: other.adult.id,
        firstName: other.adult.firstName,
        lastName: other.adult.lastName,
        relationship: other.adult.relationship
      }

/** The file as one of its adults sees it (S43-S82). */
export const FamilyView = Schema.Struct({ number: FamilyNumber, adults: Schema.Array(AdultView) })
export interface FamilyView extends Schema.Schema.Type<typeof FamilyView> {}

/** What `viewer` sees of the file: the adults in its order, each as far as they may be seen. */
export const viewedBy = (file: FamilyFile, viewer: AdultId): FamilyView => ({
  number: file.number,
  adults: file.adults.map((adult) => viewOf(viewer, adult))
})

/** A child that an adult sees, what the adult is to it, and whether the adult may book for it. */
export const OwnChild = Schema.Struct({
  ...Child.fields,
  relationship: ChildAdult.fields.relationship,
  mayBook: Schema.Boolean
})
export interface OwnChild extends Schema.Schema.Type<typeof OwnChild> {}

/** The children that `viewer` sees, with what `viewer` is to each. */
export const ownChildren = (file: FamilyFile, viewer: AdultId): ReadonlyArray<OwnChild> =>
  childrenOf(file, viewer).flatMap((child) =>
    file.links
      .filter((link) => link.childId === child.id && link.adultId === viewer)
      .map((link) => ({ ...child, relationship: link.relationship, mayBook: booksForChild(link) }))
  )

/** The children of the file that this adult sees. */
export const childrenOf = (file: FamilyFile, viewer: AdultId): ReadonlyArray<Child> =>
  file.children.filter((child) =>
    file.links.some((link) => link.childId === child.id && link.adultId === viewer && link.authority !== "none")
  )

/** "JEAN DUPONT" in the guide's order: first name, then surname (S19). */
export const fullName = (adult: Pick<AdultRecord, "firstName" | "lastName">): string =>
  `${adult.firstName} ${adult.lastName}`
