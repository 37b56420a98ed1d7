/** Who looks, from the JSON of the functions `visitor`, `planning_visit` and `home_visit`. */
import type { AccountId, Stage } from "@portail-famille/core/Account"
import type { AdultId } from "@portail-famille/core/Adult"
import type { TokenDigest } from "@portail-famille/core/Session"
import type { Visitor } from "@portail-famille/core/services/Accounts"
import { toInstant } from "./Answers.ts"

/** What the functions give of a visitor; instants in milliseconds. */
export interface VisitorJson {
  readonly accountId: number
  readonly adultId: number
  readonly stage: Stage
  readonly startedAt: number
  readonly seenAt: number
  readonly name: readonly [firstName: string, lastName: string]
  readonly unread: number
}

/** The visitor of a session's digest. */
export const visitorOf = (digest: TokenDigest, json: VisitorJson): Visitor => ({
  session: {
    digest,
    accountId: json.accountId as AccountId,
    adultId: json.adultId as AdultId,
    stage: json.stage,
    startedAt: toInstant(json.startedAt),
    seenAt: toInstant(json.seenAt)
  },
  adult: { id: json.adultId as AdultId, firstName: json.name[0], lastName: json.name[1] },
  unread: json.unread
})
