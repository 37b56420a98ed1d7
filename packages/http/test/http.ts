import { request as nodeRequest } from "node:http"
import { Effect } from "effect"

export interface Sent {
  readonly method?: string
  readonly host?: string
  readonly cookie?: string | undefined
  readonly bearer?: string | undefined
  readonly key?: string
  /** An object is sent as JSON, a text as it is. */
  readonly body?: unknown
  /** Sends the body without saying how long it is. */
  readonly chunked?: true
  readonly headers?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  readonly text: string
  readonly json: never
}

/** Sends as a page of the portal would, from the same origin; or, not `fromHere`, as anything else. */
export const sendTo =
  (port: number, defaultHost: string, fromHere = true) =>
  (path: string, sent: Sent = {}): Effect.Effect<Answer> =>
    Effect.callback<Answer>((resume) => {
      const body = sent.body === undefined || typeof sent.body === "string" ? sent.body : JSON.stringify(sent.body)
      const request = nodeRequest(
        {
          port,
          host: "127.0.0.1",
          path,
          method: sent.method ?? (body === undefined ? "GET" : "POST"),
          headers: {
            host: sent.host ?? defaultHost,
            ...(fromHere && { "sec-fetch-site": "same-origin" }),
            ...(body !== undefined && { "content-type": "application/json" }),
            ...(body !== undefined && !sent.chunked && { "content-length": Buffer.byteLength(body) }),
            ...(sent.cookie !== undefined && { cookie: sent.cookie }),
            ...(sent.bearer !== undefined && { authorization: `Bearer ${sent.bearer}` }),
            ...(sent.key !== undefined && { "idempotency-key": sent.key }),
            ...sent.headers
          }
        },
        (response) => {
          const chunks: Array<Buffer> = []
          response.on("data", (chunk: Buffer) => chunks.push(chunk))
          response.on("end", () => {
            const text = Buffer.concat(chunks).toString()
            const isJson = /json/.test(response.headers["content-type"] ?? "")
            resume(
              Effect.succeed({
                status: response.statusCode ?? 0,
                headers: response.headers,
                text,
                json: (isJson && text !== "" ? JSON.parse(text) : undefined) as never
              })
            )
          })
        }
      )
      request.on("error", (error) => resume(Effect.die(error)))
      request.end(body)
    })
