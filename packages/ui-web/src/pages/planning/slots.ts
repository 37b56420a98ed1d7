import { ActivityId } from "@portail-famille/core/Activity"
import type { Slot } from "@portail-famille/core/Booking"
import { Day } from "@portail-famille/core/Day"
import type { CellAction } from "@portail-famille/core/PlanningCell"
import { SlotsRefused } from "@portail-famille/core/PlanningGesture"
import type { PlanningMonth, PlanningMonthCell } from "@portail-famille/core/PlanningMonth"
import { Schema } from "effect"

/** The most slots of one gesture, as in the API. */
const mostSlots = 400

/** What the boxes of a form said: slots, or a sentence that says what is wrong with them. */
export type SlotsSaid =
  | { readonly _tag: "Slots"; readonly slots: readonly [Slot, ...ReadonlyArray<Slot>] }
  | { readonly _tag: "Unfit"; readonly message: string }

/** Reads the fields `slot`, each "activity|2015-04-09". */
export const readSlots = (fields: ReadonlyArray<string>): SlotsSaid => {
  if (fields.length > mostSlots) return unfit(`Choisissez ${mostSlots} jours au plus à la fois.`)
  const slots: Array<Slot> = []
  for (const field of fields) {
    const cut = field.indexOf("|")
    const [activityId, day] = [field.slice(0, cut), field.slice(cut + 1)]
    if (!isDay(day)) return unfit("Un des jours choisis n'existe pas dans le calendrier. Choisissez-le dans la grille.")
    if (!isActivityId(activityId))
      return unfit("Une des activités choisies n'existe pas. Choisissez-la dans la grille.")
    slots.push({ activityId, day })
  }
  const [first, ...rest] = slots
  return first === undefined
    ? unfit("Aucun jour n'est choisi. Cochez un ou plusieurs jours dans la grille, puis recommencez.")
    : { _tag: "Slots", slots: [first, ...rest] }
}

/** The value of a slot's box. */
export const slotField = ({ activityId, day }: Slot): string => `${activityId}|${day}`

/** The refusal of the slots on which the month that is shown does not offer the action; `null` when all of them do. */
export const refusedIn = (
  { groups, days }: PlanningMonth,
  slots: ReadonlyArray<Slot>,
  action: CellAction
): SlotsRefused | null => {
  const cells = new Map<string, PlanningMonthCell>(
    groups.flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.map((cell, i) => [`${row.activityId}|${days[i]?.day}`, cell] as const))
    )
  )
  const [first, ...rest] = slots.flatMap((slot) => {
    const cell = cells.get(slotField(slot))
    if (cell?.actions.includes(action) === true) return []
    return [{ slot, reason: cell === undefined ? ("notOffered" as const) : (cell.reason ?? ("otherAction" as const)) }]
  })
  return first === undefined ? null : new SlotsRefused({ refusals: [first, ...rest] })
}

const isDay = Schema.is(Day)
const isActivityId = Schema.is(ActivityId)
const unfit = (message: string): SlotsSaid => ({ _tag: "Unfit", message })
