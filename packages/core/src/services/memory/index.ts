/**
 * Every port in memory: an adapter for rules, workflows and a first look. It forgets all when the
 * process ends, and its passwords are readable: it never serves families.
 */
import { Layer } from "effect"
import { layerMemory as hasher } from "../Hasher.ts"
import { layerMemory as secrets } from "../Secrets.ts"
import * as Accounts from "./Accounts.ts"
import * as Communes from "./Communes.ts"
import * as Documents from "./Documents.ts"
import * as Families from "./Families.ts"
import * as Homes from "./Homes.ts"
import * as Ledgers from "./Ledgers.ts"
import * as Mailboxes from "./Mailboxes.ts"
import * as Notifier from "./Notifier.ts"
import * as Outbox from "./Outbox.ts"
import * as Plannings from "./Plannings.ts"
import * as Records from "./Records.ts"
import * as Requests from "./Requests.ts"
import * as Staff from "./Staff.ts"
import * as Store from "./Store.ts"
import * as Writes from "./Writes.ts"

export { Letters } from "./Notifier.ts"

/** The stores over one empty state. */
export const stores = Layer.mergeAll(
  Accounts.layer,
  Communes.layer,
  Documents.layer,
  Families.layer,
  Homes.layer,
  Ledgers.layer,
  Mailboxes.layer,
  Outbox.layer,
  Plannings.layer,
  Records.layer,
  Requests.layer,
  Staff.layer,
  Writes.layer
).pipe(Layer.provide(Store.layer))

/** The stores, and the machine's side: readable passwords, counted secrets, letters in a list. */
export const layer = Layer.mergeAll(stores, hasher, secrets, Notifier.layer)
