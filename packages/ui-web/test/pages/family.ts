import { system } from "@portail-famille/core/Access"
import { Identifiant } from "@portail-famille/core/Account"
import { ActivityId } from "@portail-famille/core/Activity"
import { named } from "@portail-famille/core/Adult"
import { CollectionOfficeId } from "@portail-famille/core/CollectionOffice"
import { make } from "@portail-famille/core/Day"
import { FamilyNumber } from "@portail-famille/core/Family"
import { bySlug } from "@portail-famille/core/services/Communes"
import { addAdult, addChild, addPayer, linkChild, openFamily } from "@portail-famille/core/services/FamilyDesk"
import { postOperation } from "@portail-famille/core/services/Ledgers"
import { issueLogin } from "@portail-famille/core/services/Logins"
import { postMessage } from "@portail-famille/core/services/Mailboxes"
import { enrolChild } from "@portail-famille/core/services/PlanningDesk"
import { requestBookings } from "@portail-famille/core/services/Plannings"
import { answerOne } from "@portail-famille/core/services/Requests"
import { examples } from "@portail-famille/core/testing"
import { Effect } from "effect"
import { guideCommune } from "./guide.ts"

/**
 * A family of the guide's commune: a father who books, a mother who may only look, a child in all
 * nine activities. The canteen is booked on 9 and 10 April, asked for the 13th's week after the
 * break, refused on the 30th; the ledger is the guide's,
 * under its own numbers when it is imported; a message waits.
 */
export const family = Effect.fnUntraced(function* (familyNumber: string, lastName: string, imported: boolean) {
  const commune = yield* bySlug(guideCommune.slug)
  const familyId = yield* openFamily(commune, system, FamilyNumber.make(familyNumber))
  const father = yield* addAdult(commune, system, familyId, named("JEAN", lastName))
  const mother = yield* addAdult(commune, system, familyId, named("JEANNE", lastName))
  const child = yield* addChild(commune, system, familyId, {
    firstName: "LÉA",
    lastName,
    birthDay: make("2007-06-12")
  })
  const link = { childId: child.id, authority: "full" } as const
  yield* linkChild(commune, system, { ...link, adultId: father.id, relationship: "father", mayBook: true })
  yield* linkChild(commune, system, { ...link, adultId: mother.id, relationship: "mother", mayBook: false })
  const payer = yield* addPayer(commune, system, [father.id])
  for (const { id } of commune.activities)
    yield* enrolChild(commune, system, {
      childId: child.id,
      activityId: id,
      payerId: payer.id,
      from: make("2014-09-01"),
      until: null,
      contract: null
    })
  const ask = (...days: ReadonlyArray<string>) =>
    requestBookings(
      commune,
      { _tag: "Adult", adultId: father.id },
      child.id,
      days.map((day) => ({ activityId: ActivityId.make("cantine"), day: make(day) }))
    )
  for (const { id } of yield* ask("2015-04-09", "2015-04-10"))
    yield* answerOne(commune, system, id, { _tag: "Accept", outcome: null })
  const [waiting] = yield* ask("2015-04-28")
  for (const { id } of yield* ask("2015-04-30"))
    yield* answerOne(commune, system, id, { _tag: "Refuse", reason: "Complet <b>ce jour-là</b>" })
  for (const { number, ...operation } of examples.guideOperations)
    yield* postOperation(
      commune,
      system,
      { ...operation, payerId: payer.id, officeId: CollectionOfficeId.make("garderie") },
      imported ? number : null
    )
  const message = yield* postMessage(commune, system, {
    recipient: father.id,
    from: "Mairie",
    subject: "Menus <b>d'avril</b>",
    body: "Bonjour,\nles menus sont affichés."
  })
  return {
    fatherId: father.id,
    motherId: mother.id,
    childId: child.id,
    requestId: waiting?.id ?? 0,
    messageId: message.id
  }
})

/** Gives an adult an identifiant and the one-time password on its paper. */
export const loginOf = Effect.fnUntraced(function* (
  adultId: Parameters<typeof issueLogin>[2]["adultId"],
  name: string
) {
  const commune = yield* bySlug(guideCommune.slug)
  return yield* issueLogin(commune, system, { adultId, identifiant: Identifiant.make(name), handover: "password" })
})
