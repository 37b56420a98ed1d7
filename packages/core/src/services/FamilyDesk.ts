/**
 * What staff do on family files: read them, open them, add adults and children, say who is what to
 * whom and who pays (S43, S66, S81, S101). Each write leaves its trace.
 */
import { Effect } from "effect"
import type { Actor } from "../Access.ts"
import type { AdultId, AdultRecord } from "../Adult.ts"
import type { ChildAdult, ChildRecord } from "../Child.ts"
import type { ServedCommune } from "../Commune.ts"
import type { FamilyId, FamilyNumber } from "../Family.ts"
import type { Payer } from "../Payer.ts"
import { Families, NotFound, requireStaff } from "./Families.ts"
import { type Records, trace } from "./Records.ts"
import { Writes } from "./Writes.ts"

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
