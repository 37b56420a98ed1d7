/**
 * `pnpm bench`: the planning month of the portal against bare Fastify and pg, in one run over one embedded PostgreSQL.
 * Each server is a process of its own, the load a third; rounds go through all targets in turn, medians are printed.
 * `BENCH_SECONDS` is the length of one measure, 3 where nothing is said.
 */
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { NodeRuntime } from "@effect/platform-node"
import { migrate } from "@portail-famille/adapter-pg"
import { EmbeddedPostgres } from "@portail-famille/adapter-pg/embedded"
import { Console, Effect, Redacted } from "effect"
import { relay, rowsRead } from "./counting.ts"
import { cpuOf, cpuOfChildren, usedBetween } from "./cpu.ts"
import { fill, type Measured } from "./dataset.ts"
import type { Load } from "./load.ts"
import { measure, server } from "./processes.ts"
import { type Cost, costTable, type Measures, machine, type Round, speedTable } from "./report.ts"
import { baseline, bytesOf, cookieOf, type Target, targetsOf } from "./targets.ts"

const seconds = process.env.BENCH_SECONDS ?? "3"
const connections = [1, 8, 16]
const rounds = [0, 1, 2]

/** Where each server finds the database. */
interface Addresses {
  readonly portal: Redacted.Redacted
  readonly baseline: Redacted.Redacted
}

/** Starts one of the servers on its database. */
const started = (which: keyof Addresses, addresses: Addresses) => {
  const env = { DATABASE_URL: Redacted.value(addresses[which]) }
  return which === "portal" ? server("../src/bin.ts", ["serve"], env) : server("baseline.ts", [], env)
}

const speeds = Effect.fnUntraced(function* (
  addresses: Addresses,
  postmaster: Effect.Effect<number>,
  targets: ReadonlyArray<Target>,
  cookie: string
) {
  const places = { portal: yield* started("portal", addresses), baseline: yield* started("baseline", addresses) }
  const load = Effect.fnUntraced(function* (target: Target, many: number) {
    const { address, pid } = places[target.server]
    const database = yield* postmaster
    const before = [cpuOf(pid), cpuOfChildren(database)] as const
    const seen = yield* Effect.promise(() =>
      measure<Load>("load.ts", address + target.path, cookie, String(many), seconds)
    )
    const round: Round = {
      ...seen,
      serverCpu: (cpuOf(pid) - before[0]) / seen.requests,
      databaseCpu: usedBetween(before[1], cpuOfChildren(database)) / seen.requests
    }
    return round
  })
  for (const target of targets) yield* load(target, 8)
  const measures: Array<Measures & { readonly rounds: Array<Round> }> = connections.flatMap((many) =>
    targets.map(({ name }) => ({ name, connections: many, rounds: [] }))
  )
  for (const round of rounds)
    for (const many of connections)
      for (const target of targets) {
        const seen = yield* load(target, many)
        if (seen.failures > 0) return yield* Effect.die(new Error(`${target.name}: ${seen.failures} requests failed`))
        measures.find(({ connections, name }) => name === target.name && connections === many)?.rounds.push(seen)
        yield* Console.error(`round ${round + 1}, ${many} connections, ${target.name}: ${seen.perSecond.toFixed(0)}/s`)
      }
  return measures
})

/** A fresh server that is asked so often, one request after the other; what starting it costs is taken off. */
const cost = Effect.fnUntraced(function* (
  addresses: Addresses,
  admin: Redacted.Redacted,
  target: Target,
  cookie: string
) {
  const asked = Effect.fnUntraced(function* (times: number) {
    const before = yield* rowsRead(admin)
    const { bytes, roundTrips } = yield* Effect.scoped(
      Effect.gen(function* () {
        const through = yield* relay(addresses[target.server])
        const { address } = yield* started(target.server, { ...addresses, [target.server]: through.url })
        const first = through.roundTrips()
        let bytes = 0
        for (let i = 0; i < times; i++)
          bytes = yield* Effect.promise(() => bytesOf(address + target.path, cookie, target))
        return { bytes, roundTrips: through.roundTrips() - first }
      })
    )
    return { bytes, roundTrips, rows: (yield* rowsRead(admin)) - before }
  })
  const few = yield* asked(100)
  const many = yield* asked(600)
  const each: Cost = {
    bytes: many.bytes,
    roundTrips: (many.roundTrips - few.roundTrips) / 500,
    rows: (many.rows - few.rows) / 500
  }
  return each
})

const inDatabase = (url: Redacted.Redacted, name: string): Redacted.Redacted => {
  const moved = new URL(Redacted.value(url))
  moved.pathname = `/${name}`
  return Redacted.make(moved.href)
}

const bench = Effect.gen(function* () {
  const dataDir = yield* Effect.acquireRelease(
    Effect.promise(() => mkdtemp(join(tmpdir(), "portail-bench-"))),
    (folder) => Effect.promise(() => rm(folder, { recursive: true, force: true }))
  )
  const served = yield* EmbeddedPostgres.start({ dataDir })
  yield* migrate(served.ownerUrl)
  yield* Console.error("Filling the database…")
  const measured: Measured = yield* fill(served.appUrl, served.ownerUrl, new Date())
  const admin = inDatabase(served.adminUrl, "portail")
  // The superuser: row security does not hold it, as the baseline is to have none.
  const addresses: Addresses = { portal: served.appUrl, baseline: admin }
  const [targets, cookie] = [targetsOf(measured), cookieOf(measured)]
  const costs = new Map<string, Cost>()
  for (const target of targets) costs.set(target.name, yield* cost(addresses, admin, target, cookie))
  const measures = yield* Effect.scoped(speeds(addresses, served.pid, targets, cookie))
  yield* Console.log(`${machine()}\n\n${speedTable(measures, baseline)}\n\n${costTable(costs)}`)
})

NodeRuntime.runMain(Effect.scoped(bench))
