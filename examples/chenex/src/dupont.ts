/**
 * The family of the guide: Jean and Jeanne DUPONT, separated, and LÉA, in the school year 2014-2015 only (S27, S44 to
 * S80, S99 to S104, S118 to S122).
 */
import { system } from "@portail-famille/core/Access"
import { ActivityId } from "@portail-famille/core/Activity"
import { named } from "@portail-famille/core/Adult"
import { CollectionOfficeId } from "@portail-famille/core/CollectionOffice"
import type { ServedCommune } from "@portail-famille/core/Commune"
import { make } from "@portail-famille/core/Day"
import { FamilyNumber } from "@portail-famille/core/Family"
import * as Money from "@portail-famille/core/Money"
import { addAdult, addChild, addPayer, linkChild, openFamily } from "@portail-famille/core/services/FamilyDesk"
import { postOperation } from "@portail-famille/core/services/Ledgers"
import { postMessage } from "@portail-famille/core/services/Mailboxes"
import { enrolChild } from "@portail-famille/core/services/PlanningDesk"
import { Effect } from "effect"
import { accepted, attend, book } from "./desk.ts"
import { demonstrationLogins, openLogin } from "./logins.ts"
import { at } from "./past.ts"

const place = { postcode: "31400", city: "SAINT - JEAN", emailConsent: true, smsConsent: false } as const

/** Jean, "responsable" of the file (S44-S65). */
const jeanDupont = {
  ...named("JEAN", "DUPONT"),
  ...place,
  title: "monsieur",
  relationship: "father",
  maritalStatus: "separated",
  address: "12 RUE DES BONBONS",
  homePhone: "01.02.03.04.05",
  email: "jean.dupont@wanadoo.fr",
  accountHolder: "DUPONT JEAN",
  benefitScheme: "0"
} as const

/** Jeanne, second adult, at another address and without a login (S66-S81). */
const jeanneDupont = {
  ...named("JEANNE", "DUPONT"),
  ...place,
  address: "Lotissement les bons bonbons."
} as const

/** Writes the family with its year, its three operations in the order in which they were posted, and one message. */
export const loadDupont = Effect.fnUntraced(function* (commune: ServedCommune) {
  const family = yield* openFamily(commune, system, FamilyNumber.make("1001001818331"))
  const jean = yield* addAdult(commune, system, family, jeanDupont)
  const jeanne = yield* addAdult(commune, system, family, jeanneDupont)
  const lea = yield* addChild(commune, system, family, {
    firstName: "LÉA",
    lastName: "DUPONT",
    birthDay: make("2007-06-12")
  })
  const link = { childId: lea.id, authority: "full", mayBook: true } as const
  yield* linkChild(commune, system, { ...link, adultId: jean.id, relationship: "father" })
  yield* linkChild(commune, system, { ...link, adultId: jeanne.id, relationship: "mother" })
  const payer = yield* addPayer(commune, system, [jean.id])
  for (const { id } of commune.activities)
    yield* enrolChild(commune, system, {
      childId: lea.id,
      activityId: id,
      payerId: payer.id,
      from: make("2014-09-01"),
      until: make("2015-08-31"),
      contract: null
    })
  yield* openLogin(commune, jean.id, demonstrationLogins.jean)

  const deskOf = (activity: string) => ({
    commune,
    by: { _tag: "Adult" as const, adultId: jean.id },
    child: lea.id,
    activityId: ActivityId.make(activity)
  })
  for (const [activity, days] of april2015) {
    yield* book(deskOf(activity), days, make("2015-03-20"), accepted)
    yield* attend(deskOf(activity), days, "present")
  }
  yield* attend(deskOf("garderie-matin"), [make("2015-04-28")], "present")

  const account = { payerId: payer.id, officeId: CollectionOfficeId.make("garderie-alsh"), day: make("2015-04-08") }
  const invoice = (from: string, until: string) =>
    ({ _tag: "Invoice", from: make(from), until: make(until), dueOn: make("2015-04-30") }) as const
  for (const [kind, cents, number] of [
    [invoice("2015-02-01", "2015-03-31"), 24_320, 12],
    [{ _tag: "Payment", method: "cheque" } as const, 24_320, 228],
    [invoice("2015-04-01", "2015-04-30"), 12_060, 36]
  ] as const)
    yield* at(
      account.day,
      10,
      commune.timeZone,
      postOperation(commune, system, { ...account, kind, amount: Money.make(cents) }, number)
    )

  yield* postMessage(commune, system, {
    recipient: jean.id,
    from: "Mairie de Chênex",
    subject: "Inscriptions pour l'été",
    body: "Bonjour,\n\nLes inscriptions à l'accueil de loisirs de l'été sont ouvertes. Les places se demandent depuis le planning de votre enfant.\n\nLa mairie"
  })
})

/** What LÉA did in April 2015: two Wednesdays, the first week of the spring break, the canteen on some school days. */
const april2015: ReadonlyArray<readonly [activity: string, days: ReadonlyArray<ReturnType<typeof make>>]> = [
  ["mercredi-apres-midi", [make("2015-04-08")]],
  ["mercredi-journee", [make("2015-04-29")]],
  ["vacances-journee", ["2015-04-13", "2015-04-14", "2015-04-15", "2015-04-16", "2015-04-17"].map(make)],
  ["restauration", ["2015-04-02", "2015-04-07", "2015-04-09", "2015-04-28", "2015-04-30"].map(make)]
]
