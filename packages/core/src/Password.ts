/**
 * Which passwords a commune accepts (S14 to S18). The same check runs in the browser while one types and on the server,
 * so this file takes nothing of `effect` at run time.
 */
import { rows, words } from "./CommonPasswords.ts"

/**
 * What a commune asks of a password: a number of characters, and which kinds must be among them. Common passwords,
 * the identifiant and the names are refused everywhere.
 *
 * @category models
 */
export interface PasswordPolicy {
  readonly minLength: number
  readonly upper: boolean
  readonly lower: boolean
  readonly digit: boolean
}

/**
 * Whose password it is: what others know of a person may not be in it.
 *
 * @category models
 */
export interface PasswordContext {
  readonly identifiant: string
  readonly names: ReadonlyArray<string>
}

/**
 * One reason why a password is refused.
 *
 * @category errors
 */
export type BrokenRule =
  | { readonly _tag: "TooShort"; readonly min: number }
  | { readonly _tag: "TooLong"; readonly max: number }
  | { readonly _tag: "NoUpper" }
  | { readonly _tag: "NoLower" }
  | { readonly _tag: "NoDigit" }
  | { readonly _tag: "TooCommon" }
  | { readonly _tag: "ContainsIdentifiant" }
  | { readonly _tag: "ContainsName"; readonly name: string }

/**
 * A policy that can be used but should not be: `bits` of entropy at most are sure, under the `floor` of 50 bits that
 * the CNIL asks for with throttled attempts (deliberation 2022-100; S18).
 *
 * @category errors
 */
export interface PolicyWarning {
  readonly _tag: "TooFewBits"
  readonly bits: number
  readonly floor: number
}

/**
 * The most characters a password may have: enough for a sentence, and no burden for the hash.
 *
 * @category models
 */
export const maxLength = 256

/**
 * The library's policy where a commune says nothing: 12 characters, 71 bits.
 *
 * @category models
 */
export const defaultPolicy: PasswordPolicy = { minLength: 12, upper: true, lower: true, digit: true }

/**
 * The form of a password that is checked and hashed (Unicode NFKC), so that an accent typed on another keyboard is the
 * same accent.
 *
 * @category rules
 */
export const normalise = (candidate: string): string => candidate.normalize("NFKC")

/**
 * All the rules that a candidate breaks, none where it is accepted. A character is a Unicode code point of the
 * normalised form.
 *
 * @category rules
 * @example
 * ```ts
 * import * as Password from "@portail-famille/core/Password"
 *
 * const chenex = { minLength: 8, upper: true, lower: true, digit: true }
 * Password.check(chenex, "cerise", { identifiant: "dupont.j", names: ["JEAN", "DUPONT"] })
 * // => [{ _tag: "TooShort", min: 8 }, { _tag: "NoUpper" }, { _tag: "NoDigit" }]
 * ```
 */
export const check = (
  policy: PasswordPolicy,
  candidate: string,
  context: PasswordContext
): ReadonlyArray<BrokenRule> => {
  const password = normalise(candidate)
  const length = [...password].length
  const folded = fold(password)
  const broken: Array<BrokenRule> = []
  if (length < policy.minLength) broken.push({ _tag: "TooShort", min: policy.minLength })
  if (length > maxLength) broken.push({ _tag: "TooLong", max: maxLength })
  if (policy.upper && !/\p{Lu}/u.test(password)) broken.push({ _tag: "NoUpper" })
  if (policy.lower && !/\p{Ll}/u.test(password)) broken.push({ _tag: "NoLower" })
  if (policy.digit && !/\p{Nd}/u.test(password)) broken.push({ _tag: "NoDigit" })
  if (isCommon(password)) broken.push({ _tag: "TooCommon" })
  if (holds(folded, context.identifiant)) broken.push({ _tag: "ContainsIdentifiant" })
  for (const name of new Set(context.names)) {
    if (holds(folded, name) || name.split(/[^\p{L}\p{M}]+/u).some((part) => part.length > 3 && holds(folded, part))) {
      broken.push({ _tag: "ContainsName", name })
    }
  }
  return broken
}

/**
 * The entropy that the policy makes sure of, in bits: the least length times the letters and digits it asks for
 * (26 signs where it asks for none). Chênex, 8 of 62 signs, has 47.6 (S18).
 *
 * @category rules
 */
export const entropyBits = (policy: PasswordPolicy): number => {
  const signs = (policy.upper ? 26 : 0) + (policy.lower ? 26 : 0) + (policy.digit ? 10 : 0)
  return policy.minLength * Math.log2(signs === 0 ? 26 : signs)
}

/**
 * What whoever configures a commune should know of the policy, none where it is strong enough.
 *
 * @category rules
 */
export const warnings = (policy: PasswordPolicy): ReadonlyArray<PolicyWarning> => {
  const bits = entropyBits(policy)
  return bits < 50 ? [{ _tag: "TooFewBits", bits, floor: 50 }] : []
}

const lookalikes: { readonly [sign: string]: string } = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "@": "a",
  $: "s"
}

function isCommon(password: string): boolean {
  const typed = decomposed(password)
  const base = typed.replace(/[^\p{L}]{0,8}$/u, "")
  const readings = [typed, base, readLookalikes(typed), readLookalikes(base)].map(fold)
  return (
    /^(.)\1*$/isu.test(password) || readings.some((text) => words.has(text) || (text.length > 3 && rows.includes(text)))
  )
}

function readLookalikes(text: string): string {
  return text.replace(/[01345@$]/g, (sign) => lookalikes[sign] ?? sign)
}

function holds(folded: string, word: string): boolean {
  const sought = fold(word)
  return sought.length > 2 && folded.includes(sought)
}

function fold(text: string): string {
  return decomposed(text).replace(/[^\p{L}\p{N}]/gu, "")
}

function decomposed(text: string): string {
  return text.normalize("NFKD").toLowerCase()
}
