import { PgClient } from "@effect/sql-pg"
import { Commune, type CommuneId, type ServedCommune } from "@portail-famille/core/Commune"
import { Communes, HostTaken } from "@portail-famille/core/services/Communes"
import { Effect, Layer, Schema, Semaphore } from "effect"
import { apart, machine, withCommune } from "../WithCommune.ts"
import { first, only } from "./Answers.ts"

/** How long the communes are served from memory before the database is asked for new versions, in milliseconds. */
const freshFor = 3000

const codec = Schema.toCodecJson(Commune)
const decode = Schema.decodeUnknownEffect(codec)
const encode = Schema.encodeEffect(codec)

interface Known {
  readonly version: number
  readonly served: ServedCommune
}

/** Communes' documents on PostgreSQL. Each version is decoded once. */
export const layer: Layer.Layer<Communes, never, PgClient.PgClient> = Layer.effect(
  Communes,
  Effect.gen(function* () {
    const sql = yield* PgClient.PgClient
    const inCommune = withCommune(sql)
    const alone = Semaphore.makeUnsafe(1)
    let known = new Map<number, Known>()
    let served: ReadonlyArray<ServedCommune> = []
    let readAt = Number.NEGATIVE_INFINITY

    const readOne = Effect.fnUntraced(function* (id: CommuneId, version: number) {
      const { document } = yield* inCommune(
        id,
        only(sql<{ document: unknown }>`SELECT document FROM commune_document WHERE version = ${version}`)
      )
      return { version, served: { id, ...(yield* Effect.orDie(decode(document))) } }
    })

    const read = Effect.gen(function* () {
      // The machine's clock: a portal whose own clock stands still must see new versions all the same.
      const now = performance.now()
      const rows = yield* sql<{ id: number; version: number }>`SELECT id, version FROM commune ORDER BY id`
      const found = new Map<number, Known>()
      for (const { id, version } of rows) {
        const last = known.get(id)
        found.set(id, last?.version === version ? last : yield* readOne(id as CommuneId, version))
      }
      known = found
      served = [...found.values()].map((commune) => commune.served)
      readAt = now
    })

    const isStale = () => performance.now() - readAt > freshFor
    const refresh = machine(apart(sql)(alone.withPermits(1)(Effect.suspend(() => (isStale() ? read : Effect.void)))))

    const write = Effect.fnUntraced(function* (commune: Commune) {
      // Two documents are never compared while a third one is written.
      yield* sql`LOCK TABLE commune IN SHARE ROW EXCLUSIVE MODE`
      const taken = yield* first(
        sql<{ hosts: ReadonlyArray<string> }>`SELECT hosts FROM commune
          WHERE slug <> ${commune.slug} AND hosts && ${commune.hosts}::text[]`
      )
      if (taken !== undefined) {
        const host = commune.hosts.find((name) => taken.hosts.includes(name)) ?? commune.hosts[0]
        return yield* new HostTaken({ host })
      }
      const { id, version } = yield* only(
        sql<{ id: number; version: number }>`INSERT INTO commune AS c ${sql.insert({
          slug: commune.slug,
          hosts: commune.hosts,
          version: 1
        })} ON CONFLICT (slug) DO UPDATE SET hosts = excluded.hosts, version = c.version + 1 RETURNING id, version`
      )
      yield* sql`SELECT set_config('portail.commune', ${String(id)}, true)`
      const document = yield* Effect.orDie(encode(commune))
      yield* sql`INSERT INTO commune_document ${sql.insert({ version, document: sql.json(document) })}`
      return id as CommuneId
    })

    return Communes.of({
      all: Effect.suspend(() => (isStale() ? Effect.map(refresh, () => served) : Effect.succeed(served))),
      save: (commune) =>
        Effect.tap(machine(apart(sql)(sql.withTransaction(write(commune)))), () =>
          Effect.sync(() => {
            readAt = Number.NEGATIVE_INFINITY
          })
        )
    })
  })
)
