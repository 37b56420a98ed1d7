import { Commune } from "@portail-famille/core/Commune"
import { examples } from "@portail-famille/core/testing"
import { Schema } from "effect"

const care = { facilityId: "garderie", weekdays: ["MO", "TU", "TH", "FR"], season: "schoolDays" }
const wednesdays = { facilityId: "loisirs", weekdays: ["WE"], season: "schoolDays" }
const breaks = { facilityId: "loisirs", weekdays: ["MO", "TU", "WE", "TH", "FR"], season: "schoolBreaks" }

/** A commune with the nine rows of the guide's grid, two of one label (S100), and a régie of the Treasury (S125). */
export const guideCommune: Commune = Schema.decodeUnknownSync(Commune)({
  ...Schema.encodeSync(Commune)(examples.valclair),
  hosts: ["localhost", "127.0.0.1"],
  facilities: [
    { id: "loisirs", label: "Accueil de Loisirs" },
    { id: "garderie", label: "École" }
  ],
  activities: [
    { id: "mercredi-apres-midi", label: "ALSH Mercredi après-midi", ...wednesdays },
    { id: "mercredi-journee", label: "ALSH Mercredi journée", ...wednesdays },
    { id: "vacances-apres-midi", label: "ALSH Vacances après-midi", ...breaks },
    { id: "vacances-journee", label: "ALSH Vacances journée", ...breaks },
    { id: "vacances-matin", label: "ALSH Vacances matin", ...breaks },
    { id: "garderie-1", label: "Garderie périscolaire", ...care },
    { id: "garderie-matin", label: "Garderie matin", ...care },
    { id: "garderie-2", label: "Garderie périscolaire", ...care },
    { id: "cantine", label: "Restauration scolaire", ...care }
  ].map((activity) => ({ ...activity, closedOnPublicHolidays: true }))
})
