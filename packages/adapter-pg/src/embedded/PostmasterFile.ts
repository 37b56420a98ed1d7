import { readFile } from "node:fs/promises"
import { join } from "node:path"

/** What a running PostgreSQL writes in its database folder about itself. */
export interface PostmasterFile {
  readonly pid: number
  readonly socketFolder: string
  readonly ready: boolean
}

/** The path of that file. */
export const postmasterFileOf = (cluster: string) => join(cluster, "postmaster.pid")

/** Reads it; `undefined` where there is none, or where it is still being written. */
export const readPostmasterFile = async (cluster: string): Promise<PostmasterFile | undefined> => {
  const text = await readFile(postmasterFileOf(cluster), "utf8").catch(() => "")
  const lines = text.split("\n").map((line) => line.trim())
  const pid = Math.abs(Number(lines[0]))
  if (!Number.isInteger(pid) || pid === 0) return
  return { pid, socketFolder: lines[4] ?? "", ready: lines[7] === "ready" }
}
