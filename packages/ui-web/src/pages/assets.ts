import { problemResponse, transportProblem } from "@portail-famille/http/server"
import { Effect } from "effect"
import { HttpServerRequest, HttpServerResponse } from "effect/http"
import { AssetFiles } from "../AssetFiles.ts"
import { type Asset, cacheControl } from "../Assets.ts"
import { publicPage } from "../Page.ts"

/** The files that pages load, each under a name that changes with its content. */
export const assetPage = publicPage({
  method: "GET",
  path: "/assets/:name",
  handle: Effect.fnUntraced(function* ({ params }) {
    const file = (yield* AssetFiles).files.get(`/assets/${params.name}`)
    if (file === undefined) return problemResponse(transportProblem("nothingHere"))
    const { headers } = yield* HttpServerRequest.HttpServerRequest
    const [encoding, body] = packed(file, headers["accept-encoding"] ?? "")
    return HttpServerResponse.uint8Array(body, {
      contentType: file.contentType,
      headers: {
        "cache-control": cacheControl,
        vary: "accept-encoding",
        ...(encoding !== null && { "content-encoding": encoding })
      }
    })
  })
})

const packed = ({ body, gzip, br }: Asset, accepted: string): readonly ["br" | "gzip" | null, Uint8Array] => {
  const takes = (name: string): boolean =>
    accepted.split(",").some((part) => {
      const [coding = "", quality = "1"] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*q=/)
      return coding === name && Number(quality) > 0
    })
  return takes("br") ? ["br", br] : takes("gzip") ? ["gzip", gzip] : [null, body]
}
