/**
 * The portal without its front: stores, hashing, chance, letters and the job that sends them.
 */
import {
  layerHasher,
  layerKeptLetters,
  layerKeyJob,
  layerNoticeJob,
  layerSecrets,
  layerSmtpNotifier,
  makeSmtpNotifier
} from "@portail-famille/adapter-node"
import { NotHandedOver, type Notifier, Notifier as NotifierPort } from "@portail-famille/core/services/Notifier"
import { Effect, Layer, Redacted } from "effect"
import type { Settings } from "./Settings.ts"

/** What every command needs beside the stores. */
export const layerMachine = Layer.mergeAll(layerHasher(), layerSecrets)

/**
 * How letters leave. A deployment without a mail server parks them with a reason that staff can read; the
 * demonstration keeps them for its outbox page, and hands them on where there is a mail server.
 */
export const layerLetters = ({ origin, smtpUrl }: Settings): Layer.Layer<Notifier> =>
  smtpUrl === null
    ? Layer.succeed(
        NotifierPort,
        NotifierPort.of({ send: () => Effect.fail(new NotHandedOver({ reason: "SMTP_URL is not set" })) })
      )
    : layerSmtpNotifier({ url: Redacted.make(smtpUrl), origin: origin.origin })

/** The demonstration's letters. */
export const layerDemonstrationLetters = ({ origin, smtpUrl }: Settings) =>
  layerKeptLetters({
    origin: origin.origin,
    ...(smtpUrl !== null && { forward: makeSmtpNotifier({ url: Redacted.make(smtpUrl), origin: origin.origin }) })
  })

/** Sends what is due every two seconds, and forgets old keys. */
export const layerJobs = Layer.mergeAll(layerNoticeJob("2 seconds"), layerKeyJob)
