import { attributes, type Child, type Html, html } from "../Html.ts"

/** A table of operations, invoices or requests. Amounts stand right, in figures of one width. */
export interface TableProps {
  readonly caption: string
  /** Kept for assistive technology only, where a heading says the same just above. */
  readonly hideCaption?: boolean
  readonly columns: ReadonlyArray<{ readonly label: string; readonly numeric?: boolean }>
  /** Cells in the order of the columns; the first names its row. */
  readonly rows: ReadonlyArray<ReadonlyArray<Child>>
  /** Totals: a label over the columns before the figures, then the figures. */
  readonly totals?: ReadonlyArray<{ readonly label: string; readonly figures: ReadonlyArray<Child> }>
}

/** Draws a table; on a narrow screen each row becomes a block whose cells carry their column's name. */
export const Table = ({
  caption,
  hideCaption,
  columns,
  rows,
  totals = []
}: TableProps): Html => html`<table class="list">
<caption${attributes({ class: hideCaption === true ? "hidden" : null })}>${caption}</caption>
<thead><tr>${columns.map(({ label, numeric }) => html`<th scope="col"${figure(numeric)}>${label}</th>`)}</tr></thead>
<tbody>${rows.map(
  (row) =>
    html`<tr>${row.map((cell, index) =>
      index === 0
        ? html`<th scope="row">${cell}</th>`
        : html`<td data-label="${columns[index]?.label}"${figure(columns[index]?.numeric)}>${cell}</td>`
    )}</tr>`
)}</tbody>
${
  totals.length === 0
    ? null
    : html`<tfoot>${totals.map(
        ({ label, figures }) =>
          html`<tr><th scope="row" colspan="${columns.length - figures.length}">${label}</th>${figures.map(
            (value, index) =>
              html`<td data-label="${columns[columns.length - figures.length + index]?.label}"${figure(true)}>${value}</td>`
          )}</tr>`
      )}</tfoot>`
}
</table>`

const figure = (numeric: boolean | undefined) => attributes({ class: numeric === true ? "figure" : null })
