/**
 * Suites for adapters: one a port, run over a layer in one line, with the examples and generators
 * that they use. They need `vitest`, `@effect/vitest` and `fast-check` beside `effect`.
 */
import type { Layer } from "effect"
import { accounts } from "./accounts.ts"
import { closures } from "./closures.ts"
import { communes } from "./communes.ts"
import { documents } from "./documents.ts"
import { families } from "./families.ts"
import { homes } from "./homes.ts"
import { ledgers } from "./ledgers.ts"
import { mailboxes } from "./mailboxes.ts"
import { outbox } from "./outbox.ts"
import { plannings } from "./plannings.ts"
import { records } from "./records.ts"
import { requests } from "./requests.ts"
import { staff } from "./staff.ts"
import { type Exceptions, type Ports, runSuites } from "./suite.ts"
import { tries } from "./tries.ts"
import { writes } from "./writes.ts"

export * as examples from "./examples.ts"
export * as generators from "./generators.ts"
export { type Exceptions, type PortSuite, type Ports, runSuites } from "./suite.ts"

/** The laws of every port that a store offers. */
export const suites = [
  communes,
  writes,
  families,
  accounts,
  tries,
  plannings,
  closures,
  requests,
  ledgers,
  mailboxes,
  documents,
  homes,
  staff,
  records,
  outbox
] as const

/**
 * Registers the laws of every port as tests over an adapter. An exception, by "Port: title", says
 * why the adapter does not keep that law.
 */
export const portSuites = <E>(name: string, layer: Layer.Layer<Ports, E>, exceptions: Exceptions = {}): void =>
  runSuites(name, layer, suites, exceptions)
