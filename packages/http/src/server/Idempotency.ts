/**
 * A write that carries a key happens once: sent again, it gives the same answer; another write
 * under that key is refused. The write and its key are one transaction.
 */
import { createHash } from "node:crypto"
import { type KeyReused, type Reply, Writes } from "@portail-famille/core/services/Writes"
import { DateTime, Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { CurrentCommune } from "../Current.ts"

/** Under what a write is known: whose it is ("adult:12"), its key, and a digest of what it is. */
export interface WriteKey {
  readonly owner: string
  readonly key: string
  readonly fingerprint: string
}

/** A digest of route and body: the same write sent again has the same. */
export const fingerprintOf = (method: string, url: string, body: string): string =>
  createHash("sha256").update(`${method} ${url}\n${body}`).digest("base64url")

/**
 * Runs a write once under its key, or gives its answer again with `Idempotent-Replay: true`. What is
 * remembered is the status, the text, the media type and where it leads; `forget` takes a secret out of the text.
 */
export const once: <E, R>(
  write: WriteKey,
  effect: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>,
  forget?: (body: string) => string
) => Effect.Effect<HttpServerResponse.HttpServerResponse, E | KeyReused, R | Writes | CurrentCommune> =
  Effect.fnUntraced(function* ({ owner, key, fingerprint }, effect, forget = (body) => body) {
    const commune = yield* CurrentCommune
    const writes = yield* Writes
    const at = yield* DateTime.now
    let fresh: HttpServerResponse.HttpServerResponse | undefined
    const reply = yield* writes.once(
      commune.id,
      { actor: owner, key, fingerprint, at },
      Effect.map(effect, (response) => {
        fresh = response
        return replyOf(response)
      }),
      (reply) => ({ ...reply, body: forget(reply.body) })
    )
    return fresh ?? replayOf(reply)
  })

const kept = ["content-type", "location"]

const replyOf = ({ status, body, headers }: HttpServerResponse.HttpServerResponse): Reply => ({
  status,
  body: body._tag === "Uint8Array" ? new TextDecoder().decode(body.body) : "",
  headers: {
    ...(body._tag === "Uint8Array" && { "content-type": body.contentType }),
    ...Object.fromEntries(Object.entries(headers).filter(([name]) => kept.includes(name)))
  }
})

const replayOf = ({ status, body, headers }: Reply): HttpServerResponse.HttpServerResponse => {
  const { "content-type": contentType, ...rest } = headers
  const options = { status, headers: { ...rest, "idempotent-replay": "true" } }
  return body === "" || contentType === undefined
    ? HttpServerResponse.empty(options)
    : HttpServerResponse.text(body, { ...options, contentType })
}
