/**
 * The words around every page: the seven entries, the greeting, the sign-in box, the help line (S7 to S42).
 */
import type { Adult } from "../Adult.ts"
import type { Commune } from "../Commune.ts"
import type { Day } from "../Day.ts"
import { longDate, longDateInSentence } from "./dates.ts"
import { plural } from "./plural.ts"

/**
 * The seven entries of the guide, in its order (S22).
 *
 * @category words
 */
export const navigation = [
  { entry: "home", label: "Accueil" },
  { entry: "account", label: "Mon compte" },
  { entry: "children", label: "Mes enfants" },
  { entry: "statement", label: "Relevé de compte" },
  { entry: "inbox", label: "Boîte de réception" },
  { entry: "requests", label: "Liste des demandes" },
  { entry: "signOut", label: "Déconnexion" }
] as const

/**
 * "Bienvenue JEAN DUPONT, vous avez 1 nouveau message" (S19, S29): the surname in capitals.
 *
 * @category words
 */
export const greeting = (adult: Pick<Adult, "firstName" | "lastName">, unread: number): string =>
  `${welcome(adult)}, ${unreadMessages(unread)}`

/**
 * The greeting without the counter, where the counter is a link of its own: "Bienvenue JEAN DUPONT".
 *
 * @category words
 */
export const welcome = ({ firstName, lastName }: Pick<Adult, "firstName" | "lastName">): string =>
  `Bienvenue ${firstName} ${lastName.toLocaleUpperCase("fr-FR")}`

/**
 * The counter in words: "vous avez 2 nouveaux messages".
 *
 * @category words
 */
export const unreadMessages = (n: number): string => `vous avez ${newMessages(n)}`

/**
 * The sign-in box (S7 to S11).
 *
 * @category words
 */
export const signIn = {
  title: "Compte famille",
  intro: "Afin d'accéder à notre service, veuillez vous identifier.",
  identifiant: "Identifiant",
  password: "Mot de passe",
  show: "Afficher",
  hide: "Masquer",
  submit: "Se connecter",
  forgotten: "Mot de passe oublié\u00a0?",
  origin: "Votre identifiant vous est remis par la mairie.",
  identifiantMissing: "Donnez votre identifiant.",
  passwordMissing: "Donnez votre mot de passe.",
  sessionEnded: "Votre session est finie. Identifiez-vous de nouveau.",
  passwordChosen: "Votre mot de passe est enregistré. Identifiez-vous avec lui."
} as const

/**
 * The pages on which a password is asked for anew or chosen (S10, S13, S38).
 *
 * @category words
 */
export const passwordPages = {
  forgottenTitle: "Mot de passe oublié",
  forgottenIntro: "Donnez votre identifiant\u00a0: nous envoyons un lien à l'adresse e-mail de votre dossier.",
  forgottenDone:
    "Si cet identifiant existe et que son dossier a une adresse e-mail, un lien vient d'y être envoyé. Il ouvre pendant une heure.",
  send: "Recevoir un lien",
  backToSignIn: "Revenir à la page de connexion",
  changeTitle: "Changer le mot de passe",
  changeDue: "Ce mot de passe vous a été remis par la mairie. Choisissez le vôtre pour continuer.",
  chooseTitle: "Choisir un mot de passe",
  chooseFor: "Votre identifiant\u00a0:",
  currentWrong: "Le mot de passe actuel n'est pas le bon.",
  linkDead: "Demander un nouveau lien",
  current: "Mot de passe actuel",
  next: "Nouveau mot de passe",
  save: "Enregistrer",
  done: "Votre mot de passe est changé. Vos autres sessions sont closes."
} as const

/**
 * The home page (S25 to S42).
 *
 * @category words
 */
export const home = {
  title: "Bienvenue sur votre page d'accueil",
  adult: "Responsable",
  operations: "Opérations en cours",
  account: "Informations compte",
  unpaid: "Factures impayées",
  documents: "Infos et documents",
  nothingToDo: "Rien à faire pour le moment. Bonne journée\u00a0!",
  toDo: "À faire",
  noAccount: "Aucune opération sur votre compte pour le moment.",
  noInvoice: "Aucune facture impayée.",
  noDocument: "Aucun document pour le moment",
  documentsCome: "Les documents et formulaires que la mairie publie s'affichent ici.",
  documentsIntro: "Documents et formulaires publiés par la mairie.",
  unpaidIntro: "Vos factures impayées à la date du"
} as const

/**
 * The messages nobody has opened yet: "2 nouveaux messages".
 *
 * @category words
 */
export const newMessages = (n: number): string => `${n} ${plural(n, "nouveau message", "nouveaux messages")}`

/**
 * The title over the faults of a form that came back.
 *
 * @category words
 */
export const toMend = (n: number): string => (n === 1 ? "Une chose est à corriger" : `${n} choses sont à corriger`)

/**
 * "À la date du lundi 4 mai 2015" (S28).
 *
 * @category words
 */
export const asOf = (today: Day): string => `À la date du ${longDateInSentence(today)}`

/**
 * The date at the top of each page: "Lundi 4 mai 2015" (S21).
 *
 * @category words
 */
export const todayLine = (today: Day): string => longDate(today)

/**
 * The title of a page: what it is, then the portal and the commune.
 *
 * @category words
 */
export const pageTitle = (page: string, { name, portalName }: Pick<Commune, "name" | "portalName">): string =>
  `${page} - ${portalName}, ${name}`

/**
 * Whom to ask for help (S12).
 *
 * @category words
 */
export const helpLine = ({ label, phone, email }: Commune["contact"]): string =>
  `Besoin d'aide\u00a0? ${label}, téléphone ${phone}, e-mail ${email}.`
