/**
 * The family's record as it is read: the labels of the guide in its order, and values in French (S44 to S80).
 */
import type { Adult, AdultRecord, MaritalStatus, Relationship, Title } from "../Adult.ts"
import type { ParentalAuthority } from "../Child.ts"
import type { FamilyNumber } from "../Family.ts"

type Field = keyof AdultRecord | "familyNumber"

/**
 * A row of the record. An empty value is an empty row.
 *
 * @category words
 */
export interface RecordRow {
  readonly field: Field
  readonly label: string
  readonly value: string
}

const labels: { readonly [F in Field]: string } = {
  title: "Civilité",
  familyNumber: "N° famille",
  lastName: "Nom",
  firstName: "Prénom",
  relationship: "Qualité",
  maritalStatus: "Situation",
  address: "Adresse",
  postcode: "Code postal",
  city: "Ville",
  homePhone: "Téléphone domicile",
  workPhone: "Téléphone professionnel",
  mobilePhone: "Mobile",
  email: "E-mail",
  accountHolder: "Titulaire du compte",
  bankName: "Nom de la banque",
  occupation: "Profession",
  occupationCategory: "CSP",
  employer: "Employeur",
  employerAddress: "Adresse de l'employeur",
  emailConsent: "Autorisation courriel",
  smsConsent: "Autorisation SMS",
  benefitScheme: "Organisme de rattachement"
}

const ofFirstAdult = Object.keys(labels) as ReadonlyArray<Field>
const notOfSecond: ReadonlyArray<Field> = [
  "title",
  "familyNumber",
  "relationship",
  "maritalStatus",
  "accountHolder",
  "bankName",
  "benefitScheme"
]

/**
 * The 22 rows of the first adult of the file (S44 to S65).
 *
 * @category words
 */
export const firstAdultRows = (adult: AdultRecord, number: FamilyNumber): ReadonlyArray<RecordRow> =>
  ofFirstAdult.map((field) => rowOf(adult, number, field))

/**
 * The 15 rows of the second adult (S66 to S80).
 *
 * @category words
 */
export const secondAdultRows = (adult: AdultRecord): ReadonlyArray<RecordRow> =>
  ofFirstAdult.filter((field) => !notOfSecond.includes(field)).map((field) => rowOf(adult, "", field))

/**
 * The title: "Monsieur".
 *
 * @category words
 */
export const titleName = (title: Title): string => ({ madame: "Madame", monsieur: "Monsieur" })[title]

/**
 * What an adult is to a child: "Père".
 *
 * @category words
 */
export const relationshipName = (relationship: Relationship): string =>
  ({
    father: "Père",
    mother: "Mère",
    guardian: "Responsable légal",
    stepParent: "Beau-parent",
    grandparent: "Grand-parent",
    other: "Autre"
  })[relationship]

const situations: { readonly [S in MaritalStatus]: readonly [masculine: string, feminine: string, either: string] } = {
  single: ["Célibataire", "Célibataire", "Célibataire"],
  married: ["Marié", "Mariée", "Marié(e)"],
  civilUnion: ["Pacsé", "Pacsée", "Pacsé(e)"],
  cohabiting: ["En concubinage", "En concubinage", "En concubinage"],
  separated: ["Séparé", "Séparée", "Séparé(e)"],
  divorced: ["Divorcé", "Divorcée", "Divorcé(e)"],
  widowed: ["Veuf", "Veuve", "Veuf ou veuve"]
}

/**
 * The situation, which agrees with the title: "Séparé", "Séparée".
 *
 * @category words
 */
export const situationName = (status: MaritalStatus, title: Title | null): string =>
  situations[status][title === "monsieur" ? 0 : title === "madame" ? 1 : 2]

/**
 * Parental authority of an adult over a child.
 *
 * @category words
 */
export const authorityName = (authority: ParentalAuthority): string =>
  ({
    full: "Autorité parentale",
    restricted: "Autorité parentale restreinte",
    none: "Sans autorité parentale"
  })[authority]

/**
 * "Oui" or "Non".
 *
 * @category words
 */
export const yesNo = (yes: boolean): string => (yes ? "Oui" : "Non")

/**
 * Said of another adult of whom only the name may be seen (S11).
 *
 * @category words
 */
export const nameOnly = "Ses coordonnées ne sont visibles que dans son propre compte."

const rowOf = (adult: AdultRecord, number: string, field: Field): RecordRow => ({
  field,
  label: labels[field],
  value: field === "familyNumber" ? number : shown(adult, field)
})

const shown = (adult: Pick<Adult, keyof AdultRecord>, field: keyof AdultRecord): string => {
  switch (field) {
    case "title":
      return adult.title === null ? "" : titleName(adult.title)
    case "relationship":
      return adult.relationship === null ? "" : relationshipName(adult.relationship)
    case "maritalStatus":
      return adult.maritalStatus === null ? "" : situationName(adult.maritalStatus, adult.title)
    case "emailConsent":
    case "smsConsent":
      return yesNo(adult[field])
    default:
      return adult[field] ?? ""
  }
}
