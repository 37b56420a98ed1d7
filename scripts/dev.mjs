// Serves the demonstration and starts it again whenever a source of the workspace changes.
import { existsSync, readdirSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { endLike, run } from "./run.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const sources = ["packages", "examples"]
  .flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(root, folder, name, "src")))
  .filter((path) => existsSync(path))
const watched = sources.map((path) => `--watch-path=${path}`)
const program = join(root, "packages/cli/src/bin.ts")
endLike(await run(process.execPath, [...watched, program, "serve", "--demo", ...process.argv.slice(2)]))
