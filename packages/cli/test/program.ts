import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { request } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { Commune } from "@portail-famille/core"
import { chenex } from "@portail-famille/example-chenex"
import { Schema } from "effect"
import { onTestFinished } from "vitest"

const bin = fileURLToPath(new URL("../src/bin.ts", import.meta.url))

/** Milliseconds for whatever is waited for: the machine may be busy, a portal that hangs is not waited for. */
const patience = 60_000

/** A folder of its own, removed when the test ends. */
export const temporaryFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), "portail-cli-"))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** Asks again every 50 ms until the answer is no `undefined`, within the patience. */
export const eventually = async <A>(what: string, ask: () => Promise<A | undefined>): Promise<A> => {
  const end = performance.now() + patience
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** The number of PostgreSQL's main process in a data folder; `undefined` where none runs. */
export const postmasterOf = async (dataDir: string): Promise<number | undefined> => {
  const text = await readFile(join(dataDir, "postgresql", "postmaster.pid"), "utf8").catch(() => "")
  const pid = Number(text.split("\n")[0])
  return pid > 0 && alive(pid) ? pid : undefined
}

/** A `portail` that runs, with all that it has said. */
export class Program {
  out = ""
  err = ""
  readonly child: ChildProcess
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>

  constructor(args: ReadonlyArray<string>, env: Readonly<Record<string, string>>, cwd: string) {
    const { PATH = "", TMPDIR } = process.env
    this.child = spawn(process.execPath, [bin, ...args], {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH, ...(TMPDIR !== undefined && { TMPDIR }), ...env }
    })
    this.child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.out += text
    })
    this.child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.err += text
    })
    this.ended = once(this.child, "close").then(([code, signal]) => ({ code, signal }))
  }

  get pid(): number {
    return this.child.pid ?? 0
  }

  /** What it said as soon as that fits; an end before is a failure. */
  said(pattern: RegExp): Promise<RegExpExecArray> {
    return eventually(`it says ${pattern}`, async () => {
      const found = pattern.exec(this.out)
      if (found !== null) return found
      if (this.child.exitCode !== null) throw new Error(`It ended with ${this.child.exitCode}:\n${this.out}${this.err}`)
      return undefined
    })
  }

  /** Sends a signal and gives how it ended. */
  async stop(signal: NodeJS.Signals) {
    this.child.kill(signal)
    return this.ended
  }
}

/** Starts `portail`; whatever of it still runs when the test ends is killed. */
export const portail = (args: ReadonlyArray<string>, env: Readonly<Record<string, string>>, cwd: string): Program => {
  const program = new Program(args, env, cwd)
  onTestFinished(async () => {
    program.child.kill("SIGKILL")
    await program.ended
    const postmaster = env.PORTAIL_DATA_DIR && (await postmasterOf(env.PORTAIL_DATA_DIR))
    if (postmaster) {
      process.kill(postmaster, "SIGQUIT")
      await eventually("PostgreSQL has stopped", async () => (alive(postmaster) ? undefined : true))
    }
  })
  return program
}

/** Runs a command of `portail` to its end. */
export const ran = async (args: ReadonlyArray<string>, env: Readonly<Record<string, string>>, cwd: string) => {
  const program = portail(args, env, cwd)
  const { code } = await program.ended
  return { code, out: program.out, err: program.err }
}

/** A demonstration on a free port that listens, with what its notice says; its data is in `folder`/data. */
export const demonstration = async (folder: string, env: Readonly<Record<string, string>> = {}) => {
  const dataDir = join(folder, "data")
  const program = portail(["serve", "--demo"], { PORT: "0", ...env, PORTAIL_DATA_DIR: dataDir }, folder)
  const [, origin = ""] = await program.said(/is served at (http:\/\/localhost:\d+)/)
  const [, token = ""] = await program.said(/Staff token {4}(\S+)/)
  await program.said(/Ctrl-C/)
  return { program, dataDir, origin, token, ask: asking(Number(new URL(origin).port)) }
}

/** What is sent to a portal. */
export interface Sent {
  readonly method?: string
  readonly host?: string
  readonly body?: unknown
  readonly cookie?: string
  readonly bearer?: string
  readonly key?: string
}

/** What a portal answered. */
export interface Answer {
  readonly status: number
  readonly cookie: string
  readonly text: string
  readonly json: never
}

/** Asks the portal of that port, as a page of its own would; rejects when the connection breaks. */
export const asking =
  (port: number) =>
  (path: string, { body, bearer, cookie, host = `localhost:${port}`, key, method }: Sent = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const text = body === undefined ? undefined : JSON.stringify(body)
      const sent = request(
        {
          host: "127.0.0.1",
          port,
          path,
          method: method ?? (text === undefined ? "GET" : "POST"),
          timeout: patience,
          agent: false,
          headers: {
            host,
            "sec-fetch-site": "same-origin",
            ...(text !== undefined && {
              "content-type": "application/json",
              "content-length": Buffer.byteLength(text)
            }),
            ...(cookie !== undefined && { cookie }),
            ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
            ...(key !== undefined && { "idempotency-key": key })
          }
        },
        (response) => {
          let said = ""
          response.setEncoding("utf8").on("data", (chunk: string) => {
            said += chunk
          })
          response.on("error", reject)
          response.on("end", () =>
            resolve({
              status: response.statusCode ?? 0,
              cookie: response.headers["set-cookie"]?.[0]?.split(";")[0] ?? "",
              text: said,
              json: (/json/.test(response.headers["content-type"] ?? "") ? JSON.parse(said) : undefined) as never
            })
          )
        }
      )
      sent.on("timeout", () => sent.destroy(new Error("No answer")))
      sent.on("error", reject)
      sent.end(text)
    })

/** How to ask a portal. */
export type Ask = ReturnType<typeof asking>

/** Signs in; gives the cookie. */
export const signedIn = async (ask: Ask, identifiant: string, password: string): Promise<string> => {
  const { cookie, status } = await ask("/api/session", { body: { identifiant, password } })
  if (status !== 200) throw new Error(`The sign-in of ${identifiant} was answered with ${status}`)
  return cookie
}

/** Chênex's document in a file, with some of it said otherwise. */
export const chenexFile = async (folder: string, changes: object): Promise<string> => {
  const file = join(folder, "commune.json")
  await writeFile(file, JSON.stringify({ ...Schema.encodeSync(Commune.Commune)(chenex), ...changes }))
  return file
}
