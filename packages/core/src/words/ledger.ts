/**
 * The words of accounts: what an operation is, the columns of a statement, the advance and what is due (S28 to S37,
 * S112 to S125).
 */
import type { OperationKind, PaymentMethod, Position } from "../Ledger.ts"
import { shortDate } from "./dates.ts"
import { euros } from "./money.ts"
import { plural } from "./plural.ts"

const methods: { readonly [Method in PaymentMethod]: string } = {
  cheque: "Chèque",
  cash: "Espèces",
  card: "Carte bancaire",
  transfer: "Virement",
  directDebit: "Prélèvement",
  cesu: "CESU",
  holidayVoucher: "Chèques-vacances"
}

/**
 * What an operation is: "Facture : 01/04/2015 - 30/04/2015", "Règlement : Chèque" (S118, S119).
 *
 * @category words
 */
export const operationName = (kind: OperationKind): string => {
  switch (kind._tag) {
    case "Invoice":
      return `Facture\u00a0: ${shortDate(kind.from)} - ${shortDate(kind.until)}`
    case "Payment":
      return `Règlement\u00a0: ${methods[kind.method]}`
    case "CreditNote":
      return "Avoir"
    case "Refund":
      return "Remboursement"
  }
}

/**
 * The columns of a statement (S117).
 *
 * @category words
 */
export const statementColumns = ["N° opération", "Date", "Description", "Régie", "Débit", "Crédit"] as const

/**
 * The columns of the unpaid invoices (S33).
 *
 * @category words
 */
export const unpaidColumns = ["N° facture", "Date facture", "Date d'échéance", "Montant"] as const

/**
 * The line before a year's operations (S121) and the line of its totals (S122).
 *
 * @category words
 */
export const statementLines = { opening: "Ancien solde", totals: "Solde du compte pour l'année scolaire" } as const

/**
 * Where an account stands, two figures that say which is which (S28, S36): what is due, and the advance.
 *
 * @category words
 */
export const positionSentences = ({
  advance,
  unpaid
}: Position): { readonly due: string; readonly advance: string } => ({
  due: unpaid > 0 ? `Il reste ${euros(unpaid)} à payer.` : "Rien à payer\u00a0: toutes vos factures sont réglées.",
  advance: `Votre avance est de ${euros(advance)}.`
})

/**
 * What the two figures mean.
 *
 * @category words
 */
export const positionHelp =
  "L'avance est ce que vous avez versé et qui n'a pas encore servi à payer une facture. Elle ne sert que dans sa régie."

/**
 * The total under the unpaid invoices (S35).
 *
 * @category words
 */
export const unpaidTotal = (n: number): string => `Total de ${n} ${plural(n, "facture", "factures")}`

/**
 * Said where the Treasury collects: what the portal cannot know, and whom to ask (S125).
 *
 * @category words
 */
export const treasury = (name: string): string =>
  `Les paiements de cette régie sont encaissés par le Trésor public (${name}). Le portail ne peut connaître ni vos paiements ni votre solde\u00a0: c'est là qu'il faut les demander.`
