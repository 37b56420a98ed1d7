/**
 * The figures as tables, in Markdown so that they can be kept as printed.
 */
import { availableParallelism, cpus, totalmem } from "node:os"
import type { Load } from "./load.ts"

/** What one request costs: bytes of the body, round trips to the database, rows read there. */
export interface Cost {
  readonly bytes: number
  readonly roundTrips: number
  readonly rows: number
}

/** One measure with what it took of the processors: milliseconds for each request. */
export interface Round extends Load {
  readonly serverCpu: number
  readonly databaseCpu: number
}

/** The measures of one target at one number of connections, a measure a round. */
export interface Measures {
  readonly name: string
  readonly connections: number
  readonly rounds: ReadonlyArray<Round>
}

/** The machine in one line. */
export const machine = (): string =>
  `Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} cores ` +
  `(${cpus()[0]?.model ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GiB, shared by load, servers and PostgreSQL`

/** The middle one of an odd number of values. */
const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** Speed at each number of connections, with the median of the rounds' ratios to the baseline. */
export const speedTable = (measures: ReadonlyArray<Measures>, baseline: string): string =>
  table(
    ["connections", "what", "requests/s", "p50 ms", "p99 ms", "CPU server ms", "CPU PostgreSQL ms", "ratio"],
    measures.map(({ connections, name, rounds }) => {
      const base = measures.find((m) => m.name === baseline && m.connections === connections)?.rounds ?? []
      return [
        String(connections),
        name,
        median(rounds.map(({ perSecond }) => perSecond)).toFixed(0),
        median(rounds.map(({ p50 }) => p50)).toFixed(2),
        median(rounds.map(({ p99 }) => p99)).toFixed(2),
        median(rounds.map(({ serverCpu }) => serverCpu)).toFixed(2),
        median(rounds.map(({ databaseCpu }) => databaseCpu)).toFixed(2),
        median(rounds.map(({ perSecond }, i) => perSecond / (base[i]?.perSecond ?? Number.NaN))).toFixed(2)
      ]
    })
  )

/** What one request costs. */
export const costTable = (costs: ReadonlyMap<string, Cost>): string =>
  table(
    ["what", "bytes", "round trips", "rows read"],
    [...costs].map(([name, { bytes, roundTrips, rows }]) => [
      name,
      String(bytes),
      roundTrips.toFixed(2),
      rows.toFixed(1)
    ])
  )

const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n")
