/** Communes' documents in memory: the last version of each slug. */
import { Effect, Layer } from "effect"
import { CommuneId, type ServedCommune } from "../../Commune.ts"
import { Communes, HostTaken } from "../Communes.ts"

/** Communes in a list of their own, above the communes' rows. */
export const layer: Layer.Layer<Communes> = Layer.sync(Communes, () => {
  let served: ReadonlyArray<ServedCommune> = []
  return Communes.of({
    all: Effect.sync(() => served),
    save: (commune) =>
      Effect.suspend(() => {
        const others = served.filter(({ slug }) => slug !== commune.slug)
        const host = commune.hosts.find((h) => others.some(({ hosts }) => hosts.includes(h)))
        if (host !== undefined) return Effect.fail(new HostTaken({ host }))
        const i = served.findIndex(({ slug }) => slug === commune.slug)
        const id = served[i]?.id ?? CommuneId.make(served.length + 1)
        served = i === -1 ? [...served, { ...commune, id }] : served.with(i, { ...commune, id })
        return Effect.succeed(id)
      })
  })
})
