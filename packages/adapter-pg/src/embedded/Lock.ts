import { readFileSync, rmSync } from "node:fs"
import { link, readFile, rename, rm, writeFile } from "node:fs/promises"
import { embeddedPostgresError } from "./EmbeddedPostgresError.ts"
import { birthOf, isAlive } from "./Liveness.ts"

const heldHere = new Set<string>()

/**
 * Takes the lock file of a data folder for this process, or fails with `AlreadyServed` naming the living process that
 * holds it. A lock whose holder is gone is taken over, also when its number was given to another process since.
 */
export const takeLock = async (folder: string, file: string): Promise<void> => {
  if (heldHere.has(file)) throw embeddedPostgresError({ _tag: "AlreadyServed", path: folder, pid: process.pid })
  heldHere.add(file)
  try {
    await take(folder, file)
  } catch (error) {
    heldHere.delete(file)
    throw error
  }
}

/** Gives the lock back. A lock file that is not ours any more is left alone. */
export const giveLock = (file: string): void => {
  heldHere.delete(file)
  try {
    if (readFileSync(file, "utf8") === mark()) rmSync(file)
  } catch {
    // A data folder that was removed while it was served holds no lock.
  }
}

const mark = () => `${process.pid}\n${birthOf(process.pid) ?? ""}\n`

const take = async (folder: string, file: string): Promise<void> => {
  const mine = `${file}.${process.pid}`
  for (let attempts = 0; attempts < 10; attempts++) {
    // A link appears with its content: no other starter can read a lock that is still empty.
    await writeFile(mine, mark(), { mode: 0o600 })
    const taken = await linkUnlessThere(mine, file).finally(() => rm(mine, { force: true }))
    if (taken) return
    const found = await readFile(file, "utf8").catch(() => undefined)
    if (found === undefined) continue
    const pid = holderOf(found)
    if (pid !== undefined) throw embeddedPostgresError({ _tag: "AlreadyServed", path: folder, pid })
    await removeIfStill(file, found)
  }
  throw embeddedPostgresError({ _tag: "DataDirUnusable", path: file, code: "its lock keeps changing hands" })
}

const linkUnlessThere = (from: string, to: string): Promise<boolean> =>
  link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "EEXIST") return false
      throw error
    }
  )

const holderOf = (content: string): number | undefined => {
  const [pid = "", birth = ""] = content.split("\n")
  const number = Number(pid)
  if (!Number.isInteger(number) || number <= 0 || !isAlive(number)) return
  return birth === (birthOf(number) ?? "") ? number : undefined
}

// Two starters may find the same stale lock; the slower one must not remove the lock the faster one just took.
const removeIfStill = async (file: string, stale: string): Promise<void> => {
  const aside = `${file}.${process.pid}.stale`
  await rename(file, aside).catch(() => undefined)
  const moved = await readFile(aside, "utf8").catch(() => stale)
  if (moved !== stale) await linkUnlessThere(aside, file)
  await rm(aside, { force: true })
}
