import { readdir, readFile } from "node:fs/promises"
import { promisify } from "node:util"
import { brotliCompress, constants, gzip } from "node:zlib"
import { type Bundled, bundle, hashedName, type islands } from "./AssetBundle.ts"

/** A file for the browser, ready in each encoding; its path carries its hash, so it never changes. */
export interface Asset {
  readonly body: Uint8Array
  readonly gzip: Uint8Array
  readonly br: Uint8Array
  readonly contentType: string
}

/** What pages ask for by name: the style sheet and the islands. */
export type AssetName = "theme.css" | `${(typeof islands)[number]}.js`

/** The files of `/assets/`, by path. */
export interface Assets {
  readonly files: ReadonlyMap<string, Asset>
  /** The path of a file with its hash. */
  readonly href: (name: AssetName) => string
}

const contentTypes = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" } as const

/** What to send with every asset: its path changes with its content. */
export const cacheControl = "public, max-age=31536000, immutable"

/**
 * Makes the assets ready, once at the start of a server: those that came with the published package,
 * else bundled in memory from the sources. Rejects when neither is there.
 */
export const load = async (): Promise<Assets> => {
  const bundled = (await readBuilt(new URL("./assets/", import.meta.url))) ?? (await bundle())
  const files = new Map<string, Asset>()
  const hrefs = new Map<string, string>()
  for (const file of bundled) {
    const path = `/assets/${hashedName(file)}`
    files.set(path, await pack(file))
    hrefs.set(`${file.name}.${file.extension}`, path)
  }
  return {
    files,
    href: (name) => {
      const path = hrefs.get(name)
      if (path === undefined) throw new Error(`there is no asset ${name}`)
      return path
    }
  }
}

const pack = async ({ text, extension }: Bundled): Promise<Asset> => {
  const body = Buffer.from(text)
  return {
    body,
    gzip: await promisify(gzip)(body, { level: 9 }),
    br: await promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    contentType: contentTypes[extension]
  }
}

/** The files that the package's build left beside this one, `undefined` where there are none. */
const readBuilt = async (folder: URL): Promise<ReadonlyArray<Bundled> | undefined> => {
  const names = await readdir(folder).catch(() => undefined)
  if (names === undefined) return undefined
  return Promise.all(
    names
      .filter((name) => /\.(css|js)$/.test(name))
      .map(async (file) => {
        const [name = "", extension] = file.split(".")
        return {
          name,
          extension: extension === "css" ? "css" : "js",
          text: await readFile(new URL(file, folder), "utf8")
        } as const
      })
  )
}
