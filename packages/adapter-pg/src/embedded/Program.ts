import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process"
import type { Account } from "./Account.ts"

/** Where and as whom a program of PostgreSQL runs. */
export interface Place {
  readonly cwd: string
  readonly account: Account | undefined
}

/** How a program ended, with the lines it wrote; `code` is `null` when a signal ended it or it could not be run. */
export interface Ending {
  readonly code: number | null
  readonly lines: ReadonlyArray<string>
}

const kept = ["PATH", "SystemRoot", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR"]

/**
 * Starts a program of PostgreSQL in a session of its own, so that a Ctrl-C of the terminal reaches Node only. Nothing of
 * our environment but the search path goes with it: neither its secrets nor `PG*` settings.
 */
export const launchProgram = (file: string, args: ReadonlyArray<string>, place: Place): ChildProcess => {
  const options: SpawnOptions = {
    cwd: place.cwd,
    detached: true,
    windowsHide: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
  }
  return spawn(file, [...args], place.account === undefined ? options : { ...options, ...place.account })
}

/** Calls back with each whole line that the program writes on either of its outputs. */
export const eachLine = (program: ChildProcess, tell: (line: string) => void): void => {
  for (const output of [program.stdout, program.stderr]) {
    let rest = ""
    output?.setEncoding("utf8").on("data", (text: string) => {
      const lines = (rest + text).split(/\r?\n/)
      rest = lines.pop() ?? ""
      for (const line of lines) if (line !== "") tell(line)
    })
    output?.on("end", () => rest !== "" && tell(rest))
  }
}

/** Runs a program to its end; one that cannot be run ends with the system's word on it as its only line. */
export const runProgram = (file: string, args: ReadonlyArray<string>, place: Place): Promise<Ending> =>
  new Promise((resolve) => {
    const lines: Array<string> = []
    const program = launchProgram(file, args, place)
    eachLine(program, (line) => lines.push(line))
    program.once("error", (error) => resolve({ code: null, lines: [error.message] }))
    program.once("close", (code) => resolve({ code, lines }))
  })
