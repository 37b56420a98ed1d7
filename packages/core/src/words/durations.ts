/**
 * How long one has to wait, or how long a thing lasts, in French.
 */
import { plural } from "./plural.ts"

/**
 * A wait of whole seconds, rounded up to minutes from one minute on: "1 seconde", "45 secondes", "2 minutes".
 *
 * @category words
 */
export const wait = (seconds: number): string => {
  if (seconds < 60) return `${seconds}\u00a0${plural(seconds, "seconde", "secondes")}`
  const minutes = Math.ceil(seconds / 60)
  return `${minutes}\u00a0${plural(minutes, "minute", "minutes")}`
}

/**
 * A number of hours: "une heure", "24 heures".
 *
 * @category words
 */
export const hours = (n: number): string => (n === 1 ? "une heure" : `${n}\u00a0${plural(n, "heure", "heures")}`)
