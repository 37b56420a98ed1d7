/**
 * What the terminal shows once the portal listens.
 */
import { demonstrationLogins } from "@portail-famille/example-chenex"
import type { Settings } from "./Settings.ts"

/** The demonstration's address, identifiants and staff token. They are public: it is served on loopback only. */
export const demonstrationNotice = ({ origin, now }: Settings, token: string): string => `
  The portal of Chênex is served at ${origin.origin}${now === null ? "" : ` as on ${new Date(now).toISOString()}`}

  Sign in with
${Object.values(demonstrationLogins)
  .map(
    ({ who, identifiant, password, stage }) =>
      `    ${identifiant.padEnd(16)} ${password.padEnd(20)} ${who}${stage === "issued" ? ", first sign-in" : ""}`
  )
  .join("\n")}

  Staff API      ${origin.origin}/api/docs
  Staff token    ${token}   (24 hours)
  E-mails sent   ${origin.origin}/demonstration/courriels

  Ctrl-C stops it; the data stays.
`

/** Where families are served. */
export const productionNotice = ({ host, origin, port }: Settings): string =>
  `The portal listens on ${host}, port ${port}, for ${origin.origin}`
