import { type Attributes, attributes, type Html, html } from "../Html.ts"
import type { PlanningCellView, PlanningDayView, PlanningRowView } from "./PlanningView.ts"
import { StateMark, stateName } from "./StateMark.ts"

/**
 * Draws one cell. Where something can be done it is a checkbox whose label is a whole sentence;
 * elsewhere a mark with its word. `refusals` collects the reasons, which cells name by number;
 * `chosen` holds the slots that are ticked already.
 */
export const PlanningCell = (
  row: PlanningRowView,
  day: PlanningDayView,
  cell: PlanningCellView,
  refusals: Map<string, number>,
  chosen?: ReadonlySet<string>
): Html => {
  const name = stateName(cell.state)
  const mark = StateMark(name)
  const space = cell.hint === null ? "" : " "
  if (cell.actions.length > 0) {
    const ticked = chosen?.has(`${row.activityId}|${day.day}`) === true ? checked : noAttributes
    // Piece by piece: what many cells share is drawn already.
    return html`<td class="${name}"${today(day)} data-can="${can(cell.actions)}"><label><input type="checkbox" name="slot" value="${row.activityId}|${day.day}"${ticked}>${mark}<span>${row.label}, ${day.name} : ${cell.label}.${space}${cell.hint}</span></label></td>`
  }
  const why = reasonNumber(cell.refusal, refusals)
  return mark === null && why === null
    ? ground(name, day)
    : html`<td class="${name}"${today(day)}${attributes({ "data-why": why })}>${mark}<span>${cell.label}.${space}${cell.hint}</span></td>`
}

/** Half of a month has nothing to say: those cells are drawn once. */
const grounds = new Map<string, Html>()

const ground = (name: string, day: PlanningDayView): Html => {
  const key = day.isToday ? `${name} today` : name
  const known = grounds.get(key)
  if (known !== undefined) return known
  const drawn = html`<td class="${name}"${today(day)}></td>`
  grounds.set(key, drawn)
  return drawn
}

const can = (actions: PlanningCellView["actions"]): string =>
  actions.length === 1 ? (actions[0] ?? "") : actions.join(" ")

const noAttributes = attributes({})
const todayAttributes = attributes({ "data-today": true })
const checked = attributes({ checked: true })
const today = (day: PlanningDayView): Attributes => (day.isToday ? todayAttributes : noAttributes)

const reasonNumber = (refusal: string | null, refusals: Map<string, number>): number | null => {
  if (refusal === null) return null
  const known = refusals.get(refusal)
  if (known !== undefined) return known
  refusals.set(refusal, refusals.size)
  return refusals.size - 1
}
