/**
 * Letters by SMTP: one connection a letter, nothing waits longer than the timeouts, and what failed is told without any
 * address.
 */
import { type Letter, NotHandedOver, Notifier } from "@portail-famille/core/services/Notifier"
import { letterText } from "@portail-famille/core/words/letters"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { createTransport } from "nodemailer"
import { passwordLink } from "./Links.ts"

/** Where letters are handed over, and under which origin their links are. */
export interface SmtpOptions {
  /** "smtps://user:password@mail.exemple.fr" or "smtp://…". */
  readonly url: Redacted.Redacted<string>
  readonly origin: string
  /** Milliseconds for each step of the conversation: 10 seconds unless said. */
  readonly timeout?: number
}

/** The notifier that hands letters to a mail server. */
export const makeSmtpNotifier = ({ url, origin, timeout = 10_000 }: SmtpOptions): Notifier["Service"] => {
  const transport = createTransport({
    url: Redacted.value(url),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    dnsTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true
  })
  return Notifier.of({
    send: Effect.fnUntraced(function* ({ commune, to, messageId, subject }: Letter) {
      const text = letterText(commune, subject, passwordLink(origin))
      const date = DateTime.toDateUtc(yield* DateTime.now)
      yield* Effect.tryPromise({
        try: () =>
          transport.sendMail({
            from: { name: `${commune.portalName}, ${commune.name}`, address: commune.contact.email },
            to: { name: "", address: to },
            messageId,
            date,
            headers: { "Auto-Submitted": "auto-generated" },
            ...text
          }),
        catch: (error) => new NotHandedOver({ reason: reasonOf(error) })
      })
    })
  })
}

/** Letters go out by SMTP. */
export const layerSmtpNotifier = (options: SmtpOptions): Layer.Layer<Notifier> =>
  Layer.sync(Notifier, () => makeSmtpNotifier(options))

/** "EENVELOPE 550": the code of the step and the server's answer; its sentence may hold an address and is left out. */
const reasonOf = (error: unknown): string => {
  const { code, responseCode } = error as { readonly code?: unknown; readonly responseCode?: unknown }
  return [
    typeof code === "string" ? code : "unknown",
    ...(typeof responseCode === "number" ? [responseCode] : [])
  ].join(" ")
}
