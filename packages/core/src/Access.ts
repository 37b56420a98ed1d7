/**
 * Who may do what. Every workflow asks `may` first, with the actor and the facts that decide; no
 * page and no handler decides for itself. An adult who may not is told nothing: the workflow
 * answers as for an unknown thing. Staff who may not are told so.
 */
import { Schema } from "effect"
import { AdultId } from "./Adult.ts"
import { booksForChild, type ChildAdult, seesChild } from "./Child.ts"
import { FacilityId } from "./Facility.ts"
import { isPaidBy, type Payer } from "./Payer.ts"

export const StaffId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("StaffId"))
export type StaffId = typeof StaffId.Type

/** `agent`: requests, files, attendance, messages · `care`: adds health · `regisseur`: money · `admin`: configuration, identifiants, tokens · `reader`: reads, decides nothing. */
export const StaffRole = Schema.Literals(["agent", "care", "regisseur", "admin", "reader"])
export type StaffRole = typeof StaffRole.Type

/** A family's adult, signed in. */
export const AdultActor = Schema.TaggedStruct("Adult", { adultId: AdultId })
export type AdultActor = typeof AdultActor.Type

/** A named member of staff. `facilities` is `null` when the member acts for all of them. */
export const StaffActor = Schema.TaggedStruct("Staff", {
  staffId: StaffId,
  name: Schema.NonEmptyString,
  roles: Schema.NonEmptyArray(StaffRole),
  facilities: Schema.NullOr(Schema.NonEmptyArray(FacilityId))
})
export type StaffActor = typeof StaffActor.Type

/** The portal itself: jobs, imports, the command line. */
export const SystemActor = Schema.TaggedStruct("System", {})
export type SystemActor = typeof SystemActor.Type

export const Actor = Schema.Union([AdultActor, StaffActor, SystemActor])
export type Actor = typeof Actor.Type

/** The portal itself, as an actor. */
export const system: SystemActor = { _tag: "System" }

/** What a family does, with the facts that decide it. */
export type FamilyAct =
  | { readonly _tag: "SeeChild"; readonly links: ReadonlyArray<ChildAdult> }
  | { readonly _tag: "BookForChild"; readonly links: ReadonlyArray<ChildAdult> }
  | { readonly _tag: "SeeAccount"; readonly payer: Payer }
  | { readonly _tag: "ReadMessage"; readonly recipient: AdultId }
  | { readonly _tag: "SeeFamily"; readonly adults: ReadonlyArray<AdultId> }

/** What staff do. `facilityId` limits it to those who act for that facility; `null` concerns the whole commune. */
export type StaffAct =
  | "readRequests"
  | "answerRequest"
  | "readFamilies"
  | "writeFamilies"
  | "takeAttendance"
  | "sendMessage"
  | "readMoney"
  | "postMoney"
  | "issueLogin"
  | "configure"

const everyone: ReadonlyArray<StaffRole> = ["agent", "care", "regisseur", "admin", "reader"]

const rolesFor: Readonly<Record<StaffAct, ReadonlyArray<StaffRole>>> = {
  readRequests: ["agent", "care", "reader"],
  answerRequest: ["agent", "care"],
  readFamilies: everyone,
  writeFamilies: ["agent", "care", "admin"],
  takeAttendance: ["agent", "care"],
  sendMessage: ["agent", "care", "admin"],
  readMoney: ["regisseur", "reader"],
  postMoney: ["regisseur"],
  issueLogin: ["admin"],
  configure: ["admin"]
}

/** A member of staff lacks the role, or does not act for the facility. */
export class NotAllowed extends Schema.TaggedError<NotAllowed>()("NotAllowed", { act: Schema.String }) {}

/** Whether an adult may do that. Staff and the portal itself do not act as a family. */
export const may = (actor: Actor, act: FamilyAct): boolean => {
  if (actor._tag !== "Adult") return false
  switch (act._tag) {
    case "SeeChild":
      return seesChild(linkOf(actor, act.links))
    case "BookForChild":
      return booksForChild(linkOf(actor, act.links))
    case "SeeAccount":
      return isPaidBy(act.payer, actor.adultId)
    case "ReadMessage":
      return act.recipient === actor.adultId
    case "SeeFamily":
      return act.adults.includes(actor.adultId)
  }
}

/** Whether staff may do that, for one facility or (with `null`) where no facility is concerned. The portal itself may. */
export const mayStaff = (actor: Actor, act: StaffAct, facilityId: FacilityId | null): boolean => {
  switch (actor._tag) {
    case "Adult":
      return false
    case "System":
      return true
    case "Staff":
      return (
        actor.roles.some((role) => rolesFor[act].includes(role)) &&
        (facilityId === null || actor.facilities === null || actor.facilities.includes(facilityId))
      )
  }
}

const linkOf = (actor: AdultActor, links: ReadonlyArray<ChildAdult>): ChildAdult | undefined =>
  links.find((link) => link.adultId === actor.adultId)
