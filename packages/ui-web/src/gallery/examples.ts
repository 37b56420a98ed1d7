import { Choices } from "../components/Choices.ts"
import { Empty } from "../components/Empty.ts"
import { ErrorSummary } from "../components/ErrorSummary.ts"
import { Field } from "../components/Field.ts"
import { Filter } from "../components/Filter.ts"
import { Icon, iconNames } from "../components/Icon.ts"
import { MonthNav } from "../components/MonthNav.ts"
import { Notice } from "../components/Notice.ts"
import { PasswordRules } from "../components/PasswordRules.ts"
import { PlanningGrid } from "../components/PlanningGrid.ts"
import { Record } from "../components/Record.ts"
import { RequestItem } from "../components/RequestItem.ts"
import { Table } from "../components/Table.ts"
import { type Html, html } from "../Html.ts"
import { planningView, planningWords } from "./planning.ts"

/** A component drawn with data that shows one of its faces. */
export interface Example {
  readonly component: string
  readonly name: string
  readonly html: Html | null
}

const monthNav = MonthNav({
  label: "Mois du planning",
  month: "Avril 2015",
  previous: { href: "?mois=2015-03", label: "Mars" },
  next: { href: "?mois=2015-05", label: "Mai" }
})

/** The planning of the gallery, with its way from month to month. */
export const planningExample: Html = html`${monthNav}${PlanningGrid({
  view: planningView,
  words: planningWords,
  action: "/enfants/1/planning",
  hidden: [["cle", "3f1c"]]
})}`

