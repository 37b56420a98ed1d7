/**
 * What a TypeScript source imports, read from its text, and the circles that imports make.
 * Pure: sources come in as a map from their path in the repository ("packages/core/src/Day.ts") to their text.
 */
import { posix } from "node:path"

/** The sources of the workspace, by path. */
export type Sources = ReadonlyMap<string, string>

/** One import, export-from or dynamic import of a file: whence, which names, and whether types only. */
export interface Import {
  readonly specifier: string
  readonly names: ReadonlyArray<string>
  readonly typeOnly: boolean
}

const stringsAndComments = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`|\/\*[\s\S]*?\*\/|\/\/.*/g

/** The source without its comments, so that an example in a doc comment counts for nothing. */
export const withoutComments = (source: string): string =>
  source.replace(stringsAndComments, (found) => (found.startsWith("/") ? " " : found))

const declaration = /^\s*(?:import|export)\s+(type\s+)?([\w*{][^"';=()]*?)\s*from\s*["']([^"']+)["']/gm
const bare = /^\s*import\s*["']([^"']+)["']/gm
const dynamic = /\bimport\(\s*["']([^"']+)["']/g

const namesOf = (clause: string): ReadonlyArray<string> =>
  (clause.match(/\{([^}]*)\}/)?.[1] ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")

/** Every import of a source, in no particular order. */
export const importsOf = (source: string): ReadonlyArray<Import> => {
  const text = withoutComments(source)
  const declared = [...text.matchAll(declaration)].map(([, type, clause = "", specifier = ""]) => {
    const names = namesOf(clause)
    const allTypes = names.length > 0 && clause.startsWith("{") && names.every((name) => name.startsWith("type "))
    return {
      specifier,
      names: names.map((name) => name.replace(/^type\s+/, "").replace(/\s+as\s.*/, "")),
      typeOnly: type !== undefined || allTypes
    }
  })
  const others = [...text.matchAll(bare), ...text.matchAll(dynamic)]
  return [...declared, ...others.map(([, specifier = ""]) => ({ specifier, names: [], typeOnly: false }))]
}

/** The path of the source that a specifier means, or the specifier itself where it leaves the workspace. */
export const targetOf = (sources: Sources, from: string, specifier: string): string => {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier)
  const [, name, door] = /^@portail-famille\/([\w-]+)(?:\/(.+))?$/.exec(specifier) ?? []
  if (name === undefined) return specifier
  const source = name.startsWith("example-") ? `examples/${name.slice("example-".length)}/src` : `packages/${name}/src`
  if (door === undefined) return `${source}/index.ts`
  return sources.has(`${source}/${door}/index.ts`) ? `${source}/${door}/index.ts` : `${source}/${door}.ts`
}

/** The sources that a source imports, each once. */
const neighbours = (sources: Sources, path: string): ReadonlyArray<string> => [
  ...new Set(importsOf(sources.get(path) ?? "").map(({ specifier }) => targetOf(sources, path, specifier)))
]

/** Each circle of imports found, as the paths along it; the first and the last are the same. */
export const circlesIn = (sources: Sources): ReadonlyArray<ReadonlyArray<string>> => {
  const circles: Array<ReadonlyArray<string>> = []
  const done = new Set<string>()
  const walk = (path: string, trail: ReadonlyArray<string>): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path])
    if (trail.includes(path) || done.has(path) || !sources.has(path)) return
    for (const next of neighbours(sources, path)) walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of sources.keys()) walk(path, [])
  return circles
}

/** All that a source needs when it runs: itself, the sources it reaches by imports of values, and what lies outside. */
export const reachedAtRunTime = (sources: Sources, start: string): ReadonlySet<string> => {
  const reached = new Set<string>()
  const walk = (path: string): void => {
    if (reached.has(path)) return
    reached.add(path)
    for (const { specifier, typeOnly } of importsOf(sources.get(path) ?? "")) {
      if (!typeOnly) walk(targetOf(sources, path, specifier))
    }
  }
  walk(start)
  return reached
}
