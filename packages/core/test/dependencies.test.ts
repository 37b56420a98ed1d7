import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { expect, it } from "vitest"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const read = (path: string): string => readFileSync(join(root, path), "utf8")

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

const namesIn = (path: string): ReadonlyArray<string> => {
  const manifest: Manifest = JSON.parse(read(path))
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = manifest
  return Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies, ...peerDependencies })
}

it("explains every dependency of the workspace, each once, and no other", () => {
  const manifests = globSync(["package.json", "packages/*/package.json", "examples/*/package.json"], { cwd: root })
  const named = new Set(manifests.flatMap(namesIn).filter((name) => !name.startsWith("@portail-famille/")))
  const explained = [...read("docs/explanation/dependencies.md").matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name)
  expect(explained.toSorted()).toEqual([...named].toSorted())
})
