import { readFileSync } from "node:fs"

/** Whether a process of this number runs; one that ended and only waits to be reaped does not. */
export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
  const state = statOf(pid)?.[0]
  return state !== "Z" && state !== "X"
}

/**
 * What tells a process from a later one that was given the same number: the machine's boot and the instant of its start,
 * where the system says them (Linux); else `undefined`.
 */
export const birthOf = (pid: number): string | undefined => {
  const start = statOf(pid)?.[19]
  if (start === undefined) return
  try {
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${start}`
  } catch {
    return start
  }
}

// The second field is the program's name in brackets and may hold anything, so the fields are counted after it.
const statOf = (pid: number): ReadonlyArray<string> | undefined => {
  if (process.platform !== "linux") return
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8")
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")
  } catch {
    return
  }
}
