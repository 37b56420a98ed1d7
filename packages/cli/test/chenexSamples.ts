import { type Endpoint, callOf as sampleOf } from "../../http/test/endpoints.ts"
import type { Sent } from "../../http/test/http.ts"
import type { Ids } from "../../http/test/samples.ts"

/** What the samples of the API call by the names of another commune, as Chênex calls it. */
const inChenex: Readonly<Record<string, string>> = {
  cantine: "restauration",
  mercredi: "mercredi-journee",
  garderie: "garderie-alsh"
}

/** A good call of the endpoint in Chênex. */
export const callOf = (endpoint: Endpoint, ids: Ids, instead: Readonly<Record<string, string | number>> = {}) => {
  const { path, sent } = sampleOf(endpoint, ids, { officeId: "garderie-alsh", ...instead })
  const body = sent.body && JSON.parse(JSON.stringify(sent.body), (_, value) => inChenex[value] ?? value)
  return { path, sent: { method: sent.method, ...(body && { body }) } as Sent }
}
