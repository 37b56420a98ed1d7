/**
 * A form that a page posts carries its key in the hidden field `cle`, so that a second click or a
 * reload changes nothing twice.
 */
import type { KeyReused, Writes } from "@portail-famille/core/services/Writes"
import { Effect } from "effect"
import { HttpServerRequest, type HttpServerResponse } from "effect/http"
import type { CurrentCommune } from "../Current.ts"
import { fingerprintOf, once } from "./Idempotency.ts"

/** The name of the hidden field. */
export const keyField = "cle"

/** The fields of a posted form, as `URLSearchParams` lists them. */
export type FormFields = Iterable<readonly [name: string, value: string]>

/**
 * Runs the write of a form once under its key; without a key it simply runs. A refusal has to fail,
 * so that nothing of it is kept and the corrected form may be sent with the same key's successor.
 */
export const formOnce: <E, R>(
  owner: string,
  form: FormFields,
  write: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>
) => Effect.Effect<
  HttpServerResponse.HttpServerResponse,
  E | KeyReused,
  R | Writes | CurrentCommune | HttpServerRequest.HttpServerRequest
> = Effect.fnUntraced(function* (owner, form, write) {
  const fields = [...form]
  const key = fields.find(([name]) => name === keyField)?.[1]
  if (key === undefined || !/^[\x21-\x7e]{1,200}$/.test(key)) return yield* write
  const { method, url } = yield* HttpServerRequest.HttpServerRequest
  return yield* once({ owner, key, fingerprint: fingerprintOf(method, url, JSON.stringify(fields)) }, write)
})
