/**
 * The place where a letter leaves the portal. Adapters write it in the commune's words and hand
 * it to a mail server; the core says only what it is about.
 */
import { Context, type Effect, Schema } from "effect"
import type { ServedCommune } from "../Commune.ts"

/** What the letter says. */
export type LetterSubject =
  | { readonly _tag: "PasswordReset"; readonly secret: string; readonly hours: number }
  | { readonly _tag: "PasswordChanged" }

/** A letter to one address. `messageId` stays the same when a letter is sent again. */
export interface Letter {
  readonly commune: ServedCommune
  readonly to: string
  readonly messageId: string
  readonly subject: LetterSubject
}

/** The letter could not be handed over. `reason` is for staff and holds no personal data. */
export class NotHandedOver extends Schema.TaggedError<NotHandedOver>()("NotHandedOver", { reason: Schema.String }) {}

export class Notifier extends Context.Service<
  Notifier,
  { readonly send: (letter: Letter) => Effect.Effect<void, NotHandedOver> }
>()("@portail-famille/core/services/Notifier") {}
