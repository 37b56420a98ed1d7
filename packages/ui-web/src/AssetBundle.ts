import { createHash } from "node:crypto"
import { fileURLToPath } from "node:url"

/** A file for the browser before it is packed: its name without hash, its type and its text. */
export interface Bundled {
  readonly name: string
  readonly extension: "css" | "js"
  readonly text: string
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** The scripts that pages may ask for, by name. */
export const islands = ["planning", "password"] as const

/**
 * Bundles style sheet and islands in memory, for the browsers we keep: Safari 15, Chrome 109, Firefox 115.
 * Needs the sources and esbuild: a published package carries the result instead.
 */
export const bundle = async (): Promise<ReadonlyArray<Bundled>> => {
  const { build } = await import("esbuild")
  const { outputFiles } = await build({
    entryPoints: [
      { in: here("./theme.css"), out: "theme" },
      ...islands.map((name) => ({ in: here(`./islands/${name}.ts`), out: name }))
    ],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: ["safari15", "chrome109", "firefox115"],
    outdir: here("./"),
    logLevel: "silent"
  })
  return outputFiles.map(({ path, text }) => {
    const extension = path.endsWith(".css") ? "css" : "js"
    const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1, -extension.length - 1)
    return { name, extension, text }
  })
}

/** The file's name with a hash of its content, so that it can be kept for ever: "theme.3f9a0c1b.css". */
export const hashedName = ({ name, extension, text }: Bundled): string =>
  `${name}.${createHash("sha256").update(text).digest("hex").slice(0, 8)}.${extension}`
