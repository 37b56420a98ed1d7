import type { Ids } from "../../http/test/samples.ts"

/** A good call of a page, so that nothing but the caller is wrong; what a stranger gets where anyone may ask. */
export interface PageSample {
  readonly query?: string
  readonly form?: string
  readonly status?: number
  readonly leadsTo?: string
}

const slot = "slot=restauration%7C2015-05-28"

/** By method and path. A page that is missing here fails the walks. */
export const pageSamples: Readonly<Record<string, PageSample>> = {
  "GET /assets/:name": { status: 404 },
  "GET /": { status: 303, leadsTo: "/connexion" },
  "GET /connexion": { status: 200 },
  "POST /connexion": { form: "identifiant=personne&motDePasse=x", status: 401 },
  "POST /deconnexion": { form: "", status: 303, leadsTo: "http://www.chenex.fr" },
  "GET /mot-de-passe": {},
  "POST /mot-de-passe": { form: "actuel=x&nouveau=y" },
  "GET /mot-de-passe/oublie": { status: 200 },
  "POST /mot-de-passe/oublie": { form: "identifiant=personne", status: 303, leadsTo: "/mot-de-passe/oublie?fait=lien" },
  "GET /mot-de-passe/lien/:secret": { status: 409 },
  "POST /mot-de-passe/lien/:secret": { form: "nouveau=Tulipe-Grise-77", status: 409 },
  "GET /accueil": {},
  "GET /mon-compte": {},
  "GET /mes-enfants": {},
  "GET /infos-documents": {},
  "GET /mes-enfants/:childId/planning": { query: "mois=2015-05" },
  "POST /mes-enfants/:childId/planning": { query: "mois=2015-05", form: `${slot}&action=requestBooking` },
  "POST /mes-enfants/:childId/absences": { query: "mois=2015-05", form: `${slot}&motif=Medical&confirme=oui` },
  "GET /mes-enfants/:childId/absences": { query: "mois=2015-05" },
  "GET /demandes": {},
  "POST /demandes/:requestId/retrait": { form: "" },
  "GET /releve": { query: "annee=2014-2015" },
  "GET /messages": {},
  "GET /messages/:messageId": {}
}

/** The parts of a path that name a family's own things. */
export const idsIn = (path: string): ReadonlyArray<keyof Ids> =>
  [...path.matchAll(/:(\w+Id)\b/g)].map(([, name]) => name as keyof Ids)

/** The address of a page on these ids. */
export const addressOf = (
  path: string,
  { query }: PageSample,
  ids: { readonly [Name in keyof Ids]?: number | string }
): string => {
  const filled = path.replace(/:(\w+)/g, (_, name) => encodeURIComponent(String(ids[name as keyof Ids] ?? "inconnu")))
  return query === undefined ? filled : `${filled}?${query}`
}
