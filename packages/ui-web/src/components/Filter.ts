import { attributes, type Html, html } from "../Html.ts"

/** Which part of a list is shown: each choice is an address of its own. */
export interface FilterProps {
  readonly label: string
  readonly choices: ReadonlyArray<{ readonly href: string; readonly label: string; readonly current: boolean }>
}

/** Draws the choices in a row. */
export const Filter = ({ label, choices }: FilterProps): Html =>
  html`<nav class="filter" aria-label="${label}"><ul>${choices.map(
    (choice) =>
      html`<li><a href="${choice.href}"${attributes({ "aria-current": choice.current ? "true" : null })}>${choice.label}</a></li>`
  )}</ul></nav>`
