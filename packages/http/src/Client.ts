/**
 * The typed client of the API. In a browser the session's cookie goes with it by itself; a write
 * from elsewhere needs an `Origin` header equal to the portal's.
 */
import { HttpApiClient } from "effect/http-api"
import { PortalApi } from "./PortalApi.ts"

/** A client of the portal at that address, over the `HttpClient` that is provided. Refusals are its errors. */
export const client = (baseUrl: string | URL) => HttpApiClient.make(PortalApi, { baseUrl })
