/**
 * Amounts of money in whole cents of euro: nothing in the portal is rounded twice or held as a fraction (S37).
 */
import { Schema } from "effect"

/**
 * A number of cents, negative where money is owed or given back: 120.60 euros are 12060.
 *
 * @category models
 */
export const Cents = Schema.Int.pipe(Schema.brand("Cents"))
export type Cents = typeof Cents.Type

/**
 * That many cents; throws where the number is not a safe integer.
 *
 * @category constructors
 */
export const make = (cents: number): Cents => {
  if (!Number.isSafeInteger(cents)) throw new RangeError("An amount that is no whole number of cents")
  return (cents + 0) as Cents
}

/**
 * No money at all.
 *
 * @category constructors
 */
export const zero: Cents = make(0)

/**
 * Both amounts together; throws a RangeError beyond 90 thousand billion euros.
 *
 * @category rules
 */
export const add = (amount: Cents, other: Cents): Cents => make(amount + other)

/**
 * What is left of the first amount once the second is taken away; throws a RangeError beyond 90 thousand billion euros.
 *
 * @category rules
 */
export const subtract = (amount: Cents, other: Cents): Cents => make(amount - other)

/**
 * The amount seen from the other side: what one owes, the other is due.
 *
 * @category rules
 */
export const negate = (amount: Cents): Cents => make(0 - amount)

/**
 * All amounts together, zero where there are none; throws a RangeError beyond 90 thousand billion euros.
 *
 * @category rules
 */
export const sum = (amounts: Iterable<Cents>): Cents => {
  let total = zero
  for (const amount of amounts) total = add(total, amount)
  return total
}
