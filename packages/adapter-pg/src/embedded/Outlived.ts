import { readlink, realpath, rm } from "node:fs/promises"
import { basename } from "node:path"
import type { Account } from "./Account.ts"
import type { Binaries } from "./Binaries.ts"
import { placeOf } from "./DataFolder.ts"
import { privateFolderPrefix } from "./Door.ts"
import { embeddedPostgresError } from "./EmbeddedPostgresError.ts"
import { isAlive } from "./Liveness.ts"
import { postmasterFileOf, readPostmasterFile } from "./PostmasterFile.ts"
import { runProgram } from "./Program.ts"

/**
 * Stops the PostgreSQL that outlived the server which started it on this database folder, if there is one, and clears
 * what it leaves. To be called by the holder of the folder's lock only. Fails with `StartFailed` when it will not stop.
 */
export const stopOutlived = async (cluster: string, binaries: Binaries, account: Account | undefined) => {
  const found = await readPostmasterFile(cluster)
  if (found === undefined) return
  if (isAlive(found.pid)) {
    if (await isAnother(found.pid, cluster)) {
      // The number belongs to some other program since: PostgreSQL itself would take it for a living predecessor.
      await rm(postmasterFileOf(cluster), { force: true })
    } else {
      const place = placeOf(cluster, account)
      const stop = ["stop", "-D", place.name, "-m", "fast", "-w", "-t", "60"]
      const { lines } = await runProgram(binaries.pgCtl, stop, place)
      if (isAlive(found.pid)) throw embeddedPostgresError({ _tag: "StartFailed", step: "stop", lastLines: lines })
    }
  }
  if (basename(found.socketFolder).startsWith(privateFolderPrefix)) {
    await rm(found.socketFolder, { recursive: true, force: true })
  }
}

// A postmaster's working directory is its database folder; where the system does not show it, pg_ctl is trusted.
const isAnother = async (pid: number, cluster: string): Promise<boolean> => {
  if (process.platform !== "linux") return false
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined)
  return folder !== undefined && folder !== (await realpath(cluster))
}
