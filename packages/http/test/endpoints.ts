import { Context } from "effect"
import type { HttpApiEndpoint } from "effect/http-api"
import { type Caller, MayCall, PortalApi } from "../src/index.ts"
import { type Ids, samples } from "./samples.ts"

export interface Endpoint {
  readonly name: string
  readonly method: string
  readonly path: string
  /** "childId", "adultId": the ids that the path names. */
  readonly params: ReadonlyArray<string>
  readonly caller: Caller | undefined
}

const groups = Object.values(PortalApi.groups)

/** Every endpoint of the API, read from its contract. */
export const endpoints: ReadonlyArray<Endpoint> = groups.flatMap((group) =>
  (Object.values(group.endpoints) as ReadonlyArray<HttpApiEndpoint.Top>).map((endpoint) => ({
    name: `${group.identifier}.${endpoint.identifier}`,
    method: endpoint.method,
    path: endpoint.path,
    params: [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => String(name)),
    caller: Context.get(endpoint.annotations as Context.Context<never>, MayCall)
  }))
)

export const byFamily = endpoints.filter(({ caller }) => caller?._tag === "Family")
export const byStaff = endpoints.flatMap((endpoint) =>
  endpoint.caller?._tag === "Staff" ? [{ ...endpoint, act: endpoint.caller.act }] : []
)

/** A good call of the endpoint on these ids, but for those that are put in place of them. */
export const callOf = (endpoint: Endpoint, ids: Ids, instead: Readonly<Record<string, string | number>> = {}) => {
  const sample = samples[endpoint.name]
  const known: Readonly<Record<string, string | number>> = { officeId: "garderie", ...ids, ...instead }
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => String(known[name]))
  const body = sample?.body?.(ids)
  return {
    path: sample?.query === undefined ? path : `${path}?${sample.query}`,
    sent: { method: endpoint.method, ...(body !== undefined && { body }) }
  }
}
