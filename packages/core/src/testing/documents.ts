/** The laws of published links and of the banner. */
import { Effect } from "effect"
import { expect } from "vitest"
import { Documents } from "../services/Documents.ts"
import { refuses, same } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { emptyCommune } from "./world.ts"

const form = { label: "Fiche d'inscription", url: "https://www.valclair.test/fiche.pdf" }
const menu = { label: "Menus", url: "https://www.valclair.test/menus" }

export const documents: PortSuite = {
  port: "Documents",
  laws: {
    "links are listed in the order of publication, until they are taken back": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { list, publish, remove } = yield* Documents
      const first = yield* publish(id, form)
      const second = yield* publish(id, menu)
      same(first, { id: first.id, ...form })
      same(yield* list(id), [first, second])
      yield* remove(id, first.id)
      same(yield* list(id), [second])
      yield* refuses(remove(id, first.id), "NotFound")
    }),

    "the last banner stands, an empty one too": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { banner, setBanner } = yield* Documents
      expect(yield* banner(id)).toBeUndefined()
      yield* setBanner(id, "Fermé vendredi")
      yield* setBanner(id, "")
      expect(yield* banner(id)).toBe("")
    }),

    "another commune's links and banner are unknown": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const neighbour = yield* emptyCommune
      const { banner, list, publish, remove, setBanner } = yield* Documents
      const document = yield* publish(id, form)
      yield* setBanner(id, "Fermé vendredi")
      same(yield* list(neighbour.id), [])
      expect(yield* banner(neighbour.id)).toBeUndefined()
      yield* refuses(remove(neighbour.id, document.id), "NotFound")
      same(yield* list(id), [document])
    })
  }
}
