import { toMend } from "@portail-famille/core/words/portal"
import { ErrorSummary } from "../../components/ErrorSummary.ts"
import type { Html } from "../../Html.ts"

/** What is wrong in a form, beside which field; a field is known by its name, which is its id, too. */
export interface Fault<Field extends string> {
  readonly field: Field
  readonly message: string
}

/** The list of faults over a form that came back; nothing without faults. */
export const summaryOf = (faults: ReadonlyArray<Fault<string>>): Html | null =>
  ErrorSummary({
    title: toMend(faults.length),
    errors: faults.map(({ field, message }) => ({ fieldId: field, message }))
  })

/** All that is wrong with one field, as one text; `undefined` where nothing is. */
export const errorOf = <Field extends string>(
  faults: ReadonlyArray<Fault<Field>>,
  field: NoInfer<Field>
): string | undefined => {
  const messages = faults.filter((fault) => fault.field === field).map(({ message }) => message)
  return messages.length === 0 ? undefined : messages.join(" ")
}
