import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { load } from "../src/Assets.ts"
import { galleryPage, planningPage, signInPage } from "../src/gallery/pages.ts"

/** The gallery on a free port of loopback; a posted form comes back as plain text. */
export interface GalleryServer {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Starts the gallery. */
export const serveGallery = async (): Promise<GalleryServer> => {
  const assets = await load()
  const pages = new Map([
    ["/", galleryPage(assets.href).value],
    ["/planning", planningPage(assets.href).value],
    ["/connexion", signInPage(assets.href).value]
  ])
  const server = createServer(async (request, response) => {
    const path = request.url?.replace(/\?.*/, "") ?? ""
    const asset = assets.files.get(path)
    const page = pages.get(path)
    if (request.method === "POST") {
      response.setHeader("content-type", "text/plain; charset=utf-8")
      response.end(decodeURIComponent((await request.setEncoding("utf8").toArray()).join("")))
    } else if (asset !== undefined) {
      response.setHeader("content-type", asset.contentType)
      response.end(asset.body)
    } else {
      response.statusCode = page === undefined ? 404 : 200
      response.setHeader("content-type", "text/html; charset=utf-8")
      response.setHeader(
        "content-security-policy",
        "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self'; form-action 'self'"
      )
      response.end(page)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}
