/**
 * One measure, in a process of its own: `node load.ts <url> <cookie> <connections> <seconds>` prints what autocannon
 * saw, as JSON. Times are taken from each response, since autocannon's own histogram is in whole milliseconds.
 */
import autocannon from "autocannon"

/** What one measure saw; times in milliseconds. */
export interface Load {
  readonly requests: number
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failures: number
}

const [url = "", cookie = "", connections, seconds] = process.argv.slice(2)
const times: Array<number> = []
const options = { url, connections: Number(connections), duration: Number(seconds), headers: { cookie } }
const run = autocannon(options, (error: Error | null, { duration, errors, non2xx }) => {
  if (error !== null) throw error
  times.sort((a, b) => a - b)
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const load: Load = {
    requests: times.length,
    perSecond: times.length / duration,
    p50: at(0.5),
    p99: at(0.99),
    failures: errors + non2xx
  }
  console.log(JSON.stringify(load))
})
run.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds))
