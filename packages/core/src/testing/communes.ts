/** The laws of communes' documents. */
import { Effect } from "effect"
import { expect } from "vitest"
import { CommuneSlug } from "../Commune.ts"
import { Communes } from "../services/Communes.ts"
import { refuses, same } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { emptyCommune } from "./world.ts"

export const communes: PortSuite = {
  port: "Communes",
  laws: {
    "a commune is served as it was saved": Effect.gen(function* () {
      const saved = yield* emptyCommune
      const served = (yield* (yield* Communes).all).find(({ id }) => id === saved.id)
      same(served, saved)
    }),

    "a new version takes the place of the last, under the same number": Effect.gen(function* () {
      const { id, ...document } = yield* emptyCommune
      const { all, save } = yield* Communes
      const host = `nouveau-${document.hosts[0]}` as const
      const renamed = { ...document, portalName: "E-enfance", hosts: [host] as const }
      expect(yield* save(renamed)).toBe(id)
      same(
        (yield* all).filter(({ slug }) => slug === document.slug),
        [{ ...renamed, id }]
      )
      expect(yield* save(document)).toBe(id)
    }),

    "two communes never answer under one host": Effect.gen(function* () {
      const first = yield* emptyCommune
      const { id, ...second } = yield* emptyCommune
      const { all, save } = yield* Communes
      expect(id).not.toBe(first.id)
      yield* refuses(save({ ...second, hosts: [...second.hosts, first.hosts[0]] }), "HostTaken")
      const third = { ...second, slug: CommuneSlug.make(`${second.slug}-bis`) }
      yield* refuses(save(third), "HostTaken")
      same(
        (yield* all).find((served) => served.id === id),
        { ...second, id }
      )
      expect((yield* all).some(({ slug }) => slug === third.slug)).toBe(false)
    })
  }
}
