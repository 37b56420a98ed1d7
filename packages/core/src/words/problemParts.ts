/**
 * The parts of the sentences that tell a refusal: the things that were not found, the acts that were not allowed, what
 * contradicts itself in a configuration.
 */
import type { StaffAct } from "../Access.ts"
import type { CommuneRefused } from "../Commune.ts"
import type { NotFound } from "../services/Families.ts"

interface Thing {
  readonly noun: string
  /** The noun with its article: "cette famille", "cet adulte". */
  readonly thisOne: string
}

const masculine = (noun: string): Thing => ({ noun, thisOne: `${/^[aeiouyhé]/.test(noun) ? "cet" : "ce"} ${noun}` })
const feminine = (noun: string): Thing => ({ noun, thisOne: `cette ${noun}` })

/**
 * What a `NotFound` is about, with its gender.
 *
 * @category words
 */
export const things: { readonly [What in NotFound["what"]]: Thing } = {
  family: feminine("famille"),
  adult: masculine("adulte"),
  child: masculine("enfant"),
  payer: masculine("payeur"),
  request: feminine("demande"),
  message: masculine("message"),
  document: masculine("document"),
  closure: feminine("fermeture"),
  enrolment: feminine("inscription"),
  account: masculine("compte"),
  activity: feminine("activité"),
  office: feminine("régie"),
  staff: masculine("agent")
}

const acts: { readonly [Act in StaffAct]: string } = {
  readRequests: "Lire les demandes",
  answerRequest: "Répondre à une demande",
  readFamilies: "Lire les dossiers des familles",
  writeFamilies: "Modifier les dossiers des familles",
  takeAttendance: "Noter les présences",
  sendMessage: "Écrire aux familles",
  readMoney: "Lire les comptes",
  postMoney: "Enregistrer une opération",
  issueLogin: "Remettre des identifiants",
  configure: "Configurer le portail"
}

/**
 * What an act of staff is called; an act of another time is "Cette action".
 *
 * @category words
 */
export const actName = (act: string): string => (act in acts ? acts[act as StaffAct] : "Cette action")

/**
 * One contradiction of a commune's document.
 *
 * @category words
 */
export const contradiction = ({ _tag, id }: CommuneRefused["problems"][number]): string => {
  switch (_tag) {
    case "unknownFacility":
      return `L'activité «\u00a0${id}\u00a0» est d'une structure qui n'existe pas.`
    case "duplicateFacility":
      return `Deux structures portent le nom «\u00a0${id}\u00a0».`
    case "duplicateActivity":
      return `Deux activités portent le nom «\u00a0${id}\u00a0».`
    case "duplicateOffice":
      return `Deux régies portent le nom «\u00a0${id}\u00a0».`
    case "duplicatePrefix":
      return `Deux régies numérotent avec le préfixe «\u00a0${id}\u00a0».`
  }
}
