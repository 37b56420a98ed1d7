/** Published links and the banner in memory. */
import { Effect, Layer, Result } from "effect"
import { DocumentId } from "../../Document.ts"
import { Documents } from "../Documents.ts"
import { NotFound } from "../Families.ts"
import { next } from "./Rows.ts"
import { change, Store } from "./Store.ts"

/** Documents over the shared store. */
export const layer: Layer.Layer<Documents, never, Store> = Layer.effect(
  Documents,
  Effect.gen(function* () {
    const { read, step } = yield* Store
    return Documents.of({
      list: (commune) => read(commune, ({ documents }) => documents),
      publish: (commune, record) =>
        step(commune, (rows) => {
          const { counters, id } = next(rows, "document")
          const document = { ...record, id: DocumentId.make(id) }
          return Result.succeed([document, { ...rows, counters, documents: [...rows.documents, document] }])
        }),
      remove: (commune, id) =>
        step(commune, (rows) => {
          const documents = rows.documents.filter((document) => document.id !== id)
          return documents.length === rows.documents.length
            ? Result.fail(new NotFound({ what: "document" }))
            : Result.succeed([undefined, { ...rows, documents }])
        }),
      banner: (commune) => read(commune, ({ banner }) => banner),
      setBanner: (commune, text) =>
        step(
          commune,
          change((rows) => ({ ...rows, banner: text }))
        )
    })
  })
)
