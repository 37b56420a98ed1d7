/**
 * Who is billed: one adult, or the couple where staff chose so (decision on S36). A payer is a
 * row of its own, so that a booking line, an invoice and a statement name the same thing (S101).
 */
import { Schema } from "effect"
import { AdultId } from "./Adult.ts"

export const PayerId = Schema.Int.pipe(Schema.check(Schema.isGreaterThan(0)), Schema.brand("PayerId"))
export type PayerId = typeof PayerId.Type

export const Payer = Schema.Struct({ id: PayerId, adults: Schema.NonEmptyArray(AdultId) })
export interface Payer extends Schema.Schema.Type<typeof Payer> {}

/** Statements and invoices are in the payer's private zone: only the adults who pay see them. */
export const isPaidBy = (payer: Payer, adult: AdultId): boolean => payer.adults.includes(adult)
