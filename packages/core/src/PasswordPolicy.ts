/**
 * The password policy as a commune's file writes it (S14 to S18).
 */
import { Schema } from "effect"
import type * as Password from "./Password.ts"

/**
 * Checked form of `Password.PasswordPolicy`: 6 to 128 characters at least. What is legal but weak is told by
 * `Password.warnings`, not refused.
 *
 * @category models
 */
export const PasswordPolicy = Schema.Struct({
  minLength: Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 6, maximum: 128 }))),
  upper: Schema.Boolean,
  lower: Schema.Boolean,
  digit: Schema.Boolean
}) satisfies Schema.Schema<Password.PasswordPolicy>
export type PasswordPolicy = typeof PasswordPolicy.Type

/**
 * Checked form of `Password.BrokenRule`, with what each rule names.
 *
 * @category errors
 */
export const BrokenRule = Schema.Union([
  Schema.TaggedStruct("TooShort", { min: Schema.Int }),
  Schema.TaggedStruct("TooLong", { max: Schema.Int }),
  Schema.TaggedStruct("NoUpper", {}),
  Schema.TaggedStruct("NoLower", {}),
  Schema.TaggedStruct("NoDigit", {}),
  Schema.TaggedStruct("TooCommon", {}),
  Schema.TaggedStruct("ContainsIdentifiant", {}),
  Schema.TaggedStruct("ContainsName", { name: Schema.String })
]) satisfies Schema.Schema<Password.BrokenRule>
