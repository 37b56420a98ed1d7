import { describe, expect, it } from "vitest"
import { MaritalStatus, named, Relationship } from "../../src/Adult.ts"
import { ParentalAuthority } from "../../src/Child.ts"
import * as Day from "../../src/Day.ts"
import { FamilyNumber } from "../../src/Family.ts"
import { PaymentMethod } from "../../src/Ledger.ts"
import * as Money from "../../src/Money.ts"
import type { BrokenRule } from "../../src/Password.ts"
import type { LetterSubject } from "../../src/services/Notifier.ts"
import {
  authorityName,
  firstAdultRows,
  relationshipName,
  secondAdultRows,
  situationName
} from "../../src/words/family.ts"
import { operationName, positionSentences, treasury, unpaidTotal } from "../../src/words/ledger.ts"
import { letterText } from "../../src/words/letters.ts"
import { brokenRule, policyRules } from "../../src/words/passwords.ts"
import { asOf, greeting, helpLine, navigation } from "../../src/words/portal.ts"
import { transportProblems } from "../../src/words/transport.ts"
import { isSentences, isTitle } from "./french.ts"

const day = Day.make("2015-05-04")
const contact = { label: "Mairie de Chênex", phone: "04 50 04 30 53", email: "mairie@exemple.fr" }

describe("the portal's words", () => {
  it("has the guide's seven entries in order (S22)", () => {
    expect(navigation.map(({ label }) => label)).toEqual([
      "Accueil",
      "Mon compte",
      "Mes enfants",
      "Relevé de compte",
      "Boîte de réception",
      "Liste des demandes",
      "Déconnexion"
    ])
  })

  it.each([
    [0, "vous avez 0 nouveau message"],
    [1, "vous avez 1 nouveau message"],
    [2, "vous avez 2 nouveaux messages"]
  ])("greets with %d unread (S19, S20, S29)", (n, text) => {
    expect(greeting({ firstName: "JEAN", lastName: "Dupont" }, n)).toBe(`Bienvenue JEAN DUPONT, ${text}`)
  })

  it("says the date and whom to ask (S12, S28)", () => {
    expect(asOf(day)).toBe("À la date du lundi 4 mai 2015")
    expect(helpLine(contact)).toSatisfy(isSentences)
  })

  it("says every broken rule in a sentence, and the rules as a list", () => {
    const broken: ReadonlyArray<BrokenRule> = [
      { _tag: "TooShort", min: 8 },
      { _tag: "TooLong", max: 256 },
      { _tag: "NoUpper" },
      { _tag: "NoLower" },
      { _tag: "NoDigit" },
      { _tag: "TooCommon" },
      { _tag: "ContainsIdentifiant" },
      { _tag: "ContainsName", name: "JEAN" }
    ]
    for (const rule of broken) expect(brokenRule(rule)).toSatisfy(isSentences)
    const rules = policyRules({ minLength: 8, upper: true, lower: true, digit: true })
    expect(rules.slice(0, 4)).toEqual([
      "8 caractères au moins",
      "Une majuscule au moins",
      "Une minuscule au moins",
      "Un chiffre au moins"
    ])
    for (const rule of rules) expect(rule).toSatisfy(isTitle)
  })

  it("says what is wrong with a request or with the machine", () => {
    for (const { title, detail } of Object.values(transportProblems)) {
      expect(title).toSatisfy(isTitle)
      expect(detail).toSatisfy(isSentences)
    }
  })
})

describe("the record of a family", () => {
  const jean = { ...named("JEAN", "DUPONT"), title: "monsieur" as const, maritalStatus: "separated" as const }

  it("has the 22 and the 15 rows of the guide (S44-S80), empty ones too", () => {
    const first = firstAdultRows(jean, FamilyNumber.make("1001001818331"))
    expect(first.length).toBe(22)
    expect(first.slice(0, 6).map(({ label, value }) => `${label} ${value}`)).toEqual([
      "Civilité Monsieur",
      "N° famille 1001001818331",
      "Nom DUPONT",
      "Prénom JEAN",
      "Qualité ",
      "Situation Séparé"
    ])
    expect(first.at(-1)?.label).toBe("Organisme de rattachement")
    const second = secondAdultRows(jean)
    expect(second.length).toBe(15)
    expect(second.map(({ field }) => field)).toEqual([
      "lastName",
      "firstName",
      "address",
      "postcode",
      "city",
      "homePhone",
      "workPhone",
      "mobilePhone",
      "email",
      "occupation",
      "occupationCategory",
      "employer",
      "employerAddress",
      "emailConsent",
      "smsConsent"
    ])
    expect(second.at(-1)?.value).toBe("Non")
  })

  it("names every situation, relation and authority", () => {
    for (const status of MaritalStatus.literals)
      for (const title of ["madame", "monsieur", null] as const) expect(situationName(status, title)).toSatisfy(isTitle)
    for (const relationship of Relationship.literals) expect(relationshipName(relationship)).toSatisfy(isTitle)
    for (const authority of ParentalAuthority.literals) expect(authorityName(authority)).toSatisfy(isTitle)
  })
})

describe("accounts", () => {
  it("names operations as the guide does (S118, S119)", () => {
    const invoice = { from: Day.make("2015-04-01"), until: Day.make("2015-04-30"), dueOn: Day.make("2015-04-30") }
    expect(operationName({ _tag: "Invoice", ...invoice })).toBe("Facture\u00a0: 01/04/2015 - 30/04/2015")
    expect(operationName({ _tag: "Payment", method: "cheque" })).toBe("Règlement\u00a0: Chèque")
    for (const method of PaymentMethod.literals) expect(operationName({ _tag: "Payment", method })).toSatisfy(isTitle)
    expect(operationName({ _tag: "CreditNote" })).toBe("Avoir")
    expect(operationName({ _tag: "Refund" })).toBe("Remboursement")
  })

  it("tells the advance from what is due (S28, S36)", () => {
    const sentences = positionSentences({
      advance: Money.zero,
      unpaid: Money.make(12_060),
      net: Money.make(-12_060)
    })
    expect(sentences).toEqual({
      due: "Il reste 120,60\u00a0€ à payer.",
      advance: "Votre avance est de 0,00\u00a0€."
    })
    expect(positionSentences({ advance: Money.zero, unpaid: Money.zero, net: Money.zero }).due).toSatisfy(isSentences)
    expect(treasury("Trésorerie de St Julien en Genevois")).toSatisfy(isSentences)
    expect([unpaidTotal(1), unpaidTotal(2)]).toEqual(["Total de 1 facture", "Total de 2 factures"])
  })
})

describe("letters", () => {
  const commune = { name: "CHÊNEX", portalName: "E-enfance", contact }
  it.each<LetterSubject>([{ _tag: "PasswordReset", secret: "s3cret", hours: 1 }, { _tag: "PasswordChanged" }])(
    "$_tag is said with the help line, one line of subject",
    (subject) => {
      const letter = letterText(commune, subject, (secret) => `https://portail.exemple.fr/${secret}`)
      expect(letter.subject).not.toMatch(/[\r\n]/)
      expect(letter.text).toContain(contact.phone)
      expect(letter.text.includes("https://portail.exemple.fr/s3cret")).toBe(subject._tag === "PasswordReset")
    }
  )
})
