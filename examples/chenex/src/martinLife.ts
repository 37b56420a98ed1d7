/**
 * What happens around today in the family of today: a canteen booked by request, an evening care by contract, and its
 * bills.
 */
import { system } from "@portail-famille/core/Access"
import { CollectionOfficeId } from "@portail-famille/core/CollectionOffice"
import type { ServedCommune } from "@portail-famille/core/Commune"
import * as Day from "@portail-famille/core/Day"
import type { OperationKind } from "@portail-famille/core/Ledger"
import * as Money from "@portail-famille/core/Money"
import type { PayerId } from "@portail-famille/core/Payer"
import { postOperation } from "@portail-famille/core/services/Ledgers"
import { postClosure } from "@portail-famille/core/services/PlanningDesk"
import { Effect } from "effect"
import { accepted, attend, book, type Desk, daysFrom, declare } from "./desk.ts"
import { at } from "./past.ts"

/** The weekdays that the contract books. */
export const contractDays = ["MO", "TU", "TH"] as const

/** The canteen: asked, answered, attended, away, refused, on the waiting list, waiting; once facts contradict each other. */
export const liveByRequest = Effect.fnUntraced(function* (desk: Desk, today: Day.Day) {
  const before = daysFrom(desk, today, -1)
  const after = daysFrom(desk, today, 1)
  const ago = (n: number) => Day.addDays(today, -n)
  const eve = (day: Day.Day) => Day.addDays(day, -1)
  const [walkedIn, sick, visiting, cameAllTheSame] = [before(0), before(1), before(2), before(3)]
  const ordinary = Array.from({ length: 12 }, (_, i) => before(4 + i))

  yield* book(desk, [sick, visiting, cameAllTheSame, ...ordinary], Day.addDays(before(15), -9), accepted)
  yield* declare(desk, sick, eve(sick), { _tag: "Medical" }, "excused")
  yield* declare(desk, visiting, eve(visiting), { _tag: "Family" }, "billed")
  yield* declare(desk, cameAllTheSame, eve(cameAllTheSame), { _tag: "Family" }, "excused")
  yield* attend(desk, [walkedIn, cameAllTheSame, ...ordinary], "present")

  yield* book(desk, [after(0), after(1)], ago(2), accepted)
  yield* book(desk, [after(4)], ago(2), { _tag: "Refuse", reason: "Le service est complet ce jour-là." })
  yield* book(desk, [after(5)], ago(2), { _tag: "Waitlist" })
  yield* book(desk, [after(2), after(3)], ago(1), null)
  yield* declare(desk, after(1), ago(1), { _tag: "Medical" }, null)
  yield* postClosure(desk.commune, system, {
    scope: { _tag: "Activity", activityId: desk.activityId },
    from: after(6),
    until: after(6),
    label: "Cuisine en travaux"
  })
})

/** The evening care: every day of the contract attended, one evening longer, one day of leave taken and one to come. */
export const liveByContract = Effect.fnUntraced(function* (desk: Desk, today: Day.Day) {
  const isContracted = (day: Day.Day) => contractDays.some((weekday) => weekday === Day.weekday(day))
  const near = (direction: -1 | 1) => {
    const day = daysFrom(desk, today, direction)
    return Array.from({ length: 16 }, (_, i) => day(i)).filter(isContracted)
  }
  const [leave, long, ...ordinary] = near(-1)
  const holiday = near(1)[3]
  if (leave === undefined || long === undefined || holiday === undefined) return
  yield* declare(desk, leave, Day.addDays(leave, -1), { _tag: "Leave" }, "leave")
  yield* attend(desk, [long], "overtime")
  yield* attend(desk, ordinary, "present")
  yield* declare(desk, holiday, Day.addDays(today, -2), { _tag: "Leave" }, "leave")
})

/** The bill of the month before last, paid by card, and last month's, which is due at the end of this one. */
export const payByMonth = Effect.fnUntraced(function* (commune: ServedCommune, payerId: PayerId, today: Day.Day) {
  const [billed, paid, due] = [-2, -1, 0].map((n) => Day.addMonths(Day.yearMonth(today), n))
  if (billed === undefined || paid === undefined || due === undefined) return
  const invoice = (month: Day.YearMonth, dueIn: Day.YearMonth): OperationKind => ({
    _tag: "Invoice",
    from: Day.firstDay(month),
    until: Day.lastDay(month),
    dueOn: Day.lastDay(dueIn)
  })
  for (const [kind, day, cents] of [
    [invoice(billed, paid), Day.firstDay(paid), 8_640],
    [{ _tag: "Payment", method: "card" }, Day.addDays(Day.firstDay(paid), 11), 8_640],
    [invoice(paid, due), Day.firstDay(due), 9_315]
  ] as ReadonlyArray<readonly [OperationKind, Day.Day, number]>) {
    const operation = {
      payerId,
      officeId: CollectionOfficeId.make("garderie-alsh"),
      kind,
      day,
      amount: Money.make(cents)
    }
    yield* at(day, 9, commune.timeZone, postOperation(commune, system, operation, null))
  }
})
