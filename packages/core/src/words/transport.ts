/**
 * What the portal says when a request does not reach any workflow: it is badly made, comes from elsewhere, or the
 * machine fails. Pages and the API read the same words.
 */
import type { Problem } from "./problems.ts"

/**
 * Why a request is turned back at the door.
 *
 * @category errors
 */
export type TransportRefusal =
  | "malformed"
  | "unreadableJson"
  | "invisibleCharacters"
  | "foreignOrigin"
  | "nothingHere"
  | "tooLarge"
  | "notJson"
  | "failed"
  | "unavailable"

/**
 * The words of each refusal.
 *
 * @category words
 */
export const transportProblems: { readonly [Refusal in TransportRefusal]: Problem } = {
  malformed: {
    title: "Données à corriger",
    detail: "Certaines données envoyées ne conviennent pas. Rien n'a changé."
  },
  unreadableJson: {
    title: "Données illisibles",
    detail: "Le texte envoyé n'est pas du JSON valide. Rien n'a changé."
  },
  invisibleCharacters: {
    title: "Texte à corriger",
    detail:
      "Un des champs contient des caractères invisibles qui ne sont pas permis. Rien n'a changé\u00a0: revenez en arrière, effacez ce champ et tapez-le de nouveau."
  },
  foreignOrigin: {
    title: "Envoi venu d'ailleurs",
    detail: "Cet envoi ne vient pas d'une page du portail. Rien n'a changé\u00a0: recommencez depuis le portail."
  },
  nothingHere: {
    title: "Page introuvable",
    detail: "Il n'y a rien à cette adresse. Vérifiez-la, ou revenez à l'accueil."
  },
  tooLarge: {
    title: "Envoi trop grand",
    detail: "Ce que vous envoyez dépasse 64\u00a0Kio. Rien n'a changé."
  },
  notJson: {
    title: "Format non accepté",
    detail: "Le portail n'accepte ici que des données «\u00a0application/json\u00a0». Rien n'a changé."
  },
  failed: {
    title: "Le portail a rencontré une panne",
    detail: "Ce n'est pas de votre fait. Si cela se répète, donnez ce numéro d'incident à la mairie."
  },
  unavailable: {
    title: "Le portail est indisponible",
    detail: "Réessayez dans quelques instants. Si cela dure, donnez ce numéro d'incident à la mairie."
  }
}
