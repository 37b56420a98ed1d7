/**
 * What the environment says about how to serve, read once and checked before anything is opened.
 */
import { isIP } from "node:net"
import { resolve } from "node:path"

/** Where the data is: an embedded PostgreSQL in a folder, or a server by its two addresses. */
export type Database =
  | { readonly _tag: "Embedded"; readonly dataDir: string }
  | { readonly _tag: "Server"; readonly appUrl: string; readonly ownerUrl: string | null }

/** How to serve. `origin` stands in the links of e-mails; the Host header never does. */
export interface Settings {
  readonly demo: boolean
  readonly host: string
  readonly port: number
  readonly origin: URL
  readonly trustedProxies: ReadonlyArray<string>
  readonly smtpUrl: string | null
  /** The folder of the embedded database; the demonstration remembers its clock there too. */
  readonly dataDir: string
  readonly database: Database
  /** Milliseconds since 1970 (UTC) at which the demonstration's clock starts; `null` for the machine's. */
  readonly now: number | null
}

/** What is wrong, in sentences for the terminal: all of it at once. */
export interface SettingsRefused {
  readonly problems: ReadonlyArray<string>
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings, or tells everything that is wrong with them. `cwd` is the folder that relative paths start from. */
export const readSettings = (demo: boolean, env: Environment, cwd: string): Settings | SettingsRefused => {
  const problems: Array<string> = []
  const refuse = (sentence: string): void => void problems.push(sentence)

  const host = env.HOST || "127.0.0.1"
  if (demo && !isLoopback(host))
    refuse(`The demonstration is served on this machine only: HOST=${host} is not a loopback address.`)

  const port = Number(env.PORT || "3000")
  if (!Number.isInteger(port) || port < 0 || port > 65_535) refuse(`PORT=${env.PORT} is not a port (0 to 65535).`)

  const origin = readOrigin(env.PORTAIL_ORIGIN || `http://localhost:${port}`)
  if (origin?.protocol === "http:" && !isLoopback(origin.hostname))
    refuse(`PORTAIL_ORIGIN=${origin.origin} is plain http: outside of this machine, families are served over https.`)
  if (origin === undefined && env.PORTAIL_ORIGIN)
    refuse(`PORTAIL_ORIGIN=${env.PORTAIL_ORIGIN} is not an origin such as https://famille.example.fr.`)
  if (!isLoopback(host) && origin?.protocol === "http:")
    refuse(`HOST=${host} is reached from other machines: set PORTAIL_ORIGIN to the https address that families use.`)

  const trustedProxies = (env.PORTAIL_TRUSTED_PROXIES ?? "")
    .split(",")
    .map((a) => a.trim())
    .filter((a) => a !== "")
  for (const address of trustedProxies)
    if (isIP(address) === 0) refuse(`PORTAIL_TRUSTED_PROXIES names ${address}, which is not an IP address.`)

  const smtpUrl = env.SMTP_URL || null
  if (smtpUrl !== null && !/^smtps?:\/\//.test(smtpUrl)) refuse("SMTP_URL is not an smtp:// or smtps:// address.")

  const dataDir = resolve(cwd, env.PORTAIL_DATA_DIR || ".data")
  const appUrl = env.DATABASE_URL || null
  const ownerUrl = env.DATABASE_OWNER_URL || null
  if (appUrl === null && ownerUrl !== null)
    refuse("DATABASE_OWNER_URL is set without DATABASE_URL, the address that the application itself uses.")
  for (const [name, url] of [
    ["DATABASE_URL", appUrl],
    ["DATABASE_OWNER_URL", ownerUrl]
  ] as const)
    if (url !== null && !isDatabaseUrl(url)) refuse(`${name} is not a postgres:// address.`)
  if (appUrl !== null && ownerUrl !== null && isSameLogin(appUrl, ownerUrl))
    refuse(
      "DATABASE_URL and DATABASE_OWNER_URL sign in as the same login: the application needs one that owns nothing."
    )

  const now = env.PORTAIL_NOW ? Date.parse(instantText(env.PORTAIL_NOW)) : null
  if (now !== null && !demo) refuse("PORTAIL_NOW is for the demonstration only (portail serve --demo).")
  else if (Number.isNaN(now)) refuse(`PORTAIL_NOW=${env.PORTAIL_NOW} is not an instant such as 2015-05-04T08:00:00Z.`)

  return problems.length > 0 || origin === undefined
    ? { problems }
    : {
        demo,
        host,
        port,
        origin,
        trustedProxies,
        smtpUrl,
        dataDir,
        database: appUrl === null ? { _tag: "Embedded", dataDir } : { _tag: "Server", appUrl, ownerUrl },
        now
      }
}

/** Whether the address can be reached from this machine only. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host)

const readOrigin = (text: string): URL | undefined => {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const bare = url.pathname === "/" && url.search === "" && url.hash === "" && url.username === ""
  return bare && (url.protocol === "http:" || url.protocol === "https:") ? url : undefined
}

const isDatabaseUrl = (url: string): boolean => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url)

const isSameLogin = (one: string, other: string): boolean =>
  isDatabaseUrl(one) && isDatabaseUrl(other) && new URL(one).username === new URL(other).username

/** A bare day is nine in the morning, UTC: within the day in any commune of metropolitan France. */
const instantText = (text: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T09:00:00Z` : text)
