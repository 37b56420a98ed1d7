/**
 * The words of a planning: its states as the guide's legend has them, spelled right (S96, S105 to S107), the markers of
 * days, what can be done and until when. It goes into the browser, so it takes types only.
 */
import type { Day } from "../Day.ts"
import type { CellAction, CellState } from "../PlanningCell.ts"
import type { PlanningDay, PlanningMonthCell } from "../PlanningMonth.ts"
import { capitalised, longDateInSentence } from "./dates.ts"
import { plural } from "./plural.ts"
import { whyNot } from "./slots.ts"

/**
 * What a state is called by: its tag, and "contract" for a day booked by a contract (Régulier).
 *
 * @category words
 */
export type StateKey = CellState["_tag"] | "contract"

const names: { readonly [State in StateKey]: string } = {
  booked: "Réservé",
  inconsistent: "Erreur",
  contractLeave: "Congé",
  overtime: "Heure hors contrat",
  contract: "Régulier",
  closed: "Fermeture",
  absentBilled: "Absent facturé",
  waitlisted: "Demande en attente",
  absentExcused: "Absent excusé",
  requested: "Réservation en cours de traitement",
  refused: "Réservation refusée",
  absenceRequested: "Absence en cours de traitement",
  attended: "Présent comme réservé",
  attendedUnbooked: "Présent sans réservation",
  free: "Libre",
  notOffered: "Non proposé"
}

/**
 * Which name a state goes by.
 *
 * @category words
 */
export const stateKey = (state: CellState): StateKey =>
  state._tag === "booked" && state.origin === "contract" ? "contract" : state._tag

/**
 * The name of a state.
 *
 * @category words
 */
export const stateName = (key: StateKey): string => names[key]

/**
 * The states of the legend in the guide's order: its twelve, then the two of presence (S96, S105 to S107).
 *
 * @category words
 */
export const legend: ReadonlyArray<{ readonly key: StateKey; readonly name: string }> = (
  Object.keys(names) as ReadonlyArray<StateKey>
)
  .filter((key) => key !== "free" && key !== "notOffered")
  .map((key) => ({ key, name: names[key] }))

/**
 * What is worth knowing beside the name: the waiting list, the reason of a refusal, what is closed; empty otherwise.
 *
 * @category words
 */
export const stateHint = (state: CellState): string => {
  switch (state._tag) {
    case "waitlisted":
      return "liste d'attente"
    case "refused":
      return state.reason
    case "closed":
      return state.label
    case "inconsistent":
      return "la mairie doit vérifier ce jour"
    default:
      return ""
  }
}

/**
 * The letters that mark a day or a cell, and what they stand for (S97, S102).
 *
 * @category words
 */
export const markerNames = { P: "Petites vacances", G: "Grandes vacances", J: "Jour férié", F: "Fermeture" } as const

/**
 * The markers of a day's column with the day's own label: "P" "Vacances de printemps", "J" "Lundi de Pâques".
 *
 * @category words
 */
export const dayMarkers = (
  day: Pick<PlanningDay, "schoolBreak" | "publicHoliday">
): ReadonlyArray<{ readonly letter: keyof typeof markerNames; readonly label: string }> => [
  ...(day.schoolBreak
    ? [{ letter: day.schoolBreak.kind === "summer" ? ("G" as const) : ("P" as const), label: day.schoolBreak.label }]
    : []),
  ...(day.publicHoliday ? [{ letter: "J" as const, label: day.publicHoliday }] : [])
]

const actionNames: { readonly [Action in CellAction]: string } = {
  requestBooking: "Demander une réservation",
  declareAbsence: "Déclarer une absence",
  withdraw: "Retirer la demande"
}

/**
 * What a menu or a button says (S109).
 *
 * @category words
 */
export const actionName = (action: CellAction): string => actionNames[action]

/**
 * The last moment of an action: "jusqu'au dimanche 5 avril au soir".
 *
 * @category words
 */
export const until = (day: Day): string => `jusqu'au ${longDateInSentence(day).slice(0, -5)} au soir`

/**
 * A cell in full, for those who hear it: its state, then what can be done and until when, or why nothing can.
 *
 * @category words
 */
export const cellSentence = (activity: string, day: Day, cell: PlanningMonthCell): string => {
  const hint = stateHint(cell.state)
  const state = `${names[stateKey(cell.state)]}${hint === "" ? "" : ` (${hint})`}`
  const limit = cell.until === undefined ? "" : ` ${until(cell.until)}`
  const can = cell.actions.map((action) => `${actionNames[action]}${limit}.`)
  const cannot = cell.actions.length === 0 && cell.reason !== undefined ? [whyNot(cell.reason)] : []
  return [`${capitalised(longDateInSentence(day))}, ${activity}\u00a0: ${state}.`, ...can, ...cannot].join(" ")
}

/**
 * What a gesture did: "Réservation demandée pour 2 jours. La mairie vous répondra."
 *
 * @category words
 */
export const done = (action: CellAction, n: number): string => {
  const days = `${n} ${plural(n, "jour", "jours")}`
  switch (action) {
    case "requestBooking":
      return `Réservation demandée pour ${days}. La réponse de la mairie se lira ici et dans la liste des demandes.`
    case "declareAbsence":
      return `Absence déclarée pour ${days}. La réponse de la mairie se lira ici et dans la liste des demandes.`
    case "withdraw":
      return `${plural(n, "Demande retirée", "Demandes retirées")} pour ${days}.`
  }
}

/**
 * Said under a month that the national school calendar does not cover yet (S103).
 *
 * @category words
 */
export const unpublished =
  "Le calendrier scolaire de ce mois n'est pas encore publié\u00a0: les vacances n'y sont pas toutes marquées."
