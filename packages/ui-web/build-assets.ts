/** Part of the package's build: leaves the bundled assets in dist/assets, so that a published package needs no bundler. */
import { mkdir, writeFile } from "node:fs/promises"
import { bundle } from "./src/AssetBundle.ts"

const folder = new URL("./dist/assets/", import.meta.url)
await mkdir(folder, { recursive: true })
for (const { name, extension, text } of await bundle()) await writeFile(new URL(`${name}.${extension}`, folder), text)
