import { request as nodeRequest } from "node:http"
import { importCommune } from "@portail-famille/core/services/Communes"
import * as Memory from "@portail-famille/core/services/memory/index"
import { Readiness, serve } from "@portail-famille/http/server"
import { Context, Effect, Layer } from "effect"
import { HttpServer } from "effect/http"
import { TestClock } from "effect/testing"
import { AssetFiles } from "../../src/AssetFiles.ts"
import * as Pages from "../../src/Pages.ts"
import { problemPage } from "../../src/ProblemPage.ts"
import { family, loginOf } from "./family.ts"
import { guideCommune } from "./guide.ts"

/** A response of the portal. */
export interface Answer {
  readonly status: number
  readonly location: string | undefined
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>
  readonly text: string
}

/** The text of a page as it is read, its spaces made plain. */
export const words = ({ text }: Pick<Answer, "text">): string =>
  text
    .replace(/<[^>]*>/g, " ")
    .replaceAll("&#39;", "'")
    .replace(/[\s\u00a0]+/g, " ")

/** The key of the first form of a page that writes. */
export const keyIn = ({ text }: Pick<Answer, "text">): string => /name="cle" value="([^"]+)"/.exec(text)?.[1] ?? ""

/** The fields of a form, in their order. */
export type Fields = ReadonlyArray<readonly [name: string, value: string]>

/** Asks for a page; posts a form as a browser does, from a page of the portal; or sends JSON to the API. */
const sendTo =
  (port: number) =>
  (path: string, cookie?: string, sent?: Fields | { readonly json: unknown }, method?: string): Effect.Effect<Answer> =>
    Effect.callback<Answer>((resume) => {
      const [type, body] =
        sent === undefined
          ? []
          : "json" in sent
            ? ["application/json", JSON.stringify(sent.json)]
            : ["application/x-www-form-urlencoded", encoded(sent)]
      const request = nodeRequest(
        {
          port,
          path,
          method: method ?? (body === undefined ? "GET" : "POST"),
          headers: {
            accept: "text/html",
            "sec-fetch-site": "same-origin",
            ...(cookie !== undefined && { cookie }),
            ...(body !== undefined && { "content-type": type, "content-length": Buffer.byteLength(body) })
          }
        },
        (response) => {
          const chunks: Array<Buffer> = []
          response.on("data", (chunk: Buffer) => chunks.push(chunk))
          response.on("end", () => {
            const { headers, statusCode = 0 } = response
            const text = Buffer.concat(chunks).toString()
            resume(Effect.succeed({ status: statusCode, location: headers.location, headers, text }))
          })
        }
      )
      request.on("error", (error) => resume(Effect.die(error)))
      request.end(body)
    })

const encoded = (form: Fields): string => {
  const fields = new URLSearchParams()
  for (const [name, value] of form) fields.append(name, value)
  return fields.toString()
}

/** Wednesday 8 April 2015, 10 o'clock in Paris. */
const now = Date.UTC(2015, 3, 8, 8)
const password = "Cerise-Verte-2015"

const build = Effect.gen(function* () {
  yield* TestClock.setTime(now)
  yield* importCommune(guideCommune)
  const own = yield* family("1001001818331", "DUPONT", true)
  const stranger = yield* family("1001001818332", "MARTIN", false)
  const { address } = yield* HttpServer.HttpServer
  const port = address._tag === "UnixPathAddress" ? 0 : address.port
  const send = sendTo(port)
  const cookieIn = (answer: Answer) => String(answer.headers["set-cookie"]).split(";", 1)[0] ?? ""
  /** Signs in for the first time, chooses the password, and gives the cookie. */
  const arrive = Effect.fnUntraced(function* (adultId: typeof own.fatherId, name: string) {
    const { identifiant, secret } = yield* loginOf(adultId, name)
    const signedIn = yield* send("/api/session", undefined, { json: { identifiant, password: secret } })
    const choice = { json: { current: null, next: password } }
    const chosen = yield* send("/api/password", cookieIn(signedIn), choice, "PUT")
    return cookieIn(chosen)
  })
  return {
    origin: `http://localhost:${port}`,
    send,
    own,
    stranger,
    cookies: {
      father: yield* arrive(own.fatherId, "dupont.jean"),
      mother: yield* arrive(own.motherId, "dupont.jeanne"),
      stranger: yield* arrive(stranger.fatherId, "martin.jean")
    }
  }
})

export class Portal extends Context.Service<Portal, Effect.Success<typeof build>>()("test/pages/Portal") {}

/** The guide's commune with two families, its pages served on a real port over stores in memory, on 8 April 2015. */
export const portal = Layer.effect(Portal, Effect.orDie(build)).pipe(
  Layer.provideMerge(
    Layer.unwrap(
      Effect.map(AssetFiles, (assets) =>
        serve(
          {
            host: "127.0.0.1",
            port: 0,
            origin: "http://localhost:3000",
            trustedProxies: [],
            signInForm: "/connexion",
            problemPage: problemPage(assets)
          },
          Pages.layer
        )
      )
    )
  ),
  Layer.provide(AssetFiles.layer),
  Layer.provide(Layer.succeed(Readiness, { check: Effect.succeed(true) })),
  Layer.provideMerge(Memory.layer),
  Layer.orDie
)
