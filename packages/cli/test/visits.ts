import { request } from "node:http"
import { gunzipSync } from "node:zlib"

/** What a browser without a cache loads for a page: the addresses, and the bytes of their bodies as they travel. */
export interface Visit {
  readonly addresses: ReadonlyArray<string>
  readonly bytes: number
}

/** Loads a page with all that it names: style sheets, scripts and what they import, pictures, fonts. */
export const firstVisit = async (origin: string, path: string, cookie: string | undefined): Promise<Visit> => {
  const addresses = [path]
  let bytes = 0
  for (const address of addresses) {
    const { packed, text } = await loaded(new URL(address, origin), cookie)
    bytes += packed
    for (const found of namedIn(text)) if (!addresses.includes(found)) addresses.push(found)
  }
  return { addresses, bytes }
}

const loaded = (url: URL, cookie: string | undefined): Promise<{ readonly packed: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const headers = { "accept-encoding": "gzip", accept: "text/html", ...(cookie !== undefined && { cookie }) }
    request(url, { headers, agent: false }, (response) => {
      const chunks: Array<Buffer> = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("error", reject)
      response.on("end", () => {
        const body = Buffer.concat(chunks)
        if (response.statusCode !== 200) reject(new Error(`${url.pathname} was answered with ${response.statusCode}`))
        const plain = response.headers["content-encoding"] === "gzip" ? gunzipSync(body) : body
        resolve({ packed: body.length, text: plain.toString() })
      })
    })
      .on("error", reject)
      .end()
  })

/** Links lead elsewhere and load nothing; `data:` is there already. */
const named = [
  /<link[^>]*\srel="(?:stylesheet|icon|modulepreload|manifest)"[^>]*\shref="([^"]+)"/g,
  /<(?:script|img|iframe|source)[^>]*\ssrc="([^"]+)"/g,
  /url\(["']?([^"')]+)["']?\)/g,
  /@import\s*["']([^"']+)["']/g,
  /\bfrom\s*["']((?:\.|\/)[^"']+)["']/g
]

const namedIn = (text: string): ReadonlyArray<string> =>
  named
    .flatMap((pattern) => [...text.matchAll(pattern)].map(([, address = ""]) => address))
    .filter((address) => !address.startsWith("data:") && !address.startsWith("#"))
