import { type Cells, cellsOf, type Place } from "./planningCells.ts"
import type { OpenMenu } from "./planningMenu.ts"
import { planningPointer } from "./planningPointer.ts"
import type { Selection } from "./planningSelection.ts"

/** Makes the table one stop of the Tab key, walked with the arrows; Shift extends the selection. */
export const grid = (form: HTMLFormElement, selection: Selection, open: OpenMenu): void => {
  const table = form.querySelector("table")
  if (table === null) return
  const rows = [...table.querySelectorAll("tbody tr")]
    .map((row) => [...row.querySelectorAll("td")])
    .filter((row) => row.length > 0)
  const cells = cellsOf(rows)
  table.setAttribute("role", "grid")
  table.setAttribute("aria-multiselectable", "true")
  table.parentElement?.removeAttribute("tabindex")
  for (const row of rows) for (const cell of row) stop(cell).tabIndex = -1

  let current = remembered(cells) ?? firstPlace(rows)
  let anchor = current
  let before = selection.snapshot()
  let extending = false
  const here = () => cells.at(current)
  const enter = (place: Place, focus: boolean) => {
    const from = here()
    const to = cells.at(place)
    if (to === undefined) return
    if (from !== undefined) stop(from).tabIndex = -1
    current = place
    stop(to).tabIndex = 0
    if (focus) stop(to).focus()
  }
  /** A range that Shift extends begins where one stands, on top of what is chosen. */
  const begin = () => {
    anchor = current
    before = selection.snapshot()
  }
  enter(current, sessionStorage.getItem(memory) !== null)
  sessionStorage.removeItem(memory)

  table.addEventListener("focusin", (event) => {
    const place = cells.placeOf(event.target)
    if (place === undefined) return
    enter(place, false)
    if (!extending) begin()
  })
  table.addEventListener("keydown", (event) => {
    const place = cells.placeOf(event.target)
    const cell = place && cells.at(place)
    if (place === undefined || cell === undefined) return
    const to = target(event, place, rows)
    if (to !== undefined) {
      extending = event.shiftKey
      if (extending) selection.paint(before, cells.between(anchor, to), true)
      enter(to, true)
      extending = false
    } else if (event.key === "PageUp" || event.key === "PageDown") {
      const link = document.querySelector<HTMLAnchorElement>(
        `nav.month a[rel=${event.key === "PageUp" ? "prev" : "next"}]`
      )
      if (link === null) return
      sessionStorage.setItem(memory, `${place.row} ${place.column}`)
      link.click()
    } else if (event.key === "Enter" || event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      const { left, bottom } = cell.getBoundingClientRect()
      open(cell, { x: left, y: bottom })
    } else {
      return
    }
    event.preventDefault()
  })
  table.addEventListener("change", begin)
  planningPointer(table, cells, selection, open, () => current)
}

const memory = "planning"

/** What takes the focus in a cell: its box where it has one. */
const stop = (cell: HTMLTableCellElement): HTMLElement => cell.querySelector("input") ?? cell

/** Where the Tab key first enters: the first slot on which something can be done, else the first cell. */
const firstPlace = (rows: ReadonlyArray<ReadonlyArray<HTMLTableCellElement>>): Place => {
  const row = Math.max(
    0,
    rows.findIndex((cells) => cells.some((cell) => cell.querySelector("input")))
  )
  return { row, column: Math.max(0, rows[row]?.findIndex((cell) => cell.querySelector("input")) ?? 0) }
}

/** The place kept when Page Up or Page Down changed the month. */
const remembered = (cells: Cells): Place | undefined => {
  const [row, column] = (sessionStorage.getItem(memory) ?? "").split(" ").map(Number)
  if (row === undefined || column === undefined) return undefined
  const place = { row, column: Math.min(column, 27) }
  return cells.at(place) === undefined ? undefined : place
}

const target = (
  event: KeyboardEvent,
  { row, column }: Place,
  rows: ReadonlyArray<ReadonlyArray<unknown>>
): Place | undefined => {
  const last = { row: rows.length - 1, column: (rows[row]?.length ?? 1) - 1 }
  const whole = event.ctrlKey || event.metaKey
  switch (event.key) {
    case "ArrowLeft":
      return { row, column: Math.max(0, column - 1) }
    case "ArrowRight":
      return { row, column: Math.min(last.column, column + 1) }
    case "ArrowUp":
      return { row: Math.max(0, row - 1), column }
    case "ArrowDown":
      return { row: Math.min(last.row, row + 1), column }
    case "Home":
      return { row: whole ? 0 : row, column: 0 }
    case "End":
      return { row: whole ? last.row : row, column: last.column }
    default:
      return undefined
  }
}
