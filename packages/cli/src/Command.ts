/**
 * The words of the command line, read by Node's own parser.
 */
import { parseArgs } from "node:util"
import { type Refused, refused } from "./Refused.ts"

/** A command with its options, as typed. */
export type Command =
  | { readonly _tag: "Serve"; readonly demo: boolean }
  | { readonly _tag: "Migrate" }
  | {
      readonly _tag: "StaffMake"
      readonly commune: string
      readonly name: string
      readonly roles: ReadonlyArray<string>
      readonly facilities: ReadonlyArray<string> | null
      readonly hours: number
    }
  | { readonly _tag: "StaffList"; readonly commune: string }
  | { readonly _tag: "StaffRevoke"; readonly commune: string; readonly id: number }
  | { readonly _tag: "CommuneImport"; readonly file: string }
  | { readonly _tag: "CommuneExport"; readonly slug: string }
  | { readonly _tag: "Help" }

/** What `portail help` prints. */
export const help = `portail serve [--demo]            serve the portal; --demo: on this machine, with a demonstration
portail migrate                   bring the database up to date
portail staff make --commune SLUG --name NAME --roles agent,care,regisseur,admin,reader
                   [--facilities ID,ID] [--hours 24]        make a token, shown once
portail staff list --commune SLUG                           who has a token, until when
portail staff revoke --commune SLUG --id N                  end a token at once
portail commune import FILE.json                            write a commune's document
portail commune export SLUG                                 print a commune's document

Settings are read from the environment: HOST, PORT, PORTAIL_DATA_DIR, DATABASE_URL, DATABASE_OWNER_URL,
PORTAIL_ORIGIN, PORTAIL_TRUSTED_PROXIES, SMTP_URL, PORTAIL_NOW (docs/reference/settings.md).`

/** Reads the arguments of the command line, or says what is wrong with them. */
export const readCommand = (args: ReadonlyArray<string>): Command | Refused => {
  try {
    const { positionals, values } = parseArgs({ args: [...args], allowPositionals: true, options })
    return commandOf(positionals.join(" "), positionals, values) ?? refused(`I do not know this command.\n\n${help}`)
  } catch (error) {
    return refused(`${error instanceof Error ? error.message : "These arguments cannot be read"}\n\n${help}`)
  }
}

const options = {
  demo: { type: "boolean" },
  commune: { type: "string" },
  name: { type: "string" },
  roles: { type: "string" },
  facilities: { type: "string" },
  hours: { type: "string" },
  id: { type: "string" },
  help: { type: "boolean", short: "h" }
} as const

type Values = { readonly [Name in keyof typeof options]?: string | boolean }

const commandOf = (words: string, positionals: ReadonlyArray<string>, values: Values): Command | undefined => {
  if (values.help === true || words === "" || words === "help") return { _tag: "Help" }
  if (words === "serve") return { _tag: "Serve", demo: values.demo === true }
  if (words === "migrate") return { _tag: "Migrate" }
  if (words === "staff list") return { _tag: "StaffList", commune: needed(values, "commune") }
  if (words === "staff revoke")
    return { _tag: "StaffRevoke", commune: needed(values, "commune"), id: whole(needed(values, "id"), "--id") }
  if (words === "staff make")
    return {
      _tag: "StaffMake",
      commune: needed(values, "commune"),
      name: needed(values, "name"),
      roles: list(needed(values, "roles")),
      facilities: typeof values.facilities === "string" ? list(values.facilities) : null,
      hours: whole(typeof values.hours === "string" ? values.hours : "24", "--hours")
    }
  const [group, verb, name, ...rest] = positionals
  if (group !== "commune" || name === undefined || rest.length > 0) return undefined
  if (verb === "import") return { _tag: "CommuneImport", file: name }
  return verb === "export" ? { _tag: "CommuneExport", slug: name } : undefined
}

const needed = (values: Values, name: keyof Values): string => {
  const value = values[name]
  if (typeof value !== "string" || value === "") throw new Error(`--${name} is missing.`)
  return value
}

const whole = (text: string, name: string): number => {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`${name} takes a whole number above zero.`)
  return Number(text)
}

const list = (text: string): ReadonlyArray<string> =>
  text
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "")
