import { Commune, CommuneId, type ServedCommune } from "@portail-famille/core/Commune"
import { Schema } from "effect"

/** A small commune for letters. */
export const commune: ServedCommune = {
  ...Schema.decodeUnknownSync(Commune)({
    slug: "essai",
    name: "ESSAI",
    department: { code: "74", name: "Haute-Savoie" },
    postcode: "74520",
    portalName: "Portail Été",
    hosts: ["portail.exemple.fr"],
    timeZone: "Europe/Paris",
    schoolZone: "A",
    contact: { label: "Mairie", phone: "04 50 00 00 00", email: "mairie@exemple.fr" },
    site: { home: "http://www.exemple.fr", origin: null },
    facilities: [{ id: "cantine", label: "Cantine" }],
    activities: [
      {
        id: "repas",
        facilityId: "cantine",
        label: "Repas",
        weekdays: ["MO"],
        season: "schoolDays",
        closedOnPublicHolidays: true
      }
    ],
    collectionOffices: [{ id: "regie", label: "Régie", prefix: "R", collector: { _tag: "Commune" } }],
    passwordPolicy: { minLength: 12, upper: true, lower: true, digit: true },
    sessions: { idleMinutes: 30, absoluteMinutes: 720 },
    requestsListedFrom: "asked",
    certificateDays: 3,
    banner: "Bienvenue"
  }),
  id: CommuneId.make(1)
}
