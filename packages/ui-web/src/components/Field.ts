import { type Attributes, attributes, type Html, html } from "../Html.ts"
import { Icon } from "./Icon.ts"

/** One field of a form. `error` is the sentence of the summary; `value` is what was typed, kept. */
export interface FieldProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value?: string | undefined
  readonly required?: boolean
  readonly control?:
    | {
        readonly kind: "input"
        readonly type?: "text" | "email" | "tel" | "date"
        readonly autocomplete?: string
        readonly maxLength?: number
      }
    | {
        readonly kind: "password"
        readonly autocomplete: "current-password" | "new-password"
        readonly show: string
        readonly hide: string
      }
    | { readonly kind: "textarea"; readonly rows?: number; readonly maxLength?: number }
    | { readonly kind: "select"; readonly options: ReadonlyArray<{ readonly value: string; readonly label: string }> }
}

/** Draws a field: label, hint, error, control, tied together for assistive technology. */
export const Field = (props: FieldProps): Html => {
  const { id, label, hint, error } = props
  return html`<div class="field"${attributes({ "data-error": error !== undefined })}>
<label for="${id}">${label}</label>
${hint === undefined ? null : html`<p class="hint" id="${id}-hint">${hint}</p>`}
${error === undefined ? null : html`<p class="error" id="${id}-error">${Icon("stop")} ${error}</p>`}
${control(props)}
</div>`
}

const control = (props: FieldProps): Html => {
  const { control: kind = { kind: "input" }, value } = props
  switch (kind.kind) {
    case "input":
      return html`<input type="${kind.type ?? "text"}"${common(props, { value, autocomplete: kind.autocomplete, maxlength: kind.maxLength })}>`
    case "password":
      return html`<span class="joined"><input type="password"${common(props, { autocomplete: kind.autocomplete, autocapitalize: "none", spellcheck: "false" })}><button
 type="button" class="quiet" hidden aria-controls="${props.id}" aria-pressed="false" data-show="${kind.show}" data-hide="${kind.hide}">${kind.show}</button></span>`
    case "textarea":
      return html`<textarea${common(props, { rows: kind.rows ?? 4, maxlength: kind.maxLength })}>
${value}</textarea>`
    case "select":
      return html`<select${common(props, {})}>${kind.options.map(
        (option) =>
          html`<option${attributes({ value: option.value, selected: option.value === value })}>${option.label}</option>`
      )}</select>`
  }
}

const common = ({ id, name, hint, error, required }: FieldProps, own: Parameters<typeof attributes>[0]): Attributes =>
  attributes({
    id,
    name,
    ...own,
    required: required === true,
    "aria-invalid": error === undefined ? null : "true",
    "aria-describedby":
      [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].filter(Boolean).join(" ") ||
      null
  })
