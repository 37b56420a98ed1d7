import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { assert } from "@effect/vitest"
import { Effect, Schedule, type Scope } from "effect"
import { EmbeddedPostgres, EmbeddedPostgresError } from "../src/embedded/index.ts"
import { isAlive } from "../src/embedded/Liveness.ts"
import { readPostmasterFile } from "../src/embedded/PostmasterFile.ts"

export const temporaryFolder: Effect.Effect<string, never, Scope.Scope> = Effect.acquireRelease(
  Effect.promise(() => mkdtemp(join(tmpdir(), "portail-test-"))),
  (folder) => Effect.promise(() => rm(folder, { recursive: true, force: true }))
)

/** Polls until the check holds, for 20 seconds at most. */
export const eventually = <A, E>(check: Effect.Effect<A, E>) =>
  Effect.retry(check, { schedule: Schedule.spaced("20 millis"), times: 1000 })

/** Waits until no process of this number runs. */
export const gone = (pid: number) =>
  eventually(Effect.suspend(() => (isAlive(pid) ? Effect.fail(`process ${pid} lives`) : Effect.void)))

/** Why a start on this folder is refused. */
export const refusalOf = (dataDir: string) =>
  Effect.flip(Effect.scoped(EmbeddedPostgres.start({ dataDir }))).pipe(
    Effect.tap((error) => Effect.sync(() => assert.instanceOf(error, EmbeddedPostgresError)))
  )

/** A Node process that serves the folder and writes; killed with its PostgreSQL at the end if the test did not. */
export const startHolder = (dataDir: string) =>
  Effect.acquireRelease(
    Effect.sync(() =>
      spawn(process.execPath, [fileURLToPath(new URL("holder.ts", import.meta.url)), dataDir], {
        stdio: ["ignore", "pipe", "inherit"]
      })
    ),
    (holder) =>
      Effect.promise(async () => {
        holder.kill("SIGKILL")
        const outlived = await readPostmasterFile(join(dataDir, "postgresql"))
        if (outlived !== undefined && isAlive(outlived.pid)) process.kill(outlived.pid, "SIGQUIT")
      })
  )

/** The lines the process has said, once there are so many. It is read on after that, or its next write would end it. */
export const linesOf = (child: ChildProcess, atLeast: number) =>
  Effect.callback<ReadonlyArray<string>, string>((resume) => {
    let said = ""
    child.once("exit", (code) => resume(Effect.fail(`ended with ${code} after: ${said}`)))
    child.stdout?.on("data", (text) => {
      said += text
      const lines = said.split("\n").slice(0, -1)
      if (lines.length >= atLeast) resume(Effect.succeed(lines))
    })
  })

/** Kills it as a power cut would, and waits for its end. */
export const killed = (child: ChildProcess) =>
  Effect.promise(async () => {
    const exit = once(child, "exit")
    child.kill("SIGKILL")
    await exit
  })
