/**
 * What there is to be done, as the home page lists it.
 */
import type { Day } from "../Day.ts"
import type { Cents } from "../Money.ts"
import { date } from "./dates.ts"
import { euros } from "./money.ts"
import { plural } from "./plural.ts"

/**
 * What there is to pay, first in the list of what is to be done: "1 facture impayée, 120,60 € en tout".
 *
 * @category words
 */
export const invoicesToPay = (n: number, total: Cents): string =>
  `${n} ${plural(n, "facture impayée", "factures impayées")}, ${euros(total)} en tout`

/**
 * Until when an invoice is to be paid, or since when it should have been.
 *
 * @category words
 */
export const dueLine = (dueOn: Day, today: Day): string =>
  dueOn < today ? `échue depuis le ${date(dueOn)}` : `à payer jusqu'au ${date(dueOn)}`
