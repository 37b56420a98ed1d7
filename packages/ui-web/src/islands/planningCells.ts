/** A cell by row and column, in the order in which the table shows them. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** The cells of a planning by place. */
export interface Cells {
  readonly placeOf: (target: EventTarget | null) => Place | undefined
  readonly at: (place: Place) => HTMLTableCellElement | undefined
  /** The boxes of the rectangle between two places. */
  readonly between: (from: Place, to: Place) => ReadonlyArray<HTMLInputElement>
}

/** Reads the places of a table's cells, row by row. */
export const cellsOf = (rows: ReadonlyArray<ReadonlyArray<HTMLTableCellElement>>): Cells => {
  const places = new Map<Element, Place>()
  rows.forEach((row, y) => {
    row.forEach((cell, x) => {
      places.set(cell, { row: y, column: x })
    })
  })
  const span = (a: number, b: number) => [Math.min(a, b), Math.max(a, b) + 1] as const
  return {
    placeOf: (target) => {
      const cell = target instanceof Element ? target.closest("td") : null
      return cell === null ? undefined : places.get(cell)
    },
    at: ({ row, column }) => rows[row]?.[column],
    between: (from, to) =>
      rows
        .slice(...span(from.row, to.row))
        .flatMap((row) =>
          row.slice(...span(from.column, to.column)).flatMap((cell) => cell.querySelector("input") ?? [])
        )
  }
}
