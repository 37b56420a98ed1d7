/**
 * The job that empties the outbox: it takes one notice at a time, finds the address, makes the
 * secret it needs, and hands the letter over. Several servers may run it at once.
 */
import { DateTime, Effect } from "effect"
import { linkHours } from "../Account.ts"
import type { ServedCommune } from "../Commune.ts"
import { Accounts } from "./Accounts.ts"
import { Communes } from "./Communes.ts"
import { Families } from "./Families.ts"
import { type LetterSubject, Notifier } from "./Notifier.ts"
import { backoffMinutes, maxAttempts, type Notice, Outbox, type OutboxItem } from "./Outbox.ts"
import { makeLink } from "./Passwords.ts"
import type { Secrets } from "./Secrets.ts"

/** How long a worker may hold a notice before another takes it over, in seconds. */
const leaseSeconds = 60

/** Sends every notice that is due; gives how many were handed over. */
export const sendDue: Effect.Effect<number, never, Accounts | Communes | Families | Notifier | Outbox | Secrets> =
  Effect.gen(function* () {
    const outbox = yield* Outbox
    let sent = 0
    for (;;) {
      const now = yield* DateTime.now
      const item = yield* outbox.take(now, DateTime.add(now, { seconds: leaseSeconds }))
      if (item === undefined) return sent
      if (yield* sendOne(item)) sent += 1
    }
  })

const sendOne = Effect.fnUntraced(function* (item: OutboxItem) {
  const outbox = yield* Outbox
  const commune = (yield* (yield* Communes).all).find(({ id }) => id === item.commune)
  if (commune === undefined) {
    yield* outbox.failed(item, "unknown commune", null)
    return false
  }
  return yield* handOver(commune, item).pipe(
    Effect.flatMap(() => Effect.flatMap(DateTime.now, (at) => outbox.sent(item, at))),
    Effect.as(true),
    Effect.catchTag("NotHandedOver", ({ reason }) =>
      Effect.gen(function* () {
        const attempts = item.attempts + 1
        const retryAt =
          attempts < maxAttempts ? DateTime.add(yield* DateTime.now, { minutes: backoffMinutes(attempts) }) : null
        yield* outbox.failed(item, reason, retryAt)
        return false
      })
    )
  )
})

/** An adult without an e-mail address, or whose account is gone, has nothing to be sent: the notice is done with. */
const handOver = Effect.fnUntraced(function* (commune: ServedCommune, item: OutboxItem) {
  const account = yield* (yield* Accounts).find(commune.id, item.notice.accountId)
  if (account === undefined) return
  const { email } = yield* (yield* Families).adult(commune.id, account.adultId)
  if (email === null) return
  yield* (yield* Notifier).send({
    commune,
    to: email,
    messageId: `<notice-${item.id}.commune-${commune.id}@${commune.hosts[0]}>`,
    subject: yield* subjectOf(commune, item.notice)
  })
})

/** A reset's secret is made when its letter is, so that none lies in the outbox. */
const subjectOf = Effect.fnUntraced(function* (commune: ServedCommune, notice: Notice) {
  switch (notice._tag) {
    case "PasswordReset": {
      const secret = yield* makeLink(commune, notice.accountId, "reset")
      return { _tag: "PasswordReset", secret, hours: linkHours.reset } satisfies LetterSubject
    }
    case "PasswordChanged":
      return { _tag: "PasswordChanged" } satisfies LetterSubject
  }
})
