/**
 * The words of an absence: its reasons, the certificate that is expected, the confirmation (S110, S111). It goes into
 * the browser, so it takes types only.
 */
import type { AbsenceOutcome, AbsenceReason, ExpectedProof } from "../Absence.ts"
import { longDateInSentence } from "./dates.ts"

const reasons: { readonly [Tag in AbsenceReason["_tag"]]: string } = {
  Medical: "Raison médicale",
  Family: "Raison familiale",
  Leave: "Congé prévu au contrat",
  Other: "Autre raison"
}

/**
 * The reasons to choose from, in their order.
 *
 * @category words
 */
export const reasonChoices = Object.entries(reasons).map(([tag, label]) => ({
  tag: tag as AbsenceReason["_tag"],
  label
}))

/**
 * A reason as it was given; another reason is the family's own text.
 *
 * @category words
 */
export const reasonName = (reason: AbsenceReason): string =>
  reason._tag === "Other" ? `${reasons.Other}\u00a0: ${reason.text}` : reasons[reason._tag]

/**
 * What the family ticks before an absence is sent (S110).
 *
 * @category words
 */
export const confirmation = "Je confirme que mon enfant sera absent."

/**
 * The paper that is still missing, until when, and what it does to the bill (S111).
 *
 * @category words
 */
export const expectedCertificate = ({ until }: ExpectedProof): string =>
  `Pièce attendue\u00a0: un certificat médical, à remettre à la mairie au plus tard le ${longDateInSentence(until)}. Sans lui, l'absence peut être facturée.`

/**
 * What an accepted absence does to the bill.
 *
 * @category words
 */
export const outcomeSentence = (outcome: AbsenceOutcome): string => {
  switch (outcome) {
    case "excused":
      return "Absence excusée\u00a0: elle ne sera pas facturée."
    case "billed":
      return "Absence notée\u00a0: elle reste facturée."
    case "leave":
      return "Congé accepté\u00a0: il est compté sur votre contrat."
  }
}
