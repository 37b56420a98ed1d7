import { cellSentence } from "./cellSentence.ts"
import { grid } from "./planningGrid.ts"
import { menu } from "./planningMenu.ts"
import { selection } from "./planningSelection.ts"

/** Shows the sentence of the cell under the pointer or the focus, which assistive technology reads in the cell itself. */
const tell = (form: HTMLFormElement): void => {
  const line = form.querySelector<HTMLElement>(".said")
  if (line === null) return
  line.hidden = false
  for (const kind of ["focusin", "pointerover"]) {
    form.addEventListener(kind, (event) => {
      const cell = event.target instanceof Element ? event.target.closest("td") : null
      if (cell !== null) line.textContent = cellSentence(cell)
    })
  }
}

/** Brings today's column into view on a screen that holds a part of the month only. */
const showToday = (form: HTMLFormElement): void => {
  const today = form.querySelector<HTMLElement>("th[data-today]")
  const first = form.querySelector<HTMLElement>("thead th")
  const scroller = form.querySelector(".scroll")
  if (today && first && scroller) scroller.scrollLeft = today.offsetLeft - first.offsetWidth - today.offsetWidth
}

/** Enhances the planning's form: keyboard grid, menu of a cell, selection of several days (S98, S109). */
const form = document.querySelector<HTMLFormElement>("form.planning")
if (form !== null) {
  form.dataset.live = ""
  const chosen = selection(form)
  grid(form, chosen, menu(form, chosen))
  tell(form)
  showToday(form)
}
