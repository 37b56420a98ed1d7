/**
 * From which address a request comes, to count tries by: the socket's, or the one that a trusted
 * proxy tells. Anyone else may write what they like in `X-Forwarded-For`.
 */
import { Effect, Option } from "effect"
import { HttpServerRequest } from "effect/http"
import { Settings } from "./Settings.ts"

/** The address of who asks. */
export const clientAddress = Effect.gen(function* () {
  const { trustedProxies } = yield* Settings
  const request = yield* HttpServerRequest.HttpServerRequest
  return addressBehind(
    plain(Option.getOrElse(request.remoteAddress, () => "unknown")),
    request.headers["x-forwarded-for"] ?? "",
    trustedProxies
  )
})

/** The last address of the chain that no trusted proxy holds; each proxy adds the one it saw at the end. */
export const addressBehind = (peer: string, forwarded: string, trusted: ReadonlyArray<string>): string => {
  const chain = [...forwarded.split(",").map((address) => plain(address.trim())), peer].filter((a) => a !== "")
  return chain.findLast((address) => !trusted.includes(address)) ?? chain[0] ?? peer
}

const plain = (address: string): string => address.replace(/^::ffff:/, "")
