/**
 * What only `serve --demo` does: loads the demonstration into an empty database, once; ends the
 * sessions when its clock was moved; makes a staff token for a day at each start.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { Access, Day } from "@portail-famille/core"
import { Accounts } from "@portail-famille/core/services/Accounts"
import { bySlug, Communes, importCommune } from "@portail-famille/core/services/Communes"
import { makeToken } from "@portail-famille/core/services/Staff"
import { chenex, loadDemonstration } from "@portail-famille/example-chenex"
import { DateTime, Effect } from "effect"
import { refused } from "./Refused.ts"
import type { Settings } from "./Settings.ts"

/** Makes the demonstration ready; gives the staff token, shown once. */
export const prepareDemonstration = Effect.fnUntraced(function* (settings: Settings) {
  const communes = yield* (yield* Communes).all
  if (communes.length === 0) {
    yield* Effect.orDie(importCommune(chenex))
    const commune = yield* Effect.orDie(bySlug(chenex.slug))
    const today = Day.ofInstant(yield* DateTime.now, commune.timeZone)
    yield* Effect.orDie(loadDemonstration(commune, today))
  }
  const commune = yield* bySlug(chenex.slug).pipe(
    Effect.mapError(() =>
      refused("The demonstration loads into an empty database only, and this one serves other communes already.")
    )
  )
  if (yield* clockMoved(settings)) yield* (yield* Accounts).closeAllSessions(commune.id)
  const { token } = yield* Effect.orDie(
    makeToken(commune, Access.system, {
      name: "Secrétariat de la démonstration",
      roles: ["agent", "regisseur", "admin"],
      facilities: null,
      hours: 24
    })
  )
  return { commune, token }
})

/** Whether this start's clock is another than the last one's; remembers it. */
const clockMoved = ({ dataDir, now }: Settings) =>
  Effect.tryPromise({
    try: async () => {
      const file = join(dataDir, "demonstration-clock")
      const said = String(now)
      const before = await readFile(file, "utf8").catch(() => undefined)
      if (before === said) return false
      await mkdir(dataDir, { recursive: true })
      await writeFile(file, said)
      return before !== undefined
    },
    catch: () => refused(`The data folder ${dataDir} cannot be written. Choose another with PORTAIL_DATA_DIR.`)
  })