/** Every component by named examples: read by the tests, the gallery and the documentation. */
export const examples: ReadonlyArray<Example> = [
  {
    component: "Notice",
    name: "the commune's banner",
    html: Notice({ tone: "info", title: "Bienvenue sur le Portail Famille" })
  },
  {
    component: "Notice",
    name: "something done",
    html: Notice({
      tone: "success",
      announce: true,
      title: "Deux jours de cantine sont demandés.",
      body: html`<p>La mairie répond d'ordinaire sous deux jours. <a href="/demandes">Suivre la demande</a></p>`
    })
  },
  {
    component: "Notice",
    name: "something still missing",
    html: Notice({
      tone: "warning",
      title: "Un certificat médical est attendu avant jeudi 23 avril.",
      body: html`<p>Sans lui, l'absence du 16 avril sera facturée 4,20 €.</p>`
    })
  },
  {
    component: "Notice",
    name: "too late",
    html: Notice({
      tone: "danger",
      title: "Trop tard depuis vendredi 10 avril à 11 h.",
      body: html`<p>Vous pouvez encore appeler la cantine au <a href="tel:+33450043053">04 50 04 30 53</a>.</p>`
    })
  },
  {
    component: "ErrorSummary",
    name: "two faults",
    html: ErrorSummary({
      title: "Deux choses sont à corriger",
      errors: [
        { fieldId: "motif", message: "Choisissez le motif de l'absence." },
        { fieldId: "courriel", message: "L'adresse doit contenir un @, comme jean.dupont@exemple.fr." }
      ]
    })
  },
  { component: "ErrorSummary", name: "no fault", html: ErrorSummary({ title: "Rien", errors: [] }) },
  {
    component: "Field",
    name: "with hint, error and what was typed",
    html: Field({
      id: "courriel",
      name: "courriel",
      label: "Adresse électronique",
      hint: "Pour vous prévenir des réponses de la mairie.",
      error: "L'adresse doit contenir un @, comme jean.dupont@exemple.fr.",
      value: "jean.dupont<chez>exemple.fr",
      required: true,
      control: { kind: "input", type: "email", autocomplete: "email" }
    })
  },
  {
    component: "Field",
    name: "several lines",
    html: Field({
      id: "precision",
      name: "precision",
      label: "Précision",
      value: 'Rendez-vous "dentiste" & retour\nà 14 h',
      control: { kind: "textarea", maxLength: 500 }
    })
  },
  {
    component: "Field",
    name: "a list",
    html: Field({
      id: "annee",
      name: "annee",
      label: "Année scolaire",
      value: "2014-2015",
      control: {
        kind: "select",
        options: [
          { value: "2014-2015", label: "2014-2015" },
          { value: "2013-2014", label: "2013-2014" }
        ]
      }
    })
  },
  {
    component: "PasswordRules",
    name: "of Chênex",
    html: html`${Field({
      id: "nouveau",
      name: "nouveau",
      label: "Nouveau mot de passe",
      control: { kind: "password", autocomplete: "new-password", show: "Afficher", hide: "Masquer" }
    })}${PasswordRules({
      fieldId: "nouveau",
      policy: { minLength: 8, upper: true, lower: true, digit: true },
      context: { identifiant: "dupont.j", names: ["JEAN", "DUPONT"] },
      rules: [
        { tags: ["TooShort"], label: "8 caractères au moins" },
        { tags: ["NoUpper"], label: "une majuscule au moins" },
        { tags: ["NoLower"], label: "une minuscule au moins" },
        { tags: ["NoDigit"], label: "un chiffre au moins" },
        { tags: ["TooCommon"], label: "pas un mot de passe courant" },
        { tags: ["ContainsIdentifiant", "ContainsName"], label: "ni votre identifiant, ni vos noms" }
      ]
    })}`
  },
  {
    component: "Choices",
    name: "the reason of an absence",
    html: Choices({
      id: "motif",
      name: "motif",
      legend: "Pourquoi cette absence ?",
      error: "Choisissez le motif de l'absence.",
      options: [
        { value: "medical", label: "Raison médicale", hint: "Un certificat est toujours demandé." },
        { value: "family", label: "Raison familiale" },
        { value: "other", label: "Autre raison" }
      ]
    })
  },
  {
    component: "Record",
    name: "an adult, with empty rows and a change that waits",
    html: Record({
      title: "Responsable",
      empty: "Non renseigné",
      action: { href: "/compte/responsable", label: "Demander une modification" },
      rows: [
        { label: "Civilité", value: "Monsieur" },
        { label: "N° Famille", value: "1001001818331" },
        { label: "Nom", value: "DUPONT" },
        { label: "Prénom", value: "JEAN" },
        { label: "Adresse", value: "12 RUE DES BONBONS", waiting: "Demandé le 2 mai : 3 rue des Chênes" },
        { label: "Téléphone prof.", value: null },
        { label: "Autorisation courriel", value: "Oui" }
      ]
    })
  },
  {
    component: "Table",
    name: "the statement of a school year",
    html: Table({
      caption: "Relevé des opérations",
      columns: [
        { label: "N° Opération" },
        { label: "Date" },
        { label: "Description" },
        { label: "Régie" },
        { label: "Débit", numeric: true },
        { label: "Crédit", numeric: true }
      ],
      rows: [
        ["AL-36", "08/04/2015", "Facture : 01/04/2015 - 30/04/2015", "Régie garderie ALSH", "120,60 €", null],
        ["AL-228", "08/04/2015", "Règlement : Chèque", "Régie garderie ALSH", null, "243,20 €"],
        ["AL-12", "08/04/2015", "Facture : 01/02/2015 - 31/03/2015", "Régie garderie ALSH", "243,20 €", null]
      ],
      totals: [
        { label: "Ancien solde", figures: ["0,00 €", null] },
        { label: "Solde du compte pour l'année scolaire", figures: ["363,80 €", "243,20 €"] }
      ]
    })
  },
  {
    component: "RequestItem",
    name: "waiting",
    html: RequestItem({
      status: "waiting",
      statusLabel: "En attente de réponse",
      title: "Restauration scolaire, vendredi 10 avril, pour Léa",
      steps: [{ when: "mercredi 8 avril à 9 h 12", iso: "2015-04-08T09:12+02:00", what: "Demandée par Jean Dupont" }],
      actions: html`<form method="post" action="/demandes/12/retrait"><button class="second">Retirer la demande</button></form>`
    })
  },
  {
    component: "RequestItem",
    name: "refused, with its reason",
    html: RequestItem({
      status: "refused",
      statusLabel: "Refusée",
      title: "ALSH Vacances journée, vendredi 17 avril, pour Léa",
      steps: [
        { when: "mardi 7 avril à 22 h 40", iso: "2015-04-07T22:40+02:00", what: "Demandée par Jean Dupont" },
        {
          when: "mercredi 8 avril à 8 h 30",
          iso: "2015-04-08T08:30+02:00",
          what: "Refusée par la mairie",
          detail: "Le groupe des 6-8 ans est complet ce jour-là. Une place se libère souvent l'avant-veille."
        }
      ]
    })
  },
  {
    component: "RequestItem",
    name: "accepted",
    html: RequestItem({
      status: "accepted",
      statusLabel: "Acceptée",
      title: "ALSH Vacances journée, jeudi 16 avril, pour Léa",
      steps: [
        { when: "mardi 7 avril à 22 h 40", iso: "2015-04-07T22:40+02:00", what: "Demandée par Jean Dupont" },
        { when: "mercredi 8 avril à 8 h 30", iso: "2015-04-08T08:30+02:00", what: "Acceptée par la mairie" }
      ]
    })
  },
  {
    component: "Empty",
    name: "no request",
    html: Empty({
      icon: "requests",
      title: "Aucune demande ce mois-ci",
      text: "Ce que vous demandez depuis le planning d'un enfant s'affiche ici avec la réponse de la mairie.",
      action: { href: "/enfants", label: "Ouvrir le planning" }
    })
  },
  {
    component: "Filter",
    name: "of the requests",
    html: Filter({
      label: "Type de demande",
      choices: [
        { href: "/demandes", label: "Toutes les demandes", current: true },
        { href: "/demandes?type=Absence", label: "Absences", current: false }
      ]
    })
  },
  { component: "MonthNav", name: "between two months", html: monthNav },
  {
    component: "MonthNav",
    name: "at the end of the calendar",
    html: MonthNav({
      label: "Dernier mois",
      month: "Août 2027",
      previous: { href: "?mois=2027-07", label: "Juillet" },
      next: null
    })
  },
  {
    component: "Icon",
    name: "all of them",
    html: html`<p>${iconNames.map((name) => html`${Icon(name)} ${name} `)}</p>`
  },
  { component: "PlanningGrid", name: "a month with every state", html: planningExample }
]
