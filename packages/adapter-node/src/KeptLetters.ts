/**
 * The demonstration's letters: kept in memory for its outbox page, the newest only, and handed on to a mail server where
 * there is one.
 */
import { type NotHandedOver, Notifier } from "@portail-famille/core/services/Notifier"
import { letterText } from "@portail-famille/core/words/letters"
import { Context, DateTime, Effect, Layer, Ref } from "effect"
import { passwordLink } from "./Links.ts"

/** A letter as the outbox page shows it. */
export interface KeptLetter {
  readonly to: string
  readonly messageId: string
  readonly sentAt: DateTime.Utc
  readonly subject: string
  readonly text: string
}

/** The letters that the demonstration sent, newest first. */
export class KeptLetters extends Context.Service<
  KeptLetters,
  { readonly latest: Effect.Effect<ReadonlyArray<KeptLetter>> }
>()("@portail-famille/adapter-node/KeptLetters") {}

/** How letters are kept. */
export interface KeptLettersOptions {
  readonly origin: string
  /** The most letters kept: 50 unless said. */
  readonly limit?: number
  /** Who gets them besides; a letter that is refused there is not kept. */
  readonly forward?: Notifier["Service"]
}

/** Keeps every letter; one sent again under its message id takes the place of the first. */
export const layerKeptLetters = ({
  origin,
  limit = 50,
  forward
}: KeptLettersOptions): Layer.Layer<Notifier | KeptLetters> =>
  Layer.unwrap(
    Effect.map(Ref.make<ReadonlyArray<KeptLetter>>([]), (letters) => {
      const notifier = Notifier.of({
        send: Effect.fnUntraced(function* (letter): Effect.fn.Return<void, NotHandedOver> {
          if (forward !== undefined) yield* forward.send(letter)
          const { to, messageId } = letter
          const kept = {
            to,
            messageId,
            sentAt: yield* DateTime.now,
            ...letterText(letter.commune, letter.subject, passwordLink(origin))
          }
          yield* Ref.update(letters, (known) =>
            [kept, ...known.filter((other) => other.messageId !== messageId)].slice(0, limit)
          )
        })
      })
      return Layer.mergeAll(
        Layer.succeed(Notifier, notifier),
        Layer.succeed(KeptLetters, KeptLetters.of({ latest: Ref.get(letters) }))
      )
    })
  )
