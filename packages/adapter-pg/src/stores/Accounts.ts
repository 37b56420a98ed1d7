import type { Account, AccountId, AccountLink, Identifiant, PasswordHash, Stage } from "@portail-famille/core/Account"
import type { AdultId } from "@portail-famille/core/Adult"
import type { CommuneId } from "@portail-famille/core/Commune"
import { Accounts, AlreadyHasLogin, IdentifiantTaken } from "@portail-famille/core/services/Accounts"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { machine, withCommune } from "../WithCommune.ts"
import { first, only, toDate, toInstant, toInstantOrNull } from "./Answers.ts"
import { modifyThrottles } from "./Throttles.ts"
import { type VisitorJson, visitorOf } from "./VisitorReading.ts"

/** Sign-in accounts, sessions and links on PostgreSQL. */
export const layer: Layer.Layer<Accounts, never, SqlClient.SqlClient> = Layer.effect(
  Accounts,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const inCommune = withCommune(sql)
    const write = (commune: CommuneId, statement: Effect.Effect<unknown, unknown>) =>
      Effect.asVoid(Effect.orDie(inCommune(commune, statement)))
    const account = (commune: CommuneId, row: ReturnType<typeof sql<AccountRow>>) =>
      inCommune(
        commune,
        Effect.map(first(row), (found) => found && accountOf(found))
      )
    const linkRow = (digest: string, lock: string) =>
      Effect.map(
        first(sql<LinkRow>`SELECT * FROM login_link WHERE digest = ${digest} ${sql.literal(lock)}`),
        (row) => row && linkOf(row)
      )

    return Accounts.of({
      create: (commune, { adultId, hash, identifiant }) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            const made = yield* first(
              sql<AccountRow>`INSERT INTO login ${sql.insert({ adult_id: adultId, identifiant, hash, stage: "issued" })}
                ON CONFLICT DO NOTHING RETURNING *`
            )
            if (made !== undefined) return accountOf(made)
            const other = yield* first(sql`SELECT id FROM login WHERE adult_id = ${adultId}`)
            return yield* other === undefined ? new IdentifiantTaken({ identifiant }) : new AlreadyHasLogin()
          })
        ),
      find: (commune, id) => account(commune, sql<AccountRow>`SELECT * FROM login WHERE id = ${id}`),
      findByIdentifiant: (commune, identifiant) =>
        account(
          commune,
          sql<AccountRow>`SELECT * FROM login
            WHERE lower(identifiant COLLATE "C") = lower(${identifiant}::text COLLATE "C")`
        ),
      findByAdult: (commune, adult) => account(commune, sql<AccountRow>`SELECT * FROM login WHERE adult_id = ${adult}`),
      modify: (commune, id, rule) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            const known = accountOf(yield* only(sql<AccountRow>`SELECT * FROM login WHERE id = ${id} FOR UPDATE`))
            const { hash, identifiant, stage, ...rest } = yield* Effect.fromResult(rule(known))
            yield* sql`UPDATE login SET ${sql.update({ identifiant, hash, stage })} WHERE id = ${id}`
            return { ...rest, identifiant, hash, stage }
          })
        ),

      openSession: (commune, { accountId, adultId, digest, seenAt, startedAt }) =>
        write(
          commune,
          sql`INSERT INTO session ${sql.insert({
            digest,
            login_id: accountId,
            adult_id: adultId,
            started_at: toDate(startedAt),
            seen_at: toDate(seenAt)
          })}`
        ),
      visitor: (commune, digest) =>
        machine(
          Effect.map(only(sql<{ who: VisitorJson | null }>`SELECT visitor(${commune}, ${digest}) AS who`), ({ who }) =>
            who === null ? undefined : visitorOf(digest, who)
          )
        ),
      touchSession: (commune, digest, at) =>
        write(commune, sql`UPDATE session SET seen_at = ${toDate(at)} WHERE digest = ${digest}`),
      closeSession: (commune, digest) => write(commune, sql`DELETE FROM session WHERE digest = ${digest}`),
      closeSessionsOf: (commune, id) => write(commune, sql`DELETE FROM session WHERE login_id = ${id}`),
      closeAllSessions: (commune) => write(commune, sql`DELETE FROM session`),

      addLink: (commune, digest, link) =>
        write(
          commune,
          Effect.andThen(
            sql`DELETE FROM login_link WHERE login_id = ${link.accountId} AND purpose = ${link.purpose}`,
            sql`INSERT INTO login_link ${sql.insert({ digest, ...linkColumns(link) })}`
          )
        ),
      dropLinksOf: (commune, account) => write(commune, sql`DELETE FROM login_link WHERE login_id = ${account}`),
      findLink: (commune, digest) => inCommune(commune, linkRow(digest, "")),
      useLink: (commune, digest, rule) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            const used = yield* Effect.fromResult(rule(yield* linkRow(digest, "FOR UPDATE")))
            yield* sql`UPDATE login_link SET ${sql.update(linkColumns(used))} WHERE digest = ${digest}`
            return used
          })
        ),

      modifyThrottles: (commune, keys, rule) => inCommune(commune, modifyThrottles(sql, commune, keys, rule))
    })
  })
)

interface AccountRow {
  readonly id: number
  readonly adult_id: number
  readonly identifiant: string
  readonly hash: string | null
  readonly stage: Stage
}

interface LinkRow {
  readonly login_id: number
  readonly purpose: AccountLink["purpose"]
  readonly expires_at: Date
  readonly used_at: Date | null
}

const accountOf = (row: AccountRow): Account => ({
  id: row.id as AccountId,
  adultId: row.adult_id as AdultId,
  identifiant: row.identifiant as Identifiant,
  hash: row.hash as PasswordHash | null,
  stage: row.stage
})

const linkOf = (row: LinkRow): AccountLink => ({
  accountId: row.login_id as AccountId,
  purpose: row.purpose,
  expiresAt: toInstant(row.expires_at),
  usedAt: toInstantOrNull(row.used_at)
})

const linkColumns = ({ accountId, expiresAt, purpose, usedAt }: AccountLink) => ({
  login_id: accountId,
  purpose,
  expires_at: toDate(expiresAt),
  used_at: usedAt && toDate(usedAt)
})
