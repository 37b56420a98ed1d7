/**
 * Why a day of a planning cannot take a gesture, in French. The page says it on the cell, and the server says the same
 * when it refuses. It goes into the browser, so it takes types only.
 */
import type { NoAction } from "../PlanningCell.ts"
import type { SlotRefusal } from "../PlanningGesture.ts"
import { longDateInSentence } from "./dates.ts"
import { plural } from "./plural.ts"

const reasons: { readonly [R in SlotRefusal["reason"]]: string } = {
  past: "Trop tard, les demandes se font au plus tard la veille.",
  closed: "L'activité est fermée ce jour-là.",
  notOffered: "L'activité n'a pas lieu ce jour-là, ou l'enfant n'y est pas inscrit.",
  mayNotBook: "Vous pouvez voir ce planning, mais pas y faire de demande.",
  decided: "L'absence a déjà reçu une réponse. Pour la changer, écrivez à la mairie.",
  attended: "La présence de l'enfant est déjà notée.",
  inconsistent: "Les informations de ce jour se contredisent. La mairie doit les vérifier.",
  otherAction: "Ce jour ne se prête pas à cette demande, regardez son état dans le planning."
}

/**
 * Why nothing can be done on a cell, or not this.
 *
 * @category words
 */
export const whyNot = (reason: NoAction | SlotRefusal["reason"]): string => reasons[reason]

/** How many days are named before the rest is counted. */
const named = 5

/**
 * The refusals of a gesture, one sentence a reason with its days: nothing of the gesture was done.
 *
 * @category words
 */
export const refusedSlots = (refusals: ReadonlyArray<SlotRefusal>): ReadonlyArray<string> => {
  const byReason = Map.groupBy(refusals, ({ reason }) => reason)
  return [...byReason].map(([reason, those]) => {
    const days = [...new Set(those.map(({ slot }) => slot.day))].toSorted()
    const rest = days.length - named
    const list = days.slice(0, named).map(longDateInSentence).join(", ")
    const more = rest > 0 ? ` et ${rest} ${plural(rest, "autre jour", "autres jours")}` : ""
    return `${list.charAt(0).toUpperCase()}${list.slice(1)}${more}\u00a0: ${whyNot(reason).charAt(0).toLowerCase()}${whyNot(reason).slice(1)}`
  })
}
