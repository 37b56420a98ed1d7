/**
 * How a port's laws are run over an adapter. A law is a program over the ports that fails when the
 * adapter breaks it; it opens communes of its own, so that laws share one store and one database.
 */
import { layer as sharing } from "@effect/vitest"
import type { Effect, Layer } from "effect"
import { describe } from "vitest"
import type { Accounts } from "../services/Accounts.ts"
import type { Communes } from "../services/Communes.ts"
import type { Documents } from "../services/Documents.ts"
import type { Families } from "../services/Families.ts"
import type { Homes } from "../services/Homes.ts"
import type { Ledgers } from "../services/Ledgers.ts"
import type { Mailboxes } from "../services/Mailboxes.ts"
import type { Outbox } from "../services/Outbox.ts"
import type { Plannings } from "../services/Plannings.ts"
import type { Records } from "../services/Records.ts"
import type { Requests } from "../services/Requests.ts"
import type { Staff } from "../services/Staff.ts"
import type { Writes } from "../services/Writes.ts"

/** Every place that a store offers. */
export type Ports =
  | Accounts
  | Communes
  | Documents
  | Families
  | Homes
  | Ledgers
  | Mailboxes
  | Outbox
  | Plannings
  | Records
  | Requests
  | Staff
  | Writes

/** The laws of one port, by their titles. */
export interface PortSuite {
  readonly port: string
  readonly laws: Readonly<Record<string, Effect.Effect<void, unknown, Ports>>>
}

/** Why an adapter does not keep a law, by "Port: title". The reason is shown where the law would run. */
export type Exceptions = Readonly<Record<string, string>>

/**
 * Registers the laws as tests over the layer, which is built once and with live clocks; throws when
 * an exception names no law.
 */
export const runSuites = <E>(
  name: string,
  layer: Layer.Layer<Ports, E>,
  suites: ReadonlyArray<PortSuite>,
  exceptions: Exceptions = {}
): void => {
  const known = new Set(suites.flatMap(({ laws, port }) => Object.keys(laws).map((title) => `${port}: ${title}`)))
  for (const named of Object.keys(exceptions))
    if (!known.has(named)) throw new Error(`An exception to a law that there is not: ${named}`)
  sharing(layer, { excludeTestServices: true, timeout: "1 minute" })(name, (it) => {
    for (const { laws, port } of suites)
      describe(port, () => {
        for (const [title, law] of Object.entries(laws)) {
          const reason = exceptions[`${port}: ${title}`]
          if (reason === undefined) it.effect(title, () => law, 60_000)
          else it.effect.skip(`${title} (${reason})`, () => law)
        }
      })
  })
}
