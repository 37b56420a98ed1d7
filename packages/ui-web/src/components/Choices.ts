import { attributes, type Html, html } from "../Html.ts"
import { Icon } from "./Icon.ts"

/** One choice among few, all of them in view: the reason of an absence (S110), a filter. */
export interface ChoicesProps {
  readonly id: string
  readonly name: string
  readonly legend: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly value?: string | undefined
  readonly options: ReadonlyArray<{
    readonly value: string
    readonly label: string
    readonly hint?: string | undefined
  }>
}

/** Draws radio buttons under their question; the first carries `id`, so that a summary can lead there. */
export const Choices = ({ id, name, legend, hint, error, value, options }: ChoicesProps): Html =>
  html`<fieldset class="field"${attributes({
    "data-error": error !== undefined,
    "aria-describedby":
      [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].filter(Boolean).join(" ") ||
      null
  })}>
<legend>${legend}</legend>
${hint === undefined ? null : html`<p class="hint" id="${id}-hint">${hint}</p>`}
${error === undefined ? null : html`<p class="error" id="${id}-error">${Icon("stop")} ${error}</p>`}
${options.map(
  (option, index) =>
    html`<label class="choice"><input type="radio" name="${name}" value="${option.value}"${attributes({
      id: index === 0 ? id : null,
      checked: option.value === value
    })}> <span>${option.label}${option.hint === undefined ? null : html`<small>${option.hint}</small>`}</span></label>`
)}
</fieldset>`
