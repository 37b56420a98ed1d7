import { cellSentence } from "./cellSentence.ts"
import { can, type Selection } from "./planningSelection.ts"

/** Opens the menu of a cell beside a point of the window; it gives the focus back when it closes. */
export type OpenMenu = (cell: HTMLTableCellElement, at: { readonly x: number; readonly y: number }) => void

/** Makes the menu of a planning. Its items are the form's own buttons; what cannot be done says why. */
export const menu = (form: HTMLFormElement, selection: Selection): OpenMenu => {
  const buttons = [...form.querySelectorAll<HTMLButtonElement>("button[name=action]")]
  const reasons = form.querySelector("ol[hidden]")
  const box = document.createElement("div")
  let opener: HTMLElement | null = null
  box.className = "menu"
  box.hidden = true
  form.append(box)

  const close = () => {
    box.hidden = true
    opener?.focus()
    opener = null
  }

  const item = (cell: HTMLTableCellElement, button: HTMLButtonElement): HTMLButtonElement | null => {
    const input = cell.querySelector("input")
    const why = reasons?.children[Number(cell.dataset.why ?? Number.NaN)]?.textContent
    if (input === null ? why === undefined || button.value === "withdraw" : !can(input, button.value)) return null
    const entry = document.createElement("button")
    entry.type = "button"
    entry.tabIndex = -1
    entry.setAttribute("role", "menuitem")
    entry.textContent = button.dataset.menu ?? button.textContent
    if (input === null) {
      entry.setAttribute("aria-disabled", "true")
      entry.append(document.createElement("small"))
      if (entry.lastElementChild !== null) entry.lastElementChild.textContent = why ?? ""
    } else {
      entry.onclick = () => {
        close()
        selection.act(input, button.value)
      }
    }
    return entry
  }

  box.addEventListener("keydown", (event) => {
    const items = [...box.querySelectorAll<HTMLElement>("button")]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const to: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1 + items.length,
      Home: 0,
      End: items.length - 1
    }
    const next = to[event.key]
    if (next !== undefined) items[next % items.length]?.focus()
    else if (event.key === "Escape" || event.key === "Tab") close()
    else return
    event.preventDefault()
    event.stopPropagation()
  })
  document.addEventListener("pointerdown", (event) => {
    if (!box.hidden && !box.contains(event.target as Node)) {
      opener = null
      close()
    }
  })

  return (cell, { x, y }) => {
    const entries = buttons.map((button) => item(cell, button)).filter((entry) => entry !== null)
    if (entries.length === 0) return
    const heading = document.createElement("p")
    heading.textContent = cellSentence(cell)
    const list = document.createElement("div")
    list.setAttribute("role", "menu")
    list.setAttribute("aria-label", form.dataset.menu ?? "")
    list.append(...entries)
    box.replaceChildren(heading, list)
    box.hidden = false
    box.style.left = `${Math.max(8, Math.min(x, innerWidth - box.offsetWidth - 8))}px`
    box.style.top = `${Math.max(8, Math.min(y, innerHeight - box.offsetHeight - 8))}px`
    opener = cell.querySelector("input") ?? cell
    entries[0]?.focus()
  }
}
