/**
 * The words of the family's record and of the list of its children (S43 to S82).
 */
import type { Day } from "../Day.ts"
import { date } from "./dates.ts"
import { of } from "./names.ts"

/**
 * The record of the family (S43 to S82) and the list of children.
 *
 * @category words
 */
export const record = {
  title: "Mon compte",
  family: "Informations famille",
  first: "Responsable",
  own: "Mes informations",
  second: "Mon conjoint",
  other: "Autre adulte du dossier",
  empty: "Non renseigné",
  changes: "Une information n'est plus à jour\u00a0? Prévenez la mairie, elle la corrigera.",
  children: "Mes enfants",
  readOnly: "Vous voyez son planning, sans pouvoir réserver.",
  noChild: "Aucun enfant à afficher",
  childrenCome: "Les enfants de votre dossier s'affichent ici dès que la mairie les a inscrits."
} as const

/**
 * When a child was born, without agreement: "Date de naissance : 29 février 2008".
 *
 * @category words
 */
export const bornOn = (day: Day): string => `Date de naissance\u00a0: ${date(day)}`

/**
 * The planning of a child: "Planning d'INÈS", "Planning de LÉA". It titles the page and leads to it.
 *
 * @category words
 */
export const planningOf = (firstName: string): string => `Planning ${of(firstName)}`
