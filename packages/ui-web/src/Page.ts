/**
 * A page of the portal: its method, its path, who may ask for it, and what it answers. Every refusal
 * of a workflow becomes a page; who is not signed in is led to the sign-in page.
 */
import type { AdultActor } from "@portail-famille/core/Access"
import type { ServedCommune } from "@portail-famille/core/Commune"
import { type Day, ofInstant } from "@portail-famille/core/Day"
import type { TokenDigest } from "@portail-famille/core/Session"
import { Accounts, type Visitor } from "@portail-famille/core/services/Accounts"
import type { Secrets } from "@portail-famille/core/services/Secrets"
import { admitAny, SignedOut, visit } from "@portail-famille/core/services/SignIn"
import type { DomainError } from "@portail-famille/core/words/problems"
import { CurrentCommune, type Settings, sessionDigest, transportProblem } from "@portail-famille/http/server"
import { DateTime, Effect } from "effect"
import { HttpRouter, type HttpServerError, HttpServerRequest, type HttpServerResponse } from "effect/http"
import type { AssetFiles } from "./AssetFiles.ts"
import { drawProblem, drawRefusal } from "./ProblemPage.ts"

/** What is known of a request before it is known who asks. */
export interface Asked {
  readonly commune: ServedCommune
  readonly params: { readonly [name: string]: string | undefined }
  readonly query: URLSearchParams
  /** The fields of a posted form; none on GET. */
  readonly form: URLSearchParams
  /** The digest of the session's token, where one was sent; whether it holds is not known yet. */
  readonly digest: TokenDigest | undefined
  readonly now: DateTime.Utc
  /** Now, as a day of the commune. */
  readonly today: Day
}

/** A request with a session's token: the workflow reads the session together with the page. */
export interface AskedByDigest extends Asked {
  readonly digest: TokenDigest
}

/** A request of an adult whose session holds. */
export interface AskedByFamily extends AskedByDigest {
  readonly visitor: Visitor
  readonly actor: AdultActor
}

/** Who may ask for a page: anyone, a signed-in adult, or one whose password is still the one of staff, too (S13). */
export type PageCaller = "public" | "family" | "familyAtAnyStage"

/** A page, ready to be mounted. */
export interface Page<R> {
  readonly method: "GET" | "POST"
  readonly path: `/${string}`
  readonly caller: PageCaller
  readonly answer: Effect.Effect<HttpServerResponse.HttpServerResponse, HttpServerError.HttpServerError, R>
}

/** What the author of a page writes. */
export interface PageSpec<A, R> {
  readonly method: "GET" | "POST"
  readonly path: `/${string}`
  /** The fields whose control characters the page tells itself; anywhere else they are refused before it. */
  readonly freeTexts?: ReadonlyArray<string>
  readonly handle: (asked: A) => Effect.Effect<HttpServerResponse.HttpServerResponse, DomainError, R>
}

/** What every page needs. */
export type PageNeeds =
  | AssetFiles
  | CurrentCommune
  | Secrets
  | Settings
  | HttpServerRequest.HttpServerRequest
  | HttpRouter.RouteContext

/** A page for anyone. */
export const publicPage = <R>(spec: PageSpec<Asked, R>): Page<R | PageNeeds> => ({
  ...placeOf(spec),
  caller: "public",
  answer: answering(spec, Effect.succeed)
})

/** A page for an adult who is signed in, with a password of their own. */
export const familyPage = <R>(spec: PageSpec<AskedByFamily, R>): Page<R | PageNeeds | Accounts> => ({
  ...placeOf(spec),
  caller: "family",
  answer: answering(
    spec,
    Effect.fnUntraced(function* (asked) {
      const { digest } = yield* withDigest(asked)
      return byFamily(asked, digest, yield* visit(asked.commune, digest))
    })
  )
})

/** The same, read in one round trip: the workflow takes the digest and finds the visitor itself. */
export const hotPage = <R>(spec: PageSpec<AskedByDigest, R>): Page<R | PageNeeds> => ({
  ...placeOf(spec),
  caller: "family",
  answer: answering(spec, withDigest)
})

/** A page for an adult who is signed in, even with the password of staff. */
export const anyStagePage = <R>(spec: PageSpec<AskedByFamily, R>): Page<R | PageNeeds | Accounts> => ({
  ...placeOf(spec),
  caller: "familyAtAnyStage",
  answer: answering(
    spec,
    Effect.fnUntraced(function* (asked) {
      const { digest } = yield* withDigest(asked)
      const visitor = yield* (yield* Accounts).visitor(asked.commune.id, digest)
      return byFamily(asked, digest, yield* admitAny(asked.commune, visitor))
    })
  )
})

const placeOf = ({ method, path }: Pick<PageSpec<never, never>, "method" | "path">) => ({ method, path })

const byFamily = (asked: Asked, digest: TokenDigest, visitor: Visitor): AskedByFamily => ({
  ...asked,
  digest,
  visitor,
  actor: { _tag: "Adult", adultId: visitor.adult.id }
})

const withDigest = (asked: Asked): Effect.Effect<AskedByDigest, SignedOut> =>
  asked.digest === undefined ? Effect.fail(new SignedOut()) : Effect.succeed({ ...asked, digest: asked.digest })

const answering = <A extends Asked, R, RA>(
  { method, freeTexts = [], handle }: PageSpec<A, R>,
  admit: (asked: Asked) => Effect.Effect<A, DomainError, RA>
) =>
  Effect.gen(function* () {
    const request = yield* HttpServerRequest.HttpServerRequest
    const asked = yield* ask(request)
    const form = method === "POST" ? yield* formOf(request) : asked.form
    if (form === undefined) return yield* drawProblem(asked, transportProblem("malformed"))
    for (const [name, value] of form)
      if (control.test(value) && !freeTexts.includes(name))
        return yield* drawProblem(asked, transportProblem("invisibleCharacters"))
    return yield* admit({ ...asked, form }).pipe(
      Effect.flatMap((admitted) => Effect.catch(handle(admitted), (error) => drawRefusal(admitted, error))),
      Effect.catch((error) => drawRefusal(asked, error))
    )
  })

const ask = Effect.fnUntraced(function* (request: HttpServerRequest.HttpServerRequest) {
  const commune = yield* CurrentCommune
  const now = yield* DateTime.now
  const start = request.url.indexOf("?")
  return {
    commune,
    params: yield* HttpRouter.params,
    query: new URLSearchParams(start === -1 ? "" : request.url.slice(start)),
    form: new URLSearchParams(),
    digest: yield* sessionDigest(request),
    now,
    today: ofInstant(now, commune.timeZone)
  } satisfies Asked
})

/** Line breaks and tabs are text. */
const control = /(?![\t\n\r])\p{Cc}/u

/** The posted fields; `undefined` where the body is no form. */
const formOf = Effect.fnUntraced(function* (request: HttpServerRequest.HttpServerRequest) {
  const text = yield* request.text
  const isForm = /^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers["content-type"] ?? "")
  return isForm || text === "" ? new URLSearchParams(text) : undefined
})
