/**
 * The place where family files are kept: adults, children, the links between them, payers.
 */
import { Context, Effect, Schema } from "effect"
import { type Actor, may, mayStaff, NotAllowed, type StaffAct } from "../Access.ts"
import type { Adult, AdultId, AdultRecord } from "../Adult.ts"
import type { Child, ChildAdult, ChildRecord } from "../Child.ts"
import type { CommuneId, ServedCommune } from "../Commune.ts"
import type { FacilityId } from "../Facility.ts"
import { type FamilyFile, type FamilyId, FamilyNumber } from "../Family.ts"
import type { Payer } from "../Payer.ts"
import { type Records, trace } from "./Records.ts"
import { Writes } from "./Writes.ts"

/** The thing asked for is none of this commune's, or not this actor's to see: the two are told alike. */
export class NotFound extends Schema.TaggedError<NotFound>()("NotFound", {
  what: Schema.Literals([
    "family",
    "adult",
    "child",
    "payer",
    "request",
    "message",
    "document",
    "closure",
    "enrolment",
    "account",
    "activity",
    "office",
    "staff"
  ])
}) {}

/** Another family of the commune has that number. */
export class FamilyNumberTaken extends Schema.TaggedError<FamilyNumberTaken>()("FamilyNumberTaken", {
  number: FamilyNumber
}) {}

/** The adult or the child belongs to another family file. */
export class OtherFamily extends Schema.TaggedError<OtherFamily>()("OtherFamily", {}) {}

/** A family in a list. */
export interface FamilyLine {
  readonly id: FamilyId
  readonly number: FamilyNumber
  readonly names: ReadonlyArray<string>
}

export class Families extends Context.Service<
  Families,
  {
    readonly open: (commune: CommuneId, number: FamilyNumber) => Effect.Effect<FamilyId, FamilyNumberTaken>
    readonly addAdult: (commune: CommuneId, family: FamilyId, record: AdultRecord) => Effect.Effect<Adult, NotFound>
    readonly addChild: (commune: CommuneId, family: FamilyId, record: ChildRecord) => Effect.Effect<Child, NotFound>
    /** Writes the link of an adult and a child of one family, in place of the one there was. */
    readonly link: (commune: CommuneId, link: ChildAdult) => Effect.Effect<void, NotFound | OtherFamily>
    readonly protect: (commune: CommuneId, adult: AdultId, protect: boolean) => Effect.Effect<void, NotFound>
    /** The adults of a payer are of one family. */
    readonly addPayer: (commune: CommuneId, adults: Payer["adults"]) => Effect.Effect<Payer, NotFound | OtherFamily>
    readonly file: (commune: CommuneId, family: FamilyId) => Effect.Effect<FamilyFile | undefined>
    readonly fileOf: (commune: CommuneId, adult: AdultId) => Effect.Effect<FamilyFile | undefined>
    /** The adult's record; dies when the number is none of the commune's. */
    readonly adult: (commune: CommuneId, adult: AdultId) => Effect.Effect<Adult>
    readonly payers: (commune: CommuneId, family: FamilyId) => Effect.Effect<ReadonlyArray<Payer>>
    /** Families by number, those after `after` first; at most `limit`. */
    readonly list: (
      commune: CommuneId,
      page: { readonly after: FamilyId | null; readonly limit: number }
    ) => Effect.Effect<ReadonlyArray<FamilyLine>>
  }
>()("@portail-famille/core/services/Families") {}

/** The adult's own family file (S43). */
export const ownFile = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor) {
  if (actor._tag !== "Adult") return yield* new NotFound({ what: "family" })
  const file = yield* (yield* Families).fileOf(commune.id, actor.adultId)
  return file !== undefined && may(actor, { _tag: "SeeFamily", adults: file.adults.map(({ adult }) => adult.id) })
    ? file
    : yield* new NotFound({ what: "family" })
})

/** Stops a member of staff who may not; every workflow of staff begins with it. */
export const requireStaff = (
  actor: Actor,
  act: StaffAct,
  facilityId: FacilityId | null
): Effect.Effect<void, NotAllowed> =>
  mayStaff(actor, act, facilityId) ? Effect.void : Effect.fail(new NotAllowed({ act }))

/** A family file, for staff. */
export const readFile = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, family: FamilyId) {
  yield* requireStaff(actor, "readFamilies", null)
  const file = yield* (yield* Families).file(commune.id, family)
  return file ?? (yield* new NotFound({ what: "family" }))
})

/** The families of the commune, a page at a time, for staff. */
export const listFamilies = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  page: { readonly after: FamilyId | null; readonly limit: number }
) {
  yield* requireStaff(actor, "readFamilies", null)
  return yield* (yield* Families).list(commune.id, page)
})

/** Opens a family file. */
export const openFamily = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, number: FamilyNumber) {
  yield* requireStaff(actor, "writeFamilies", null)
  return yield* traced(
    commune,
    actor,
    "familyOpened",
    (families) => families.open(commune.id, number),
    (id) => id
  )
})

/** Adds an adult to a family file. */
export const addAdult = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  family: FamilyId,
  record: AdultRecord
) {
  yield* requireStaff(actor, "writeFamilies", null)
  return yield* traced(
    commune,
    actor,
    "adultAdded",
    (families) => families.addAdult(commune.id, family, record),
    (adult) => adult.id
  )
})

/** Adds a child to a family file. */
export const addChild = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  family: FamilyId,
  record: ChildRecord
) {
  yield* requireStaff(actor, "writeFamilies", null)
  return yield* traced(
    commune,
    actor,
    "childAdded",
    (families) => families.addChild(commune.id, family, record),
    (child) => child.id
  )
})

/** Says what an adult is to a child: authority, right to book. */
export const linkChild = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, link: ChildAdult) {
  yield* requireStaff(actor, "writeFamilies", null)
  return yield* traced(
    commune,
    actor,
    "childLinked",
    (families) => families.link(commune.id, link),
    () => `${link.childId}/${link.adultId}`
  )
})

/** Protects an adult's contact fields from the other, or lifts the protection. */
export const protectAdult = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  adult: AdultId,
  protect: boolean
) {
  yield* requireStaff(actor, "writeFamilies", null)
  return yield* traced(
    commune,
    actor,
    "adultProtected",
    (families) => families.protect(commune.id, adult, protect),
    () => adult
  )
})

/** Says who pays: one adult, or the couple. */
export const addPayer = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, adults: Payer["adults"]) {
  yield* requireStaff(actor, "writeFamilies", null)
  return yield* traced(
    commune,
    actor,
    "payerAdded",
    (families) => families.addPayer(commune.id, adults),
    (payer) => payer.id
  )
})

/** The payers of a family, for staff. */
export const readPayers = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, family: FamilyId) {
  yield* readFile(commune, actor, family)
  return yield* (yield* Families).payers(commune.id, family)
})

/** A write of staff on the files with its trace, whole. */
const traced = Effect.fnUntraced(function* <A, E>(
  commune: ServedCommune,
  actor: Actor,
  act: Parameters<typeof trace>[2],
  write: (families: Families["Service"]) => Effect.Effect<A, E>,
  subject: (written: A) => string | number
): Effect.fn.Return<A, E, Families | Records | Writes> {
  const families = yield* Families
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.gen(function* () {
      const written = yield* write(families)
      yield* trace(commune, actor, act, [subject(written)])
      return written
    })
  )
})
