/**
 * The letters that leave the portal, in French. A password is never in a letter, and no name of a family.
 */
import type { Commune } from "../Commune.ts"
import type { LetterSubject } from "../services/Notifier.ts"
import { hours } from "./durations.ts"

/**
 * A letter as plain text, lines of paragraphs ended by one line feed.
 *
 * @category words
 */
export interface LetterText {
  readonly subject: string
  readonly text: string
}

/**
 * The words of a letter. `linkOf` gives the whole address of the page that a secret opens.
 *
 * @category words
 */
export const letterText = (
  { name, portalName, contact }: Pick<Commune, "name" | "portalName" | "contact">,
  subject: LetterSubject,
  linkOf: (secret: string) => string
): LetterText => {
  const help = `${contact.label}, téléphone ${contact.phone}, e-mail ${contact.email}`
  switch (subject._tag) {
    case "PasswordReset":
      return {
        subject: `${portalName}, ${name}\u00a0: choisir un nouveau mot de passe`,
        text: paragraphs(
          "Bonjour,",
          `Quelqu'un a demandé un nouveau mot de passe pour votre compte du portail ${portalName}. Pour le choisir, ouvrez ce lien\u00a0:`,
          linkOf(subject.secret),
          `Il sert une seule fois, pendant ${hours(subject.hours)}.`,
          "Si vous n'avez rien demandé, laissez ce message\u00a0: votre mot de passe reste le même.",
          help
        )
      }
    case "PasswordChanged":
      return {
        subject: `${portalName}, ${name}\u00a0: votre mot de passe est changé`,
        text: paragraphs(
          "Bonjour,",
          `Le mot de passe de votre compte du portail ${portalName} vient d'être changé, et vos sessions sont closes.`,
          "Si ce n'est pas vous, appelez la mairie sans attendre.",
          help
        )
      }
  }
}

const paragraphs = (...texts: ReadonlyArray<string>): string => `${texts.join("\n\n")}\n`
