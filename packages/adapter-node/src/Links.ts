/**
 * The addresses that letters and papers give: always under the origin that the deployment was configured with, never
 * under one that a request brought.
 */

/** The page on which the bearer of a secret chooses a password (S10, S11). `origin` is "https://portail.exemple.fr". */
export const passwordLink =
  (origin: string) =>
  (secret: string): string =>
    `${origin}/mot-de-passe/lien/${encodeURIComponent(secret)}`
