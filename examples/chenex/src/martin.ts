/**
 * A family of today: Claire MARTIN and Karim BENALI, each with a login, INÈS at school and NOÉ under six. Around the day
 * of the first start their plannings hold every state there is, each reached by what families and staff do.
 */
import { system } from "@portail-famille/core/Access"
import { ActivityId } from "@portail-famille/core/Activity"
import { named } from "@portail-famille/core/Adult"
import type { ServedCommune } from "@portail-famille/core/Commune"
import * as Day from "@portail-famille/core/Day"
import { FamilyNumber } from "@portail-famille/core/Family"
import { firstDay, previous, of as schoolYearOf } from "@portail-famille/core/SchoolYear"
import { addAdult, addChild, addPayer, linkChild, openFamily } from "@portail-famille/core/services/FamilyDesk"
import { postMessage } from "@portail-famille/core/services/Mailboxes"
import { enrolChild } from "@portail-famille/core/services/PlanningDesk"
import { Effect } from "effect"
import type { Desk } from "./desk.ts"
import { demonstrationLogins, openLogin } from "./logins.ts"
import { contractDays, liveByContract, liveByRequest, payByMonth } from "./martinLife.ts"

const canteen = ActivityId.make("restauration")
const eveningCare = ActivityId.make("garderie-1")

const claireMartin = {
  ...named("Claire", "MARTIN"),
  title: "madame",
  relationship: "mother",
  maritalStatus: "cohabiting",
  address: "3 chemin des Noisetiers",
  postcode: "74520",
  city: "CHÊNEX",
  mobilePhone: "06.39.98.00.01",
  email: "claire.martin@famille.example",
  emailConsent: true
} as const

const karimBenali = {
  ...claireMartin,
  firstName: "Karim",
  lastName: "BENALI",
  title: "monsieur",
  relationship: "father",
  mobilePhone: "06.39.98.00.02",
  email: "karim.benali@famille.example"
} as const

/** Writes the family and its life around `today`. */
export const loadMartin = Effect.fnUntraced(function* (commune: ServedCommune, today: Day.Day) {
  const family = yield* openFamily(commune, system, FamilyNumber.make("1001001900017"))
  const claire = yield* addAdult(commune, system, family, claireMartin)
  const karim = yield* addAdult(commune, system, family, karimBenali)
  const payer = yield* addPayer(commune, system, [claire.id, karim.id])
  const child = Effect.fnUntraced(function* (firstName: string, years: number) {
    const birthDay = Day.addMonthsClamped(today, -12 * years - 5)
    const added = yield* addChild(commune, system, family, { firstName, lastName: "BENALI", birthDay })
    const link = { childId: added.id, authority: "full", mayBook: true } as const
    yield* linkChild(commune, system, { ...link, adultId: claire.id, relationship: "mother" })
    yield* linkChild(commune, system, { ...link, adultId: karim.id, relationship: "father" })
    for (const { id } of commune.activities)
      yield* enrolChild(commune, system, {
        childId: added.id,
        activityId: id,
        payerId: payer.id,
        from: firstDay(previous(schoolYearOf(today))),
        until: null,
        contract: years < 6 && id === eveningCare ? contractDays : null
      })
    return added.id
  })
  const by = { _tag: "Adult", adultId: claire.id } as const
  const ines: Desk = { commune, by, child: yield* child("INÈS", 8), activityId: canteen }
  const noe: Desk = { commune, by, child: yield* child("NOÉ", 4), activityId: eveningCare }
  yield* openLogin(commune, claire.id, demonstrationLogins.claire)
  yield* openLogin(commune, karim.id, demonstrationLogins.karim)
  yield* liveByRequest(ines, today)
  yield* liveByContract(noe, today)
  yield* payByMonth(commune, payer.id, today)
  for (const recipient of [claire.id, karim.id])
    yield* postMessage(commune, system, {
      recipient,
      from: "Mairie de Chênex",
      subject: "Le portail est ouvert",
      body: "Bonjour,\n\nVous pouvez réserver la cantine et déclarer les absences depuis le planning de chaque enfant.\n\nLa mairie"
    })
})
