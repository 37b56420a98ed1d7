import type { ChildProcess } from "node:child_process"
import { setTimeout as pause } from "node:timers/promises"
import type { Account } from "./Account.ts"
import type { Binaries } from "./Binaries.ts"
import { placeOf } from "./DataFolder.ts"
import type { Door } from "./Door.ts"
import { embeddedPostgresError } from "./EmbeddedPostgresError.ts"
import { isWorthTelling, linePrefix } from "./LogLine.ts"
import { readPostmasterFile } from "./PostmasterFile.ts"
import { eachLine, launchProgram, runProgram } from "./Program.ts"

/** All that is needed to run PostgreSQL on a database folder. */
export interface ServerPlan {
  readonly cluster: string
  readonly binaries: Binaries
  readonly account: Account | undefined
  readonly door: Door
  readonly log: (line: string) => void
}

/** A PostgreSQL that accepts connections, until `ended`. */
export interface Server {
  readonly pid: number
  readonly ended: Promise<void>
  readonly stop: () => Promise<void>
}

/** Milliseconds: a recovery of a long write-ahead log is waited for, a server that hangs is not. */
const readyWithin = 5 * 60_000

/**
 * Starts PostgreSQL and waits until it says itself that it is ready: a socket that answers is too early. Processes of a
 * killed predecessor may hold its memory for a moment, which is waited for. Fails with `StartFailed`.
 */
export const startServer = async (plan: ServerPlan): Promise<Server> => {
  for (let tries = 1; ; tries++) {
    const started = await startOnce(plan)
    if (!Array.isArray(started)) return started
    if (tries >= 50 || !started.some((line) => line.includes("is still in use"))) {
      throw embeddedPostgresError({ _tag: "StartFailed", step: "postgres", lastLines: started })
    }
    await pause(200)
  }
}

const startOnce = async (plan: ServerPlan): Promise<Server | Array<string>> => {
  const place = placeOf(plan.cluster, plan.account)
  const child = launchProgram(plan.binaries.postgres, ["-D", place.name, ...plan.door.settings, ...settings], place)
  const lastLines: Array<string> = []
  eachLine(child, (line) => {
    lastLines.push(line)
    if (lastLines.length > 12) lastLines.shift()
    if (isWorthTelling(line)) plan.log(line)
  })
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve())
    child.once("error", (error) => {
      lastLines.push(error.message)
      resolve()
    })
  })
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()))
  const stop = () => stopChild(child, plan, ended)
  const deadline = Date.now() + readyWithin
  while (isRunning(child) && Date.now() < deadline) {
    const said = await readPostmasterFile(plan.cluster)
    if (said?.ready && said.pid === child.pid) return { pid: said.pid, ended, stop }
    await Promise.race([pause(10), ended])
  }
  await stop()
  await Promise.race([closed, pause(500)])
  return lastLines
}

// Statements and their values can hold personal data: PostgreSQL's log tells of the server only.
const settings = [
  ["log_min_messages", "log"],
  ["log_checkpoints", "off"],
  ["log_min_error_statement", "panic"],
  ["log_error_verbosity", "terse"],
  ["log_line_prefix", linePrefix],
  ["log_timezone", "UTC"],
  ["timezone", "UTC"],
  ["unix_socket_permissions", "0700"]
].flatMap(([name, value]) => ["-c", `${name}=${value}`])

const isRunning = (child: ChildProcess) =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null

// The fast stop ends open transactions and writes a checkpoint; the other signals are for a server that hangs.
const stopChild = async (child: ChildProcess, plan: ServerPlan, ended: Promise<void>): Promise<void> => {
  const steps = [
    ["SIGINT", 60_000],
    ["SIGQUIT", 10_000],
    ["SIGKILL", 10_000]
  ] as const
  for (const [signal, patience] of steps) {
    if (!isRunning(child)) return
    if (process.platform === "win32" && signal === "SIGINT") {
      const place = placeOf(plan.cluster, plan.account)
      await runProgram(plan.binaries.pgCtl, ["stop", "-D", place.name, "-m", "fast", "-W"], place)
    } else child.kill(signal)
    const giveUp = new AbortController()
    await Promise.race([ended, pause(patience, undefined, { signal: giveUp.signal }).catch(() => undefined)])
    giveUp.abort()
  }
}
