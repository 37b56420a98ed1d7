// Builds and packs every public package as it would be published, then looks at the tarballs:
// publint for their package.json and files, are-the-types-wrong for what TypeScript finds in them.
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { pnpm } from "./pnpm.mjs"
import { endLike, run } from "./run.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const tarballs = mkdtempSync(join(tmpdir(), "portail-pack-"))
process.on("exit", () => rmSync(tarballs, { recursive: true, force: true }))

const must = async (running) => {
  const end = await running
  if (end.code !== 0) endLike(end)
}
const onNode = (file, ...args) => must(run(process.execPath, [join(root, file), ...args], { cwd: root }))

const packages = readdirSync(join(root, "packages"))
const each = ["--silent", "--recursive", ...packages.flatMap((name) => ["--filter", `./packages/${name}`])]
await must(pnpm([...each, "run", "build"], { cwd: root }))
await must(pnpm([...each, "pack", "--pack-destination", tarballs], { cwd: root }))

const packed = readdirSync(tarballs).map((name) => join(tarballs, name))
if (packed.length !== packages.length) {
  console.error(`${packed.length} tarballs for ${packages.length} packages`)
  process.exit(1)
}
for (const tarball of packed) {
  await onNode("node_modules/publint/src/cli.js", tarball, "--strict")
  await onNode("node_modules/@arethetypeswrong/cli/dist/index.js", tarball, "--profile", "esm-only")
}
