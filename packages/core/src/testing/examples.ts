/**
 * Named examples as data: two communes that were never on a map, a family, the operations of the
 * guide's statement. Tests, galleries and adapters read the same ones.
 */
import { Schema } from "effect"
import { type AdultRecord, named } from "../Adult.ts"
import type { ChildRecord } from "../Child.ts"
import { Commune } from "../Commune.ts"
import { make } from "../Day.ts"
import { FamilyNumber } from "../Family.ts"
import type { NewOperation } from "../Ledger.ts"
import * as Money from "../Money.ts"

/** A commune with two facilities, two activities of the same label (S100), a régie of its own and one of the Treasury. */
export const valclair: Commune = Schema.decodeUnknownSync(Commune)({
  slug: "valclair",
  name: "VALCLAIR",
  department: { code: "74", name: "HAUTE-SAVOIE" },
  postcode: "74999",
  portalName: "Portail Famille",
  hosts: ["valclair.test", "famille.valclair.test"],
  timeZone: "Europe/Paris",
  schoolZone: "A",
  contact: { label: "Mairie de Valclair", phone: "04.00.00.00.00", email: "enfance@valclair.test" },
  site: { home: "https://www.valclair.test/", origin: "https://www.valclair.test" },
  facilities: [
    { id: "restaurant", label: "Restaurant scolaire" },
    { id: "centre", label: "Centre de loisirs" }
  ],
  activities: [
    {
      id: "cantine",
      facilityId: "restaurant",
      label: "Cantine",
      weekdays: ["MO", "TU", "TH", "FR"],
      season: "schoolDays",
      closedOnPublicHolidays: true
    },
    {
      id: "garderie-matin",
      facilityId: "centre",
      label: "Garderie",
      weekdays: ["MO", "TU", "TH", "FR"],
      season: "schoolDays",
      closedOnPublicHolidays: true
    },
    {
      id: "garderie-soir",
      facilityId: "centre",
      label: "Garderie",
      weekdays: ["MO", "TU", "TH", "FR"],
      season: "schoolDays",
      closedOnPublicHolidays: true
    },
    {
      id: "mercredi",
      facilityId: "centre",
      label: "Mercredi",
      weekdays: ["WE"],
      season: "both",
      closedOnPublicHolidays: true
    },
    {
      id: "vacances",
      facilityId: "centre",
      label: "Vacances",
      weekdays: ["MO", "TU", "WE", "TH", "FR"],
      season: "schoolBreaks",
      closedOnPublicHolidays: false
    }
  ],
  collectionOffices: [
    { id: "garderie", label: "Régie garderie", prefix: "AL", collector: { _tag: "Commune" } },
    {
      id: "cantine",
      label: "Régie cantine",
      prefix: "CA",
      collector: { _tag: "Treasury", name: "Trésorerie de Valclair" }
    }
  ],
  passwordPolicy: { minLength: 8, upper: true, lower: true, digit: true },
  sessions: { idleMinutes: 30, absoluteMinutes: 720 },
  requestsListedFrom: "asked",
  certificateDays: 5,
  banner: "Bienvenue sur le Portail Famille"
})

/** Another commune on another host, overseas, with the same names for its activities and régies. */
export const belleroche: Commune = Schema.decodeUnknownSync(Commune)({
  ...Schema.encodeSync(Commune)(valclair),
  slug: "belleroche",
  name: "BELLEROCHE",
  department: { code: "974", name: "LA RÉUNION" },
  postcode: "97499",
  hosts: ["belleroche.test"],
  timeZone: "Indian/Reunion",
  site: { home: "https://www.belleroche.test/", origin: null },
  banner: "Bienvenue à Belleroche"
})

/** The number on the family's papers. */
export const familyNumber = FamilyNumber.make("1001001818331")

/** A father with every kind of field: filled, empty, agreed, refused. */
export const father: AdultRecord = {
  ...named("PAUL", "MARTIN"),
  title: "monsieur",
  relationship: "father",
  maritalStatus: "separated",
  address: "12 RUE DES LILAS",
  postcode: "74999",
  city: "VALCLAIR",
  homePhone: "01.02.03.04.05",
  email: "paul.martin@courriel.test",
  accountHolder: "MARTIN PAUL",
  emailConsent: true
}

/** The mother, who lives elsewhere. */
export const mother: AdultRecord = {
  ...named("ANNE", "MARTIN"),
  relationship: "mother",
  address: "Lotissement « Les Tilleuls »",
  emailConsent: true
}

/** A grandfather without authority over the child. */
export const grandfather: AdultRecord = { ...named("ÉMILE", "D'ARC"), relationship: "grandparent" }

/** Their child. */
export const child: ChildRecord = { firstName: "ZOÉ", lastName: "MARTIN", birthDay: make("2008-02-29") }

/** An operation of the guide's statement under the number it was imported with. */
export interface ExampleOperation {
  readonly number: number
  readonly kind: NewOperation["kind"]
  readonly day: NewOperation["day"]
  readonly amount: NewOperation["amount"]
}

/** The three operations of the guide's statement, in the order in which they were posted (S118-S120). */
export const guideOperations: readonly [ExampleOperation, ExampleOperation, ExampleOperation] = [
  {
    number: 12,
    kind: { _tag: "Invoice", from: make("2015-02-01"), until: make("2015-03-31"), dueOn: make("2015-04-30") },
    day: make("2015-04-08"),
    amount: Money.make(24_320)
  },
  {
    number: 228,
    kind: { _tag: "Payment", method: "cheque" },
    day: make("2015-04-08"),
    amount: Money.make(24_320)
  },
  {
    number: 36,
    kind: { _tag: "Invoice", from: make("2015-04-01"), until: make("2015-04-30"), dueOn: make("2015-04-30") },
    day: make("2015-04-08"),
    amount: Money.make(12_060)
  }
]
