import { Commune } from "@portail-famille/core"
import { Schema } from "effect"

const encoded = (slug: string, host: string) => ({
  slug,
  name: slug.toUpperCase(),
  department: { code: "74", name: "Haute-Savoie" },
  postcode: "74520",
  portalName: "Portail Famille",
  hosts: [host],
  timeZone: "Europe/Paris",
  schoolZone: "A",
  contact: { label: "Mairie", phone: "04 50 00 00 00", email: "mairie@exemple.fr" },
  site: { home: `https://www.${slug}.fr/vivre`, origin: `https://www.${slug}.fr` },
  facilities: [
    { id: "restaurant", label: "Restaurant scolaire" },
    { id: "loisirs", label: "Centre de loisirs" }
  ],
  activities: [
    {
      id: "cantine",
      facilityId: "restaurant",
      label: "Cantine",
      weekdays: ["MO", "TU", "TH", "FR"],
      season: "schoolDays",
      closedOnPublicHolidays: true
    },
    {
      id: "mercredi",
      facilityId: "loisirs",
      label: "Mercredi",
      weekdays: ["WE"],
      season: "both",
      closedOnPublicHolidays: true
    }
  ],
  collectionOffices: [{ id: "garderie", label: "Régie garderie", prefix: "AL", collector: { _tag: "Commune" } }],
  passwordPolicy: { minLength: 8, upper: true, lower: true, digit: true },
  sessions: { idleMinutes: 30, absoluteMinutes: 720 },
  requestsListedFrom: "asked",
  certificateDays: 5,
  banner: "Bienvenue"
})

/** A commune of two facilities under that host. */
export const communeUnder = (slug: string, host: string): Commune.Commune =>
  Schema.decodeUnknownSync(Commune.Commune)(encoded(slug, host))
