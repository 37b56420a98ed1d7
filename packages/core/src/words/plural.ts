/**
 * A French noun agrees with its number: 0 and 1 are singular, and so is 1,5; from 2 on plural (S20, S29).
 *
 * @category words
 * @example
 * ```ts
 * plural(1, "nouveau message", "nouveaux messages") // => "nouveau message"
 * ```
 */
export const plural = (n: number, one: string, many: string): string => (Math.abs(n) < 2 ? one : many)
