/**
 * A third family, so that there is somebody to be kept from: Hélène ROUX and TOM, one booking asked for tomorrow week.
 */
import { system } from "@portail-famille/core/Access"
import { ActivityId } from "@portail-famille/core/Activity"
import { named } from "@portail-famille/core/Adult"
import type { ServedCommune } from "@portail-famille/core/Commune"
import * as Day from "@portail-famille/core/Day"
import { FamilyNumber } from "@portail-famille/core/Family"
import { firstDay, of as schoolYearOf } from "@portail-famille/core/SchoolYear"
import { addAdult, addChild, addPayer, linkChild, openFamily } from "@portail-famille/core/services/FamilyDesk"
import { enrolChild } from "@portail-famille/core/services/PlanningDesk"
import { Effect } from "effect"
import { book, type Desk, daysFrom } from "./desk.ts"
import { demonstrationLogins, openLogin } from "./logins.ts"

const heleneRoux = {
  ...named("Hélène", "ROUX"),
  title: "madame",
  relationship: "mother",
  maritalStatus: "single",
  address: "18 route du Vuache",
  postcode: "74520",
  city: "CHÊNEX",
  email: "helene.roux@famille.example"
} as const

/** Writes the family, with one request that waits. */
export const loadRoux = Effect.fnUntraced(function* (commune: ServedCommune, today: Day.Day) {
  const family = yield* openFamily(commune, system, FamilyNumber.make("1001001900024"))
  const helene = yield* addAdult(commune, system, family, heleneRoux)
  const tom = yield* addChild(commune, system, family, {
    firstName: "TOM",
    lastName: "ROUX",
    birthDay: Day.addMonthsClamped(today, -110)
  })
  yield* linkChild(commune, system, {
    childId: tom.id,
    adultId: helene.id,
    relationship: "mother",
    authority: "full",
    mayBook: true
  })
  const payer = yield* addPayer(commune, system, [helene.id])
  const desk: Desk = {
    commune,
    by: { _tag: "Adult", adultId: helene.id },
    child: tom.id,
    activityId: ActivityId.make("restauration")
  }
  yield* enrolChild(commune, system, {
    childId: tom.id,
    activityId: desk.activityId,
    payerId: payer.id,
    from: firstDay(schoolYearOf(today)),
    until: null,
    contract: null
  })
  yield* openLogin(commune, helene.id, demonstrationLogins.helene)
  yield* book(desk, [daysFrom(desk, today, 1)(7)], Day.addDays(today, -1), null)
})
