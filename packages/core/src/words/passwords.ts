/**
 * What a password must be and why one is refused, in French (S13 to S18). It goes into the browser, so it takes types
 * only.
 */
import type { BrokenRule, PasswordPolicy } from "../Password.ts"
import { plural } from "./plural.ts"

/**
 * One line of the list of rules, and which broken rules it stands for.
 *
 * @category words
 */
export interface PolicyLine {
  readonly tags: ReadonlyArray<BrokenRule["_tag"]>
  readonly label: string
}

/**
 * The rules of a commune as a list to read before one types, the composition first, then what is refused everywhere.
 *
 * @category words
 */
export const policyLines = (policy: PasswordPolicy): ReadonlyArray<PolicyLine> => [
  {
    tags: ["TooShort", "TooLong"],
    label: `${policy.minLength} ${plural(policy.minLength, "caractère", "caractères")} au moins`
  },
  ...(policy.upper ? [line("NoUpper", "Une majuscule au moins")] : []),
  ...(policy.lower ? [line("NoLower", "Une minuscule au moins")] : []),
  ...(policy.digit ? [line("NoDigit", "Un chiffre au moins")] : []),
  { tags: ["ContainsIdentifiant", "ContainsName"], label: "Ni votre identifiant, ni votre nom, ni votre prénom" },
  line("TooCommon", "Pas un mot de passe courant")
]

/**
 * The same list, its labels only.
 *
 * @category words
 */
export const policyRules = (policy: PasswordPolicy): ReadonlyArray<string> =>
  policyLines(policy).map(({ label }) => label)

/**
 * What to change so that the rule is kept. It never repeats a name or the password.
 *
 * @category words
 */
export const brokenRule = (rule: BrokenRule): string => {
  switch (rule._tag) {
    case "TooShort":
      return `Il faut au moins ${rule.min} ${plural(rule.min, "caractère", "caractères")}.`
    case "TooLong":
      return `Il faut au plus ${rule.max} ${plural(rule.max, "caractère", "caractères")}.`
    case "NoUpper":
      return "Il manque une majuscule."
    case "NoLower":
      return "Il manque une minuscule."
    case "NoDigit":
      return "Il manque un chiffre."
    case "TooCommon":
      return "Ce mot de passe est trop courant\u00a0: il serait vite deviné."
    case "ContainsIdentifiant":
      return "Il ne doit pas contenir votre identifiant."
    case "ContainsName":
      return "Il ne doit contenir ni votre nom ni votre prénom."
  }
}

/**
 * All that is to be changed, each sentence once.
 *
 * @category words
 */
export const brokenRules = (rules: ReadonlyArray<BrokenRule>): ReadonlyArray<string> => [
  ...new Set(rules.map(brokenRule))
]

function line(tag: BrokenRule["_tag"], label: string): PolicyLine {
  return { tags: [tag], label }
}
