/** A cell in one sentence: its own where it can be acted upon, else its row, its day and its state. */
export const cellSentence = (cell: HTMLTableCellElement): string => {
  const said = cell.querySelector("span")?.textContent ?? ""
  const row = cell.parentElement?.querySelector("th")?.firstChild?.textContent ?? ""
  const day =
    cell.closest("table")?.querySelectorAll("thead th")[cell.cellIndex]?.querySelector(".hidden")?.textContent ?? ""
  return cell.querySelector("input") || said === "" ? said : `${row}, ${day} : ${said}`
}
