/**
 * What every response tells the browser: nothing comes from elsewhere, no script stands in a page,
 * nobody frames the portal, nothing personal is kept.
 */
import { HttpServerResponse } from "effect/http"

/** What a response is, for its headers. `leadsTo` is the origin to which signing out leads (S139). */
export interface Served {
  readonly secure: boolean
  /** The API's documentation: one static page with its script inside, that shows nothing personal. */
  readonly documentation: boolean
  readonly leadsTo: string | undefined
}

/** The response with its security headers. One that says nothing of caches is stored nowhere. */
export const withSecurityHeaders = (
  response: HttpServerResponse.HttpServerResponse,
  served: Served
): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.setHeaders(response, {
    ...common,
    "content-security-policy": policy(served),
    "cache-control": response.headers["cache-control"] ?? "no-store",
    ...(served.secure && { "strict-transport-security": "max-age=31536000; includeSubDomains" })
  })

const common = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()"
}

const policy = ({ documentation, leadsTo }: Served): string => {
  const own = documentation ? "'self' 'unsafe-inline'" : "'self'"
  return [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    // Browsers hold a form's redirects to this, too.
    `form-action 'self'${leadsTo === undefined ? "" : ` ${leadsTo}`}`,
    "base-uri 'none'",
    "frame-ancestors 'none'"
  ].join("; ")
}
