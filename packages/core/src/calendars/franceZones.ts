/**
 * Which academies are in which zone. The reform of 1 September 2015 changed it for eleven of them, so an academy's zone
 * depends on the school year. Corsica and the overseas academies set their own calendars and are in no zone.
 *
 * Source: as for `franceBreaks.ts`. Caen and Rouen have been one academy, Normandie,
 * since 2020; their zone is the same.
 */
import { type SchoolYear, SchoolZone } from "../SchoolCalendar.ts"

type Academies = { readonly [zone in SchoolZone]: ReadonlyArray<string> }

/**
 * The academies of each zone up to 31 August 2015.
 *
 * @category data
 */
export const academiesUntil2015: Academies = {
  A: ["Caen", "Clermont-Ferrand", "Grenoble", "Lyon", "Montpellier", "Nancy-Metz", "Nantes", "Rennes", "Toulouse"],
  B: [
    "Aix-Marseille",
    "Amiens",
    "Besançon",
    "Dijon",
    "Lille",
    "Limoges",
    "Nice",
    "Orléans-Tours",
    "Poitiers",
    "Reims",
    "Rouen",
    "Strasbourg"
  ],
  C: ["Bordeaux", "Créteil", "Paris", "Versailles"]
}

/**
 * The academies of each zone since 1 September 2015.
 *
 * @category data
 */
export const academiesSince2015: Academies = {
  A: ["Besançon", "Bordeaux", "Clermont-Ferrand", "Dijon", "Grenoble", "Limoges", "Lyon", "Poitiers"],
  B: [
    "Aix-Marseille",
    "Amiens",
    "Caen",
    "Lille",
    "Nancy-Metz",
    "Nantes",
    "Nice",
    "Orléans-Tours",
    "Reims",
    "Rennes",
    "Rouen",
    "Strasbourg"
  ],
  C: ["Créteil", "Montpellier", "Paris", "Toulouse", "Versailles"]
}

/**
 * The zone of an academy in a school year; undefined where it is in none of the three.
 *
 * @category rules
 */
export const zoneOf = (academy: string, schoolYear: SchoolYear): SchoolZone | undefined => {
  const academies = schoolYear < "2015-2016" ? academiesUntil2015 : academiesSince2015
  return SchoolZone.literals.find((zone) => academies[zone].includes(academy))
}
