/** Sign-in accounts, sessions, links and counts of tries in memory. */
import { Effect, Layer, Result } from "effect"
import { type Account, AccountId } from "../../Account.ts"
import type { TokenDigest } from "../../Session.ts"
import { Accounts, AlreadyHasLogin, IdentifiantTaken, type ThrottleKey, type Visitor } from "../Accounts.ts"
import { next, put, type Rows } from "./Rows.ts"
import { change, Store, type Taken } from "./Store.ts"

/** Accounts over the shared store. */
export const layer: Layer.Layer<Accounts, never, Store> = Layer.effect(
  Accounts,
  Effect.gen(function* () {
    const { read, step } = yield* Store
    const withoutSessions = (gone: (session: Rows["sessions"][number]) => boolean) =>
      change((rows) => ({ ...rows, sessions: rows.sessions.filter((session) => !gone(session)) }))
    return Accounts.of({
      create: (commune, { adultId, hash, identifiant }) =>
        step(commune, (rows): Taken<Account, AlreadyHasLogin | IdentifiantTaken> => {
          if (rows.accounts.some((account) => account.adultId === adultId)) return Result.fail(new AlreadyHasLogin())
          if (rows.accounts.some(isNamed(identifiant))) return Result.fail(new IdentifiantTaken({ identifiant }))
          const { counters, id } = next(rows, "account")
          const account: Account = { id: AccountId.make(id), adultId, identifiant, hash, stage: "issued" }
          return Result.succeed([account, { ...rows, counters, accounts: [...rows.accounts, account] }])
        }),
      find: (commune, id) => read(commune, ({ accounts }) => accounts.find((account) => account.id === id)),
      findByIdentifiant: (commune, identifiant) => read(commune, ({ accounts }) => accounts.find(isNamed(identifiant))),
      findByAdult: (commune, adult) =>
        read(commune, ({ accounts }) => accounts.find(({ adultId }) => adultId === adult)),
      modify: (commune, id, rule) =>
        step(commune, (rows) => {
          const known = rows.accounts.find((account) => account.id === id)
          if (known === undefined) throw new Error("An account that is none of the commune's")
          return Result.map(rule(known), (account) => [
            account,
            { ...rows, accounts: put(rows.accounts, account, (a) => a.id === id) }
          ])
        }),

      openSession: (commune, session) =>
        step(
          commune,
          change((rows) => ({ ...rows, sessions: [...rows.sessions, session] }))
        ),
      visitor: (commune, digest) => read(commune, visitorOf(digest)),
      touchSession: (commune, digest, at) =>
        step(
          commune,
          change((rows) => ({
            ...rows,
            sessions: rows.sessions.map((session) => (session.digest === digest ? { ...session, seenAt: at } : session))
          }))
        ),
      closeSession: (commune, digest) =>
        step(
          commune,
          withoutSessions((session) => session.digest === digest)
        ),
      closeSessionsOf: (commune, account) =>
        step(
          commune,
          withoutSessions(({ accountId }) => accountId === account)
        ),
      closeAllSessions: (commune) =>
        step(
          commune,
          withoutSessions(() => true)
        ),

      addLink: (commune, digest, link) =>
        step(
          commune,
          change((rows) => ({
            ...rows,
            accountLinks: [
              ...rows.accountLinks.filter(
                ({ link: older }) => older.accountId !== link.accountId || older.purpose !== link.purpose
              ),
              { digest, link }
            ]
          }))
        ),
      dropLinksOf: (commune, account) =>
        step(
          commune,
          change((rows) => ({
            ...rows,
            accountLinks: rows.accountLinks.filter(({ link }) => link.accountId !== account)
          }))
        ),
      findLink: (commune, digest) => read(commune, linkOf(digest)),
      useLink: (commune, digest, rule) =>
        step(commune, (rows) =>
          Result.map(rule(linkOf(digest)(rows)), (link) => [
            link,
            { ...rows, accountLinks: put(rows.accountLinks, { digest, link }, (known) => known.digest === digest) }
          ])
        ),

      modifyThrottles: (commune, keys, rule) =>
        step(commune, (rows) => {
          const known = keys.map((key) => rows.throttles.find(isSameKey(key))?.throttle)
          return Result.map(rule(known), (after) => {
            const others = rows.throttles.filter((row) => !keys.some((key) => isSameKey(key)(row)))
            const counted = keys.flatMap((key, i) => {
              const throttle = after[i]
              return throttle === undefined ? [] : [{ scope: key.scope, key: key.key, throttle }]
            })
            return [undefined, { ...rows, throttles: [...others, ...counted] }]
          })
        })
    })
  })
)

/** Who looks with a session, or `undefined` when it was closed. */
export const visitorOf =
  (digest: TokenDigest) =>
  (rows: Rows): Visitor | undefined => {
    const session = rows.sessions.find((known) => known.digest === digest)
    const account = rows.accounts.find(({ id }) => id === session?.accountId)
    const adult = rows.adults.find((row) => row.adult.id === session?.adultId)?.adult
    if (session === undefined || account === undefined || adult === undefined) return undefined
    return {
      session: { ...session, stage: account.stage },
      adult: { id: adult.id, firstName: adult.firstName, lastName: adult.lastName },
      unread: rows.messages.filter(({ readAt, recipient }) => recipient === adult.id && readAt === null).length
    }
  }

const linkOf = (digest: TokenDigest) => (rows: Rows) => rows.accountLinks.find((row) => row.digest === digest)?.link

const isNamed =
  (identifiant: string) =>
  (account: Account): boolean =>
    account.identifiant.toLowerCase() === identifiant.toLowerCase()

const isSameKey =
  (a: ThrottleKey) =>
  (b: ThrottleKey): boolean =>
    a.scope === b.scope && a.key === b.key
