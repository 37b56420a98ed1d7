/** The chosen slots of a planning: its checked boxes, and the bar at its foot that follows them. */
export interface Selection {
  /** Counts again and shows in the bar what can be done with what is chosen. */
  readonly refresh: () => void
  /** What was chosen when a gesture began, so that it can grow and shrink. */
  readonly snapshot: () => ReadonlySet<HTMLInputElement>
  /** Sets `boxes` on top of a snapshot. */
  readonly paint: (before: ReadonlySet<HTMLInputElement>, boxes: ReadonlyArray<HTMLInputElement>, on: boolean) => void
  /** Chooses this one alone, unless it is among the chosen, then presses the form's button. */
  readonly act: (box: HTMLInputElement, action: string) => void
}

/** Ties the bar to the boxes. */
export const selection = (form: HTMLFormElement): Selection => {
  const boxes = [...form.querySelectorAll<HTMLInputElement>("td input")]
  const buttons = [...form.querySelectorAll<HTMLButtonElement>("button[name=action]")]
  const clear = form.querySelector<HTMLButtonElement>("button[type=reset]")
  const status = form.querySelector<HTMLElement>("[role=status]")
  const labels = buttons.map((button) => button.textContent ?? "")

  const refresh = () => {
    const chosen = boxes.filter((box) => box.checked)
    const count = String(chosen.length)
    if (status !== null) {
      const { none, one, many } = status.dataset
      status.textContent = (chosen.length === 0 ? none : chosen.length === 1 ? one : many)?.replace("{n}", count) ?? ""
    }
    buttons.forEach((button, index) => {
      const able = chosen.filter((box) => can(box, button.value)).length
      button.hidden = able === 0
      const partly =
        able < chosen.length ? ` ${status?.dataset.partly?.replace("{n}", String(able)).replace("{of}", count)}` : ""
      button.textContent = labels[index] + partly
    })
    if (clear !== null) clear.hidden = chosen.length === 0
  }

  const paint: Selection["paint"] = (before, painted, on) => {
    for (const box of boxes) box.checked = before.has(box)
    for (const box of painted) box.checked = on
    refresh()
  }

  for (const button of buttons) {
    // Each button counts the slots that take its action: those alone are sent, the server takes all or nothing.
    button.addEventListener("click", () => {
      for (const box of boxes) box.checked &&= can(box, button.value)
    })
  }
  form.addEventListener("change", refresh)
  // The reset takes place after its event.
  form.addEventListener("reset", () => setTimeout(refresh))
  // A page taken back from the browser's memory has its boxes as they were left.
  addEventListener("pageshow", refresh)
  refresh()

  return {
    refresh,
    snapshot: () => new Set(boxes.filter((box) => box.checked)),
    paint,
    act: (box, action) => {
      if (!box.checked) paint(new Set(), [box], true)
      buttons.find((button) => button.value === action)?.click()
    }
  }
}

/** Whether the slot of a box takes an action. */
export const can = (box: HTMLInputElement, action: string): boolean =>
  (box.closest("td")?.dataset.can ?? "").split(" ").includes(action)
