/**
 * The place where family files are kept: adults, children, the links between them, payers.
 */
import { Context, Effect, Schema } from "effect"
import { type Actor, type AdultActor, may, mayStaff, NotAllowed, type StaffAct } from "../Access.ts"
import type { Adult, AdultId, AdultRecord } from "../Adult.ts"
import type { Child, ChildAdult, ChildRecord } from "../Child.ts"
import type { CommuneId, ServedCommune } from "../Commune.ts"
import type { FacilityId } from "../Facility.ts"
import { type FamilyFile, type FamilyId, FamilyNumber, ownChildren, viewedBy } from "../Family.ts"
import type { Payer } from "../Payer.ts"

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

/** The record of the family as its adult sees it (S43-S82). */
export const ownRecord = Effect.fnUntraced(function* (commune: ServedCommune, actor: AdultActor) {
  return viewedBy(yield* ownFile(commune, actor), actor.adultId)
})

/** The children that the adult sees (S91-S93). */
export const listChildren = Effect.fnUntraced(function* (commune: ServedCommune, actor: AdultActor) {
  return ownChildren(yield* ownFile(commune, actor), actor.adultId)
})

/** Stops a member of staff who may not; every workflow of staff begins with it. */
export const requireStaff = (
  actor: Actor,
  act: StaffAct,
  facilityId: FacilityId | null
): Effect.Effect<void, NotAllowed> =>
  mayStaff(actor, act, facilityId) ? Effect.void : Effect.fail(new NotAllowed({ act }))

const ownFile = Effect.fnUntraced(function* (commune: ServedCommune, actor: AdultActor) {
  const file = yield* (yield* Families).fileOf(commune.id, actor.adultId)
  return file !== undefined && may(actor, { _tag: "SeeFamily", adults: file.adults.map(({ adult }) => adult.id) })
    ? file
    : yield* new NotFound({ what: "family" })
})
