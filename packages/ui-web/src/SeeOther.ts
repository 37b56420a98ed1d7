import { HttpServerResponse } from "effect/http"

/** Leads the browser to a page by GET. What was done is told there by the short code of `?fait=`. */
export const seeOther = (path: string): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.empty({ status: 303, headers: { location: path } })
