/**
 * Forms that work without script: they post, the write happens once, and the answer leads to a page
 * that can be reloaded.
 */
import { Secrets } from "@portail-famille/core/services/Secrets"
import { formOnce, keyField } from "@portail-famille/http/server"
import { Effect } from "effect"
import type { HttpServerResponse } from "effect/http"
import { type Html, html } from "./Html.ts"
import type { AskedByFamily } from "./Page.ts"

/** A fresh key for a form that writes: one for each form of each page drawn. */
export const freshKey: Effect.Effect<string, never, Secrets> = Effect.flatMap(Secrets, ({ token }) => token)

/** The hidden field that carries a form's key. */
export const keyInput = (key: string): Html => html`<input type="hidden" name="${keyField}" value="${key}">`

/**
 * Runs the write of a posted form once under its key. A refusal has to fail, so that nothing of it
 * stays; the page tells it outside.
 */
export const writeOnce = <E, R>(
  asked: AskedByFamily,
  write: Effect.Effect<HttpServerResponse.HttpServerResponse, E, R>
) => formOnce(`adult:${asked.actor.adultId}`, asked.form, write)
