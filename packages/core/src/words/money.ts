/**
 * Amounts and numbers as people read them in French (S37).
 */
import type { Cents } from "../Money.ts"

const noBreak = "\u00a0"
const narrowNoBreak = "\u202f"
const minus = "\u2212"

/**
 * An amount in euros: "120,60 €", "1 234,00 €", with no-break spaces and the true minus sign: "−120,60 €".
 *
 * @category words
 */
export const euros = (amount: Cents): string => `${decimal(amount)}${noBreak}€`

/**
 * The same without the sign of the euro, for a column that has it in its head: "120,60".
 *
 * @category words
 */
export const decimal = (amount: Cents): string => {
  const cents = String(Math.abs(amount)).padStart(3, "0")
  const whole = cents.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, narrowNoBreak)
  return `${amount < 0 ? minus : ""}${whole},${cents.slice(-2)}`
}
