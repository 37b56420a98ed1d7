import { existsSync, readFileSync } from "node:fs"
import { defineConfig } from "tsup"

/** The parts of a package.json that say which sources are doors of the package. */
interface Manifest {
  readonly exports: Readonly<Record<string, string>>
  readonly bin?: Readonly<Record<string, string>>
}

const { bin = {}, exports }: Manifest = JSON.parse(readFileSync("package.json", "utf8"))
const programs = Object.values(bin).map((path) => path.replace("./dist/", "src/").replace(/\.js$/, ".ts"))
const doors = [...Object.values(exports), ...programs].map((path) => path.replace("*", "**/*"))

/**
 * One configuration for every package, run from its folder: a door for each source named by its exports and bin.
 * Only the example commune, which is not published, is taken into the package that shows it.
 */
export default defineConfig({
  entry: doors.filter((path) => path.includes("*") || existsSync(path)),
  format: "esm",
  target: "es2024",
  platform: "node",
  splitting: true,
  clean: true,
  skipNodeModulesBundle: true,
  noExternal: [/^@portail-famille\/example-/],
  dts: false,
  silent: true
})
