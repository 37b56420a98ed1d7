/**
 * The job of the server: it sends the notices that are due every few seconds, and at once when woken. A pass that fails
 * is told in the log by its kind only, and the next pass comes all the same; when the layer closes, the job has stopped.
 */
import type { Accounts } from "@portail-famille/core/services/Accounts"
import type { Communes } from "@portail-famille/core/services/Communes"
import type { Families } from "@portail-famille/core/services/Families"
import { sendDue } from "@portail-famille/core/services/Notices"
import type { Notifier } from "@portail-famille/core/services/Notifier"
import type { Outbox } from "@portail-famille/core/services/Outbox"
import type { Secrets } from "@portail-famille/core/services/Secrets"
import { forgetOldKeys, type Writes } from "@portail-famille/core/services/Writes"
import { Cause, Context, type Duration, Effect, Layer, Queue } from "effect"

/** The job that sends notices. */
export class NoticeJob extends Context.Service<
  NoticeJob,
  {
    /** Starts a pass now, or right after the one that runs. */
    readonly wake: Effect.Effect<void>
  }
>()("@portail-famille/adapter-node/NoticeJob") {}

/** Sends what is due every `every`, beginning now. Safe with several servers: the outbox gives each notice to one. */
export const layerNoticeJob = (
  every: Duration.Input
): Layer.Layer<NoticeJob, never, Accounts | Communes | Families | Notifier | Outbox | Secrets> =>
  Layer.effect(
    NoticeJob,
    Effect.map(repeat(sendDue, every), (wake) => NoticeJob.of({ wake }))
  )

/** Runs `pass` in the background of the scope, again after each `every` and when the effect it gives is run. */
export const repeat = Effect.fnUntraced(function* <A, R>(pass: Effect.Effect<A, never, R>, every: Duration.Input) {
  const calls = yield* Queue.sliding<void>(1)
  const told = pass.pipe(
    Effect.catchCause((cause) =>
      Cause.hasInterruptsOnly(cause)
        ? Effect.interrupt
        : Effect.logError("A pass of a job failed", Cause.hasDies(cause) ? "defect" : "failure")
    )
  )
  yield* told.pipe(Effect.andThen(Effect.timeoutOption(Queue.take(calls), every)), Effect.forever, Effect.forkScoped)
  return Effect.asVoid(Queue.offer(calls, undefined))
})

/** Forgets old idempotency keys every hour, beginning now. Safe with several servers: forgetting twice forgets once. */
export const layerKeyJob: Layer.Layer<never, never, Writes> = Layer.effectDiscard(repeat(forgetOldKeys, "1 hour"))
