/**
 * The place where decisions are traced: who did what, when. Entries are added, never changed.
 */
import { Context, DateTime, Effect } from "effect"
import type { Actor } from "../Access.ts"
import type { AuditEntry, AuditedAct } from "../Audit.ts"
import type { CommuneId, ServedCommune } from "../Commune.ts"

export class Records extends Context.Service<
  Records,
  {
    readonly append: (commune: CommuneId, entries: ReadonlyArray<AuditEntry>) => Effect.Effect<void>
    /** The last entries, newest first. */
    readonly latest: (commune: CommuneId, limit: number) => Effect.Effect<ReadonlyArray<AuditEntry>>
  }
>()("@portail-famille/core/services/Records") {}

/** Traces one act on some things, now. */
export const trace = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  act: AuditedAct,
  subjects: ReadonlyArray<string | number>
) {
  const at = yield* DateTime.now
  yield* (yield* Records).append(
    commune.id,
    subjects.map((subject) => ({ at, actor, act, subject: String(subject) }))
  )
})
