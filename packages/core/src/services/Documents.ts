/**
 * The place where the commune's published links and its banner are kept (S25, S39-S42, S144).
 */
import { Context, Effect } from "effect"
import type { Actor } from "../Access.ts"
import type { CommuneId, ServedCommune } from "../Commune.ts"
import type { Document, DocumentId, DocumentRecord } from "../Document.ts"
import { type NotFound, requireStaff } from "./Families.ts"
import { trace } from "./Records.ts"
import { Writes } from "./Writes.ts"

export class Documents extends Context.Service<
  Documents,
  {
    /** In the order of publication. */
    readonly list: (commune: CommuneId) => Effect.Effect<ReadonlyArray<Document>>
    readonly publish: (commune: CommuneId, record: DocumentRecord) => Effect.Effect<Document>
    readonly remove: (commune: CommuneId, id: DocumentId) => Effect.Effect<void, NotFound>
    /** The banner that staff set, or `undefined` while the commune's own stands. */
    readonly banner: (commune: CommuneId) => Effect.Effect<string | undefined>
    readonly setBanner: (commune: CommuneId, text: string) => Effect.Effect<void>
  }
>()("@portail-famille/core/services/Documents") {}

/** The documents that every family can open (S40, S41). */
export const listDocuments = Effect.fnUntraced(function* (commune: ServedCommune) {
  return yield* (yield* Documents).list(commune.id)
})

/** Publishes a link. */
export const publishDocument = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  record: DocumentRecord
) {
  yield* requireStaff(actor, "configure", null)
  const documents = yield* Documents
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.tap(documents.publish(commune.id, record), ({ id }) => trace(commune, actor, "documentPublished", [id]))
  )
})

/** Takes a link back. */
export const removeDocument = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, id: DocumentId) {
  yield* requireStaff(actor, "configure", null)
  const documents = yield* Documents
  yield* (yield* Writes).whole(
    commune.id,
    Effect.andThen(documents.remove(commune.id, id), trace(commune, actor, "documentRemoved", [id]))
  )
})

/** Sets the message on the home page (S42). An empty one shows none. */
export const setBanner = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, text: string) {
  yield* requireStaff(actor, "configure", null)
  const documents = yield* Documents
  yield* (yield* Writes).whole(
    commune.id,
    Effect.andThen(documents.setBanner(commune.id, text), trace(commune, actor, "bannerSet", ["banner"]))
  )
})
