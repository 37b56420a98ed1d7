/**
 * The processor time of processes, from Linux' own accounts: on a machine that does other work, too, it says more than
 * the clock does.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"

const millisPerTick = 10

/** Milliseconds of processor time that a process used so far; NaN where the system keeps no such account. */
export const cpuOf = (pid: number): number => {
  const [, user, system] = fieldsOf(pid) ?? []
  return (Number(user) + Number(system)) * millisPerTick
}

/** The same for each child that a process has now; none where the system does not tell. */
export const cpuOfChildren = (pid: number): ReadonlyMap<number, number> => {
  const known = existsSync("/proc/self/stat") ? readdirSync("/proc") : []
  const children = known.map(Number).filter((child) => child > 0 && fieldsOf(child)?.[0] === String(pid))
  return new Map(children.map((child) => [child, cpuOf(child)]))
}

/** What children used between two looks; one that ended meanwhile took its account along. */
export const usedBetween = (before: ReadonlyMap<number, number>, after: ReadonlyMap<number, number>): number =>
  after.size === 0 ? Number.NaN : [...after].reduce((sum, [child, used]) => sum + used - (before.get(child) ?? 0), 0)

/** Parent, ticks in user mode, ticks in the system: the name before them may hold anything, even brackets. */
const fieldsOf = (pid: number): readonly [parent: string, user: string, system: string] | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8")
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ")
    return [fields[1] ?? "", fields[11] ?? "", fields[12] ?? ""]
  } catch {
    return undefined
  }
}
