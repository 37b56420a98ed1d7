/**
 * The processes of the bench: servers that live as long as their scope, and measures that run to their end.
 */
import { spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { setTimeout as pause } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { Effect } from "effect"

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** A server that runs: its address and its number. */
export interface Running {
  readonly address: string
  readonly pid: number
}

/** Starts a server on a free port of the loopback and waits for its first answer. */
export const server = (file: string, args: ReadonlyArray<string>, env: Readonly<Record<string, string>>) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.promise(async () => {
        const port = await freePort()
        const child = spawn(process.execPath, [fileOf(file), ...args], {
          env: { PATH: process.env.PATH, NODE_ENV: "production", PORT: String(port), ...env },
          stdio: ["ignore", "ignore", "inherit"]
        })
        const address = `http://127.0.0.1:${port}`
        await answering(address, () => child.exitCode === null)
        return { child, address }
      }),
      ({ child }) =>
        Effect.promise(async () => {
          child.kill("SIGTERM")
          if (child.exitCode === null && child.signalCode === null) await once(child, "exit")
        })
    ),
    ({ address, child }): Running => ({ address, pid: child.pid ?? 0 })
  )

/** Runs a script of the bench to its end and gives what it printed, read as JSON. */
export const measure = <A>(file: string, ...args: ReadonlyArray<string>): Promise<A> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [fileOf(file), ...args], { stdio: ["ignore", "pipe", "inherit"] })
    const printed: Array<Buffer> = []
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk))
    child.once("close", (code) =>
      code === 0
        ? resolve(JSON.parse(Buffer.concat(printed).toString()))
        : reject(new Error(`${file} ended with ${code}`))
    )
  })

const answering = async (address: string, alive: () => boolean): Promise<void> => {
  while (alive()) {
    const answered = await fetch(address).then(
      () => true,
      () => false
    )
    if (answered) return
    await pause(50)
  }
  throw new Error("A server of the bench ended before its first answer")
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, "127.0.0.1")
  await once(probe, "listening")
  const address = probe.address()
  probe.close()
  return typeof address === "object" && address !== null ? address.port : 0
}
