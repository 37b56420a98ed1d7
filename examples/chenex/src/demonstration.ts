/**
 * The demonstration: three families and a document, written into an empty portal by the workflows that staff and
 * families use.
 */
import { system } from "@portail-famille/core/Access"
import type { ServedCommune } from "@portail-famille/core/Commune"
import type { Day } from "@portail-famille/core/Day"
import { publishDocument } from "@portail-famille/core/services/Documents"
import { Effect } from "effect"
import { loadDupont } from "./dupont.ts"
import { type DemonstrationLogin, demonstrationLogins } from "./logins.ts"
import { loadMartin } from "./martin.ts"
import { loadRoux } from "./roux.ts"

/**
 * Loads the demonstration as it stands on `today`, the day at the clock's now in the commune; gives the identifiants to
 * print. What does not load is a defect.
 */
export const loadDemonstration = Effect.fnUntraced(
  function* (commune: ServedCommune, today: Day) {
    yield* loadDupont(commune)
    yield* loadMartin(commune, today)
    yield* loadRoux(commune, today)
    yield* publishDocument(commune, system, { label: "Fiche d'inscription", url: commune.site.home })
    return Object.values<DemonstrationLogin>(demonstrationLogins)
  },
  (load) => Effect.orDie(load)
)
