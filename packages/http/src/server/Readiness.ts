/**
 * Whether the portal can serve: its stores answer. The composition knows how to ask them.
 */
import { Context, type Effect } from "effect"

export class Readiness extends Context.Service<Readiness, { readonly check: Effect.Effect<boolean> }>()(
  "@portail-famille/http/server/Readiness"
) {}
