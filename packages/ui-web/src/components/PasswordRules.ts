import type { BrokenRule, PasswordContext, PasswordPolicy } from "@portail-famille/core/Password"
import { attributes, type Html, html } from "../Html.ts"

/** The rules of a new password (S14-S18), told live by the password's script. */
export interface PasswordRulesProps {
  /** The field that is typed in. */
  readonly fieldId: string
  readonly policy: PasswordPolicy
  readonly context: PasswordContext
  /** Each line stands for one or several rules. */
  readonly rules: ReadonlyArray<{ readonly tags: ReadonlyArray<BrokenRule["_tag"]>; readonly label: string }>
}

/** Draws the list of rules; without script it is plain reading. */
export const PasswordRules = ({ fieldId, policy, context, rules }: PasswordRulesProps): Html =>
  html`<ul class="rules"${attributes({
    "data-for": fieldId,
    "data-policy": JSON.stringify(policy),
    "data-context": JSON.stringify(context)
  })}>${rules.map(({ tags, label }) => html`<li data-rule="${tags.join(" ")}">${label}</li>`)}</ul>`
