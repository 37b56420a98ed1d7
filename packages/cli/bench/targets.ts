/**
 * What is measured: the month from the portal, as JSON and as the page, and the same lines from the baseline.
 */
import { linesOfMonth, type Measured } from "./dataset.ts"

/** What all others are compared with. */
export const baseline = "Fastify + pg"

/** One address that load is put on. */
export interface Target {
  readonly name: string
  /** Which server answers. */
  readonly server: "portal" | "baseline"
  /** Path and query. */
  readonly path: string
  /** How many cells or lines an answer holds. */
  readonly count: (body: string) => number
}

/** The addresses for the measured month, the baseline first. */
export const targetsOf = ({ childId, communeId, month }: Measured): ReadonlyArray<Target> => {
  const days = `from=${month}-01&to=${month}-30`
  const lines = (body: string): number => JSON.parse(body).length
  return [
    { name: baseline, server: "baseline", path: `/children/${communeId}/${childId}?${days}`, count: lines },
    {
      name: "portal, JSON",
      server: "portal",
      path: `/api/children/${childId}/planning?month=${month}`,
      count: (body) => body.split('"state":').length - 1
    },
    {
      name: "portal, HTML",
      server: "portal",
      path: `/mes-enfants/${childId}/planning?mois=${month}`,
      count: (body) => body.split("<td ").length - 1
    }
  ]
}

/** The cookie of the measured adult's session. */
export const cookieOf = ({ token }: Measured): string => `portail=${token}`

/** Asks once and gives the number of bytes of the body; dies when the answer does not hold the whole month. */
export const bytesOf = async (url: string, cookie: string, { count, name }: Target): Promise<number> => {
  const response = await fetch(url, { headers: { cookie, "accept-encoding": "identity" } })
  const body = await response.text()
  const cells = response.ok ? count(body) : 0
  if (cells !== linesOfMonth)
    throw new Error(`${name} answered ${response.status} with ${cells} of ${linesOfMonth} lines`)
  return Buffer.byteLength(body)
}
