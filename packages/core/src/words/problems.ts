/**
 * Every refusal of the domain in French: a title, and a detail that says what to do. Pages, the API's problems and the
 * command line read the same words. No sentence holds a name, an address, an identifiant or a password.
 */
import type { NotAllowed } from "../Access.ts"
import type { CommuneRefused } from "../Commune.ts"
import type { OperationRefused } from "../Ledger.ts"
import type { NotEnrolled, SlotsRefused } from "../PlanningGesture.ts"
import type { AlreadyClosed, AnswerUnfit } from "../Request.ts"
import type { AlreadyHasLogin, IdentifiantTaken } from "../services/Accounts.ts"
import type { HostTaken, UnknownCommune } from "../services/Communes.ts"
import type { FamilyNumberTaken, NotFound, OtherFamily } from "../services/Families.ts"
import type { NumberTaken } from "../services/Ledgers.ts"
import type { LinkDead, PasswordRefused } from "../services/Passwords.ts"
import type { PasswordChangeDue, SignedOut, WrongCredentials } from "../services/SignIn.ts"
import type { TokenRefused } from "../services/Staff.ts"
import type { KeyReused } from "../services/Writes.ts"
import type { TooManyAttempts } from "../Throttle.ts"
import { capitalised, longDateInSentence } from "./dates.ts"
import { wait } from "./durations.ts"
import { brokenRules } from "./passwords.ts"
import { actName, contradiction, things } from "./problemParts.ts"
import { refusedSlots } from "./slots.ts"

/**
 * Every refusal that a workflow of the core can give to whoever asked.
 *
 * @category errors
 */
export type DomainError =
  | AlreadyClosed
  | AlreadyHasLogin
  | AnswerUnfit
  | CommuneRefused
  | FamilyNumberTaken
  | HostTaken
  | IdentifiantTaken
  | KeyReused
  | LinkDead
  | NotAllowed
  | NotEnrolled
  | NotFound
  | NumberTaken
  | OperationRefused
  | OtherFamily
  | PasswordChangeDue
  | PasswordRefused
  | SignedOut
  | SlotsRefused
  | TokenRefused
  | TooManyAttempts
  | UnknownCommune
  | WrongCredentials

/**
 * What is told of a refusal: a title without a final stop, and one or more whole sentences.
 *
 * @category words
 */
export interface Problem {
  readonly title: string
  readonly detail: string
}

type Words = { readonly [Tag in DomainError["_tag"]]: (error: Extract<DomainError, { _tag: Tag }>) => Problem }

const words: Words = {
  AlreadyClosed: () =>
    say("Demande déjà close", "Cette demande a déjà reçu une réponse ou a été retirée. Elle reste comme elle était."),
  AlreadyHasLogin: () =>
    say("Identifiant déjà remis", "Cet adulte a déjà un identifiant. Vous pouvez lui donner un nouveau mot de passe."),
  AnswerUnfit: () =>
    say(
      "Réponse qui ne convient pas à la demande",
      "Une absence acceptée est excusée, facturée ou prise en congé\u00a0; une réservation est acceptée telle quelle ou mise sur liste d'attente."
    ),
  CommuneRefused: ({ problems }) => say("Configuration refusée", problems.map(contradiction).join(" ")),
  FamilyNumberTaken: () =>
    say("Numéro de famille déjà pris", "Une autre famille de la commune porte ce numéro. Choisissez-en un autre."),
  HostTaken: ({ host }) =>
    say("Adresse déjà prise", `Une autre commune répond déjà à l'adresse «\u00a0${host}\u00a0».`),
  IdentifiantTaken: () =>
    say("Identifiant déjà pris", "Un autre compte de la commune porte cet identifiant. Choisissez-en un autre."),
  KeyReused: () =>
    say(
      "Clé déjà utilisée",
      "Cette clé d'envoi a déjà servi pour autre chose. Rien n'a changé\u00a0: recommencez avec une clé nouvelle."
    ),
  LinkDead: () =>
    say(
      "Lien qui n'ouvre plus",
      "Ce lien a déjà servi, a été remplacé ou a dépassé son délai. Demandez-en un nouveau depuis «\u00a0Mot de passe oublié\u00a0»."
    ),
  NotAllowed: ({ act }) =>
    say(
      "Action non permise",
      `${actName(act)}\u00a0: votre rôle ou vos structures ne le permettent pas. L'administrateur du portail peut les changer.`
    ),
  NotEnrolled: ({ slot }) =>
    say("Enfant non inscrit", `L'enfant n'est pas inscrit à cette activité le ${longDateInSentence(slot.day)}.`),
  NotFound: ({ what }) => {
    const { noun, thisOne } = things[what]
    return say(
      `${capitalised(noun)} introuvable`,
      `${capitalised(thisOne)} n'existe pas, ou ne vous est pas accessible. Vérifiez l'adresse, ou revenez à l'accueil.`
    )
  },
  NumberTaken: ({ number }) =>
    say("Numéro d'opération déjà pris", `La régie a déjà une opération de ce type sous le n°\u00a0${number}.`),
  OperationRefused: ({ reason }) =>
    reason === "periodReversed"
      ? say("Opération refusée", "La période de la facture finit avant de commencer.")
      : say("Opération refusée", "Le remboursement dépasse l'avance du compte."),
  OtherFamily: () =>
    say(
      "Familles différentes",
      "Ces personnes ne sont pas du même dossier famille\u00a0: elles ne peuvent être liées."
    ),
  PasswordChangeDue: () =>
    say(
      "Mot de passe à changer",
      "Votre mot de passe vous a été remis par la mairie. Choisissez le vôtre pour continuer."
    ),
  PasswordRefused: ({ broken }) => say("Mot de passe refusé", brokenRules(broken).join(" ")),
  SignedOut: () => say("Vous n'êtes pas connecté", "Votre session est finie ou n'a pas commencé. Identifiez-vous."),
  SlotsRefused: ({ refusals }) =>
    say("Rien n'a été envoyé", `${refusedSlots(refusals).join(" ")} Retirez ces jours de votre choix et recommencez.`),
  TokenRefused: () =>
    say("Jeton refusé", "Ce jeton est inconnu, expiré ou révoqué. L'administrateur du portail peut en faire un autre."),
  TooManyAttempts: ({ seconds }) =>
    say("Trop d'essais", `Attendez ${wait(seconds)} avant de recommencer. Votre compte n'est pas bloqué.`),
  UnknownCommune: () => say("Commune inconnue", "Aucune commune ne répond sous ce nom. Vérifiez l'adresse."),
  WrongCredentials: () =>
    say(
      "Identifiant ou mot de passe incorrect",
      "Vérifiez l'identifiant, le mot de passe et la touche des majuscules, puis recommencez."
    )
}

/**
 * The words of a refusal. A refusal without words does not compile.
 *
 * @category words
 */
export const problemOf = (error: DomainError): Problem => (words[error._tag] as (error: DomainError) => Problem)(error)

/**
 * The tags that have words, for whoever proves that none is missing.
 *
 * @category words
 */
export const spokenTags: ReadonlyArray<string> = Object.keys(words)

function say(title: string, detail: string): Problem {
  return { title, detail }
}
