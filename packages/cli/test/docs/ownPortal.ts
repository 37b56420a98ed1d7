/** The programs of docs/how-to/embed-the-core.md, run on both stores by the tests beside this file. */
// #region imports
import { system } from "@portail-famille/core/Access"
import { ActivityId } from "@portail-famille/core/Activity"
import { named } from "@portail-famille/core/Adult"
import * as Day from "@portail-famille/core/Day"
import { FamilyNumber } from "@portail-famille/core/Family"
import { stateOf } from "@portail-famille/core/Planning"
import { bySlug, importCommune, planningSetting } from "@portail-famille/core/services/Communes"
import { addAdult, addChild, addPayer, linkChild, openFamily } from "@portail-famille/core/services/FamilyDesk"
import { enrolChild } from "@portail-famille/core/services/PlanningDesk"
import { Plannings, requestBookings } from "@portail-famille/core/services/Plannings"
import { answerOne } from "@portail-famille/core/services/Requests"
import { stateName } from "@portail-famille/core/words/planning"
import { chenex } from "@portail-famille/example-chenex"
import { Effect } from "effect"
// #endregion

/** A family asks for a day of canteen, staff accept; gives the names of the cell's state before and after. */
// #region workflow
export const oneDayOfCanteen = Effect.gen(function* () {
  yield* importCommune(chenex)
  const commune = yield* bySlug("chenex")

  const family = yield* openFamily(commune, system, FamilyNumber.make("2026000001"))
  const adult = yield* addAdult(commune, system, family, named("Ada", "LOVELACE"))
  const child = yield* addChild(commune, system, family, {
    firstName: "Byron",
    lastName: "LOVELACE",
    birthDay: Day.make("2018-05-12")
  })
  yield* linkChild(commune, system, {
    childId: child.id,
    adultId: adult.id,
    relationship: "mother",
    authority: "full",
    mayBook: true
  })
  const payer = yield* addPayer(commune, system, [adult.id])
  const slot = { activityId: ActivityId.make("restauration"), day: Day.make("2027-01-05") }
  yield* enrolChild(commune, system, {
    childId: child.id,
    activityId: slot.activityId,
    payerId: payer.id,
    from: Day.make("2026-09-01"),
    until: null,
    contract: null
  })

  const state = Effect.gen(function* () {
    const read = yield* (yield* Plannings).read(commune.id, child.id, slot.day, slot.day)
    if (read === undefined) return "no such child"
    return stateName(stateOf(read.facts, planningSetting(commune, read.facts.communeDays), slot)._tag)
  })

  const mother = { _tag: "Adult", adultId: adult.id } as const
  const requests = yield* requestBookings(commune, mother, child.id, [slot])
  const before = yield* state
  for (const { id } of requests) yield* answerOne(commune, system, id, { _tag: "Accept", outcome: null })
  return { before, after: yield* state }
})
// #endregion
