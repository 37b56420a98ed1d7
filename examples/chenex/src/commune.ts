/**
 * The commune of Chênex as a document: what its guide says of it (S1 to S12, S25, S100), and nothing else.
 */
import { Commune } from "@portail-famille/core/Commune"
import { Schema } from "effect"

// #region document
const onSchoolDays = {
  weekdays: ["MO", "TU", "TH", "FR"],
  season: "schoolDays",
  closedOnPublicHolidays: true
}
const onWednesdays = { ...onSchoolDays, facilityId: "accueil-de-loisirs", weekdays: ["WE"] }
const inBreaks = {
  facilityId: "accueil-de-loisirs",
  weekdays: ["MO", "TU", "WE", "TH", "FR"],
  season: "schoolBreaks",
  closedOnPublicHolidays: true
}
const care = { ...onSchoolDays, facilityId: "garderie" }

/** Chênex, Haute-Savoie. Two of its nine activities carry the same label, as in the guide's grid (S100). */
export const chenex: Commune = Schema.decodeUnknownSync(Commune)({
  slug: "chenex",
  name: "CHÊNEX",
  department: { code: "74", name: "Haute-Savoie" },
  postcode: "74520",
  portalName: "E-enfance",
  hosts: ["localhost", "127.0.0.1"],
  timeZone: "Europe/Paris",
  schoolZone: "A",
  contact: { label: "Mairie de Chênex", phone: "04.50.04.30.53", email: "cantinedechenex@orange.fr" },
  site: { home: "http://www.chenex.fr", origin: "http://www.chenex.fr" },
  facilities: [
    { id: "accueil-de-loisirs", label: "Accueil de Loisirs" },
    { id: "garderie", label: "Garderie périscolaire" },
    { id: "restauration", label: "Restauration scolaire" }
  ],
  activities: [
    { id: "mercredi-apres-midi", label: "ALSH Mercredi après-midi", ...onWednesdays },
    { id: "mercredi-journee", label: "ALSH Mercredi journée", ...onWednesdays },
    { id: "vacances-apres-midi", label: "ALSH Vacances après-midi", ...inBreaks },
    { id: "vacances-journee", label: "ALSH Vacances journée", ...inBreaks },
    { id: "vacances-matin", label: "ALSH Vacances matin", ...inBreaks },
    { id: "garderie-1", label: "Garderie périscolaire", ...care },
    { id: "garderie-matin", label: "Garderie matin", ...care },
    { id: "garderie-2", label: "Garderie périscolaire", ...care },
    { id: "restauration", label: "Restauration scolaire", ...onSchoolDays, facilityId: "restauration" }
  ],
  collectionOffices: [
    { id: "garderie-alsh", label: "Régie garderie ALSH", prefix: "AL", collector: { _tag: "Commune" } }
  ],
  passwordPolicy: { minLength: 8, upper: true, lower: true, digit: true },
  sessions: { idleMinutes: 30, absoluteMinutes: 720 },
  requestsListedFrom: "asked",
  certificateDays: 3,
  banner: "Bienvenue sur le Portail Famille"
})
// #endregion
