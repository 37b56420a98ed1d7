/**
 * The words of requests: their types, where they stand, and the answer in a sentence (S130 to S138).
 */
import type { Day } from "../Day.ts"
import type { RequestState, RequestSubject, RequestType } from "../Request.ts"
import { outcomeSentence, reasonName } from "./absences.ts"
import { longDateInSentence } from "./dates.ts"

const types: { readonly [Type in RequestType]: string } = { Booking: "Réservation", Absence: "Absence" }

/**
 * The type of a request.
 *
 * @category words
 */
export const typeName = (type: RequestType): string => types[type]

/**
 * The filter of the list (S138): every type, then those that exist.
 *
 * @category words
 */
export const typeChoices: ReadonlyArray<{ readonly type: RequestType | null; readonly label: string }> = [
  { type: null, label: "Toutes les demandes" },
  { type: "Booking", label: "Réservations" },
  { type: "Absence", label: "Absences" }
]

const states: { readonly [Tag in RequestState["_tag"]]: string } = {
  Waiting: "En cours de traitement",
  Waitlisted: "Demande en attente",
  Accepted: "Acceptée",
  Refused: "Refusée",
  Withdrawn: "Retirée"
}

/**
 * Where a request stands, in a word or two.
 *
 * @category words
 */
export const stateName = (tag: RequestState["_tag"]): string => states[tag]

/**
 * What is asked, in a line: "Absence du jeudi 9 avril 2015, Restauration scolaire (raison médicale)".
 *
 * @category words
 */
export const subjectLine = (subject: RequestSubject, activity: string): string => {
  const head = `${types[subject._tag]} du ${longDateInSentence(subject.day)}, ${activity}`
  if (subject._tag === "Booking") return head
  const reason = reasonName(subject.reason)
  return `${head} (${reason.charAt(0).toLowerCase()}${reason.slice(1)})`
}

/**
 * The answer in full. `on` is the day of the answer, `null` while there is none.
 *
 * @category words
 */
export const answerSentence = (state: RequestState, on: Day | null): string => {
  const day = on === null ? "" : ` le ${longDateInSentence(on)}`
  switch (state._tag) {
    case "Waiting":
      return "La mairie n'a pas encore répondu."
    case "Waitlisted":
      return `Mise sur liste d'attente${day}\u00a0: la mairie vous répondra si une place se libère.`
    case "Accepted":
      return `Acceptée${day}.${state.outcome === null ? "" : ` ${outcomeSentence(state.outcome)}`}`
    case "Refused":
      return `Refusée${day}. Motif\u00a0: ${state.reason.replace(/[.\s]+$/u, "")}.`
    case "Withdrawn":
      return `Retirée par la famille${day}.`
  }
}

/**
 * Said where the list is empty: what would stand there.
 *
 * @category words
 */
export const none =
  "Aucune demande pour le moment. Celles que vous ferez depuis le planning d'un enfant se liront ici, avec leur réponse, pendant un mois."
