import { attributes, type Child, type Html, html } from "../Html.ts"

/** One section of a file read as a record (S43-S80): every row is shown, the empty ones too. */
export interface RecordProps {
  readonly title: string
  readonly rows: ReadonlyArray<{
    readonly label: string
    /** `null` where nothing is known: the row says `empty`. */
    readonly value: Child
    /** A change that waits for the commune's answer, shown beside the present value. */
    readonly waiting?: string | undefined
  }>
  /** What stands in an empty row. */
  readonly empty: string
  /** What leads to a change of this section. */
  readonly action?: { readonly href: string; readonly label: string } | undefined
}

/** Draws a record. */
export const Record = ({ title, rows, empty, action }: RecordProps): Html => html`<section class="record">
<header><h2>${title}</h2>${action === undefined ? null : html`<a href="${action.href}">${action.label}</a>`}</header>
<dl>${rows.map(({ label, value, waiting }) => {
  const isEmpty = value === null || value === undefined || value === ""
  return html`<div><dt>${label}</dt><dd${attributes({ class: isEmpty ? "none" : null })}>${isEmpty ? empty : value}${
    waiting === undefined ? null : html`<small>${waiting}</small>`
  }</dd></div>`
})}</dl>
</section>`
