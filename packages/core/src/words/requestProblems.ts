/**
 * What is wrong with a request to the server before the domain is reached, or when the machine fails: the titles and
 * details that pages and the API share with `problems`.
 */
import type { Problem } from "./problems.ts"

/**
 * The problems of a request, by what is wrong with it. `invalid` goes with the list of `mistakes`.
 *
 * @category words
 */
export const requestProblems = {
  malformed: { title: "Texte illisible", detail: "Le corps de la requête n'est pas du JSON bien formé." },
  invalid: { title: "Données à corriger", detail: "Certaines données ne conviennent pas. Rien n'a changé." },
  tooLarge: { title: "Envoi trop grand", detail: "Le corps de la requête dépasse la taille permise." },
  wrongType: { title: "Format non accepté", detail: "Cette adresse accepte seulement application/json." },
  noSuchPage: {
    title: "Page introuvable",
    detail: "Cette page n'existe pas. Vérifiez l'adresse, ou revenez à l'accueil."
  },
  wrongMethod: { title: "Méthode non permise", detail: "Cette adresse ne répond pas à cette méthode." },
  crossSite: {
    title: "Envoi refusé",
    detail: "Cet envoi ne vient pas d'une page du portail. Ouvrez le portail et recommencez."
  },
  tokenMissing: {
    title: "Jeton attendu",
    detail: "Envoyez votre jeton dans l'en-tête Authorization, précédé de Bearer."
  }
} as const satisfies Record<string, Problem>

/**
 * What is told when the machine fails: the number lets staff find what happened.
 *
 * @category words
 */
export const incident = (id: string): Problem => ({
  title: "Incident technique",
  detail: `Quelque chose n'a pas marché de notre côté. Réessayez dans un moment\u00a0; si cela dure, donnez à la mairie ce numéro\u00a0: ${id}.`
})

/**
 * What is told while the portal cannot reach its data.
 *
 * @category words
 */
export const unavailable = (id: string): Problem => ({
  title: "Portail momentanément indisponible",
  detail: `Vos données sont en sécurité, mais le portail ne peut pas les lire en ce moment. Réessayez dans une minute. Numéro d'incident\u00a0: ${id}.`
})
