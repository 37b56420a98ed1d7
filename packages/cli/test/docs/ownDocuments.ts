/** The adapter of docs/how-to/write-an-adapter.md. */
// #region adapter
import type { CommuneId } from "@portail-famille/core/Commune"
import { type Document, DocumentId } from "@portail-famille/core/Document"
import { Documents } from "@portail-famille/core/services/Documents"
import { NotFound } from "@portail-famille/core/services/Families"
import { Effect, Layer } from "effect"

/** The commune's links and banner, as long as the process lives. */
export const layerDocuments = Layer.sync(Documents, () => {
  const links = new Map<CommuneId, ReadonlyArray<Document>>()
  const banners = new Map<CommuneId, string>()
  const of = (commune: CommuneId) => links.get(commune) ?? []
  let last = 0
  return Documents.of({
    list: (commune) => Effect.sync(() => of(commune)),
    publish: (commune, record) =>
      Effect.sync(() => {
        const document = { ...record, id: DocumentId.make(++last) }
        links.set(commune, [...of(commune), document])
        return document
      }),
    remove: (commune, id) =>
      Effect.suspend(() => {
        const left = of(commune).filter((document) => document.id !== id)
        if (left.length === of(commune).length) return Effect.fail(new NotFound({ what: "document" }))
        links.set(commune, left)
        return Effect.void
      }),
    banner: (commune) => Effect.sync(() => banners.get(commune)),
    setBanner: (commune, text) => Effect.sync(() => void banners.set(commune, text))
  })
})
// #endregion
