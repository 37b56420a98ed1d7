import type { AdultActor } from "@portail-famille/core/Access"
import { ActivityId } from "@portail-famille/core/Activity"
import type { ChildId } from "@portail-famille/core/Child"
import { CommuneId, type ServedCommune } from "@portail-famille/core/Commune"
import * as Day from "@portail-famille/core/Day"
import { position, unpaidInvoices } from "@portail-famille/core/Ledger"
import { stateOf } from "@portail-famille/core/Planning"
import { CellState } from "@portail-famille/core/PlanningCell"
import { firstDay, lastDay, SchoolYear, of as schoolYearOf } from "@portail-famille/core/SchoolYear"
import { numberOf } from "@portail-famille/core/Statement"
import { Accounts } from "@portail-famille/core/services/Accounts"
import { importCommune, planningSetting } from "@portail-famille/core/services/Communes"
import { listDocuments } from "@portail-famille/core/services/Documents"
import { Families } from "@portail-famille/core/services/Families"
import { Ledgers, ownStatements } from "@portail-famille/core/services/Ledgers"
import { listMessages } from "@portail-famille/core/services/Mailboxes"
import { layer } from "@portail-famille/core/services/memory/index"
import { Plannings, requestBookings } from "@portail-famille/core/services/Plannings"
import { listOwn } from "@portail-famille/core/services/Requests"
import { signIn } from "@portail-famille/core/services/SignIn"
import { Clock, DateTime, Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { chenex, demonstrationLogins, loadDemonstration } from "../src/index.ts"
import { at } from "../src/past.ts"

/** A portal with the demonstration as it is at ten in the morning of the day. */
const loaded = <A, E, R>(today: string, use: (commune: ServedCommune) => Effect.Effect<A, E, R>) =>
  at(
    Day.make(today),
    10,
    chenex.timeZone,
    Effect.gen(function* () {
      const id = yield* importCommune(chenex)
      const commune = { ...chenex, id: CommuneId.make(id) }
      yield* loadDemonstration(commune, Day.make(today))
      return yield* use(commune)
    })
  ).pipe(Effect.provide(layer))

/** Who signs in with a login of the demonstration. */
const actorOf = Effect.fnUntraced(function* (commune: ServedCommune, who: keyof typeof demonstrationLogins) {
  const { identifiant, password, stage } = demonstrationLogins[who]
  const opened = yield* signIn(commune, { identifiant, password, address: "127.0.0.1" })
  expect(opened.stage).toBe(stage)
  const account = yield* (yield* Accounts).findByIdentifiant(commune.id, identifiant)
  if (account === undefined) return yield* Effect.die(new Error("No such account"))
  return { _tag: "Adult", adultId: account.adultId } satisfies AdultActor
})

/** The whole file of an adult, as the store keeps it. */
const fileOf = Effect.fnUntraced(function* (commune: ServedCommune, { adultId }: AdultActor) {
  const file = yield* (yield* Families).fileOf(commune.id, adultId)
  return file ?? (yield* Effect.die(new Error("No such family")))
})

/** The states of a child's cells from a day to another, by activity. */
const statesOf = Effect.fnUntraced(function* (commune: ServedCommune, child: ChildId, from: Day.Day, to: Day.Day) {
  const read = yield* (yield* Plannings).read(commune.id, child, from, to)
  if (read === undefined) return yield* Effect.die(new Error("No such child"))
  const setting = planningSetting(commune, read.facts.communeDays)
  return new Map(
    commune.activities.map(({ id }) => [
      id,
      Day.range(from, to).map((day) => ({ day, state: stateOf(read.facts, setting, { activityId: id, day }) }))
    ])
  )
})

const run = <A, E>(effect: Effect.Effect<A, E>) => Effect.runPromise(effect)
const allStates = [...CellState.members.map(({ fields }) => fields._tag.schema.literal), "contract"].toSorted()

describe("the family of today", () => {
  it.each(["2026-11-23", "2027-01-12", "2026-10-20", "2015-05-04", "2027-06-20"])(
    "started on %s, shows every state there is in its school year, under two children",
    async (today) => {
      const seen = await run(
        loaded(today, (commune) =>
          Effect.gen(function* () {
            const file = yield* fileOf(commune, yield* actorOf(commune, "claire"))
            expect(file.adults.map(({ hasActiveLogin }) => hasActiveLogin)).toEqual([true, true])
            expect(
              file.children.filter((child) => child.birthDay > Day.addMonthsClamped(Day.make(today), -72)).length
            ).toBe(1)
            const year = schoolYearOf(Day.make(today))
            const found = new Set<string>()
            for (const { id } of file.children)
              for (const cells of (yield* statesOf(commune, id, firstDay(year), lastDay(year))).values())
                for (const { state } of cells)
                  found.add(state._tag === "booked" && state.origin === "contract" ? "contract" : state._tag)
            return [...found].toSorted()
          })
        )
      )
      expect(seen).toEqual(allStates)
    }
  )

  it.each(["2026-09-01", "2026-08-31", "2026-07-14", "2026-12-31", "2027-08-15"])(
    "loads on %s, at the edge of a year",
    async (today) => {
      const open = await run(
        loaded(today, (commune) => Effect.flatMap(actorOf(commune, "karim"), (actor) => listOwn(commune, actor, null)))
      )
      expect(open.open.length).toBe(4)
      expect(open.closed.some(({ request }) => request.state._tag === "Refused")).toBe(true)
    }
  )

  it("has an invoice paid and one due, numbered after the guide's", async () => {
    const accounts = await run(
      loaded("2026-11-23", (commune) =>
        Effect.flatMap(actorOf(commune, "karim"), ({ adultId }) =>
          Effect.flatMap(Ledgers, (ledgers) => ledgers.ofAdult(commune.id, adultId))
        )
      )
    )
    const [account] = accounts
    expect(account?.ledger.operations.map(({ number }) => number).toSorted()).toEqual([229, 37, 38])
    expect(account && position(account.ledger)).toEqual({ advance: 0, unpaid: 9_315, net: -9_315 })
  })
})

describe("the family of the guide, on 4 May 2015", () => {
  it("stands as the guide's screens show it (S27-S36, S112-S122)", async () => {
    const seen = await run(
      loaded("2015-05-04", (commune) =>
        Effect.gen(function* () {
          const jean = yield* actorOf(commune, "jean")
          const file = yield* fileOf(commune, jean)
          const { statements } = yield* ownStatements(commune, jean, SchoolYear.make("2014-2015"))
          const accounts = yield* (yield* Ledgers).ofAdult(commune.id, jean.adultId)
          return {
            number: file.number,
            logins: file.adults.map(({ hasActiveLogin }) => hasActiveLogin),
            documents: (yield* listDocuments(commune)).map(({ label }) => label),
            unread: (yield* listMessages(commune, jean)).filter(({ readAt }) => readAt === null).length,
            statements: statements.map(({ office, opening, operations, debits, credits, position }) => ({
              operations: operations.map((operation) => numberOf(office, operation)),
              opening,
              debits,
              credits,
              position
            })),
            unpaid: accounts.flatMap(({ ledger }) =>
              unpaidInvoices(ledger).map(({ invoice, due }) => [invoice.number, invoice.kind.dueOn, due])
            )
          }
        })
      )
    )
    expect(seen).toEqual({
      number: "1001001818331",
      logins: [false, false],
      documents: ["Fiche d'inscription"],
      unread: 1,
      statements: [
        {
          operations: ["AL-36", "AL-228", "AL-12"],
          opening: 0,
          debits: 36_380,
          credits: 24_320,
          position: { advance: 0, unpaid: 12_060, net: -12_060 }
        }
      ],
      unpaid: [[36, "2015-04-30", 12_060]]
    })
  })

  it("is closed on Easter Monday in all nine rows, and was there in April (S102, S104)", async () => {
    const states = await run(
      loaded("2015-05-04", (commune) =>
        Effect.gen(function* () {
          const [child] = (yield* fileOf(commune, yield* actorOf(commune, "jean"))).children
          if (child === undefined) return yield* Effect.die(new Error("No child"))
          return yield* statesOf(commune, child.id, Day.make("2015-04-01"), Day.make("2015-04-30"))
        })
      )
    )
    const on = (activity: string, day: string) =>
      states.get(ActivityId.make(activity))?.find((cell) => cell.day === day)?.state._tag
    expect([...states.keys()].map((activity) => on(activity, "2015-04-06"))).toEqual(new Array(9).fill("closed"))
    expect(on("vacances-journee", "2015-04-13")).toBe("attended")
    expect(on("garderie-matin", "2015-04-28")).toBe("attendedUnbooked")
  })
})

describe("the third family", () => {
  it("is out of reach: its child is unknown to another family's adult", async () => {
    const result = await run(
      loaded("2026-11-23", (commune) =>
        Effect.gen(function* () {
          const [tom] = (yield* fileOf(commune, yield* actorOf(commune, "helene"))).children
          const claire = yield* actorOf(commune, "claire")
          if (tom === undefined) return yield* Effect.die(new Error("No child"))
          const slots = [{ activityId: ActivityId.make("restauration"), day: Day.make("2026-12-01") }]
          return yield* Effect.result(requestBookings(commune, claire, tom.id, slots))
        })
      )
    )
    expect(Result.isFailure(result) && result.failure._tag).toBe("NotFound")
  })
})

it("a step runs at its own time", async () => {
  const now = await run(
    at(Day.make("2015-04-08"), 10, chenex.timeZone, Effect.zip(DateTime.now, Clock.currentTimeNanos))
  )
  expect(DateTime.formatIso(now[0])).toBe("2015-04-08T08:00:00.000Z")
  expect(now[1]).toBe(1_428_480_000_000_000_000n)
})
