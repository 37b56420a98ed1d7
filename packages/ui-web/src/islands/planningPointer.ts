import type { Cells, Place } from "./planningCells.ts"
import type { OpenMenu } from "./planningMenu.ts"
import type { Selection } from "./planningSelection.ts"

const longPress = 500

/** Right click and long press open a cell's menu; dragging and Shift with a click choose a range. */
export const planningPointer = (
  table: HTMLTableElement,
  cells: Cells,
  selection: Selection,
  open: OpenMenu,
  current: () => Place
): void => {
  let drag: Drag | undefined
  let press: { readonly timer: ReturnType<typeof setTimeout>; readonly x: number; readonly y: number } | undefined
  let from: Place | undefined
  let swallowClick = false

  const openAt = (target: EventTarget | null, at: { readonly x: number; readonly y: number }): boolean => {
    const place = cells.placeOf(target)
    const cell = place && cells.at(place)
    if (cell === undefined) return false
    open(cell, at)
    return true
  }
  const release = () => clearTimeout(press?.timer)

  table.addEventListener("contextmenu", (event) => {
    release()
    if (openAt(event.target, { x: event.clientX, y: event.clientY })) event.preventDefault()
  })
  table.addEventListener("pointerdown", (event) => {
    const place = cells.placeOf(event.target)
    from = current()
    swallowClick = false
    if (place === undefined || event.button !== 0) return
    if (event.pointerType !== "mouse") {
      const { target, clientX: x, clientY: y } = event
      press = {
        x,
        y,
        timer: setTimeout(() => {
          swallowClick = openAt(target, { x, y })
        }, longPress)
      }
      return
    }
    const box = cells.at(place)?.querySelector("input")
    if (box && !event.shiftKey) drag = { from: place, before: selection.snapshot(), on: !box.checked, moved: false }
  })
  table.addEventListener("pointermove", (event) => {
    if (press !== undefined && Math.hypot(event.clientX - press.x, event.clientY - press.y) > 10) release()
  })
  table.addEventListener("pointerover", (event) => {
    const place = cells.placeOf(event.target)
    if (drag === undefined || place === undefined || event.buttons !== 1) return
    if (!drag.moved && place.row === drag.from.row && place.column === drag.from.column) return
    drag.moved = true
    selection.paint(drag.before, cells.between(drag.from, place), drag.on)
  })
  for (const end of ["pointerup", "pointercancel"] as const) {
    addEventListener(end, () => {
      release()
      swallowClick ||= drag?.moved === true
      drag = undefined
    })
  }
  table.addEventListener("click", (event) => {
    const place = cells.placeOf(event.target)
    // This click only ends a drag or a long press: the box keeps what the gesture gave it.
    if (swallowClick) event.preventDefault()
    else if (event.shiftKey && place !== undefined && from !== undefined) {
      selection.paint(selection.snapshot(), cells.between(from, place), true)
    }
    swallowClick = false
  })
}

interface Drag {
  readonly from: Place
  readonly before: ReadonlySet<HTMLInputElement>
  readonly on: boolean
  moved: boolean
}
