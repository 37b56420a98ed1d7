import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { AdultId } from "../src/Adult.ts"
import { blank, type Slot } from "../src/Booking.ts"
import { ChildId } from "../src/Child.ts"
import { make, YearMonth } from "../src/Day.ts"
import { EnrolmentId } from "../src/Enrolment.ts"
import { PayerId } from "../src/Payer.ts"
import { type PlanningFacts, stateOf } from "../src/Planning.ts"
import type { CellAction, CellViewer } from "../src/PlanningCell.ts"
import * as Gesture from "../src/PlanningGesture.ts"
import { planningMonth } from "../src/PlanningMonth.ts"
import { RequestId } from "../src/Request.ts"
import { planningSetting } from "../src/services/Communes.ts"
import { examples, generators } from "../src/testing/index.ts"
import { canteen } from "../src/testing/world.ts"

const by = { askedBy: AdultId.make(1), askedAt: DateTime.makeUnsafe("2015-04-01T10:00:00Z") }
const viewer = fc.record({ today: generators.day, mayBook: fc.boolean() })
const settingOf = (facts: PlanningFacts) => planningSetting(examples.valclair, facts.communeDays)

const gestures: Readonly<
  Record<
    CellAction,
    (
      facts: PlanningFacts,
      viewer: CellViewer,
      slots: ReadonlyArray<Slot>
    ) => Result.Result<Gesture.PlanningChange, unknown>
  >
> = {
  requestBooking: (facts, viewer, slots) => Gesture.ask(facts, settingOf(facts), viewer, slots, by),
  declareAbsence: (facts, viewer, slots) =>
    Gesture.declareAbsence(facts, settingOf(facts), viewer, slots, { _tag: "Family" }, by),
  withdraw: (facts, viewer, slots) => Gesture.withdrawAll(facts, settingOf(facts), viewer, slots, by.askedAt)
}
const actions: ReadonlyArray<CellAction> = ["requestBooking", "declareAbsence", "withdraw"]

/** Every cell of the month as its page shows it. */
const cellsOf = (facts: PlanningFacts, viewer: CellViewer) =>
  planningMonth(
    facts,
    { ...settingOf(facts), facilities: examples.valclair.facilities, payerNames: () => [] },
    YearMonth.make("2015-04"),
    viewer
  ).groups.flatMap(({ rows }) =>
    rows.flatMap(({ activityId, cells }) =>
      cells.map((cell, i) => ({ cell, slot: { activityId, day: make(`2015-04-${String(i + 1).padStart(2, "0")}`) } }))
    )
  )

/** The planning once a change is written. */
const after = (facts: PlanningFacts, change: Gesture.PlanningChange): PlanningFacts => ({
  ...facts,
  bookings: [
    ...facts.bookings.filter(
      (line) => !change.bookings.some((b) => b.day === line.day && b.activityId === line.activityId)
    ),
    ...change.bookings
  ],
  openRequests: facts.openRequests.filter(({ id }) => !change.closed.some((request) => request.id === id))
})

describe("laws of gestures", () => {
  it("what a cell offers is taken, and what it does not is refused with the cell's reason", () => {
    fc.assert(
      fc.property(generators.planningFacts, viewer, (facts, viewer) => {
        for (const { cell, slot } of cellsOf(facts, viewer))
          for (const action of actions) {
            const made = gestures[action](facts, viewer, [slot])
            if (cell.actions.includes(action)) expect(Result.isSuccess(made)).toBe(true)
            else
              expect(made).toMatchObject({
                failure: { refusals: [{ slot, reason: cell.reason ?? "otherAction" }] }
              })
          }
      }),
      { numRuns: 60 }
    )
  })

  it("a gesture that is taken changes its own slots only, and the page shows it", () => {
    const shown: Record<CellAction, ReadonlyArray<string>> = {
      requestBooking: ["requested"],
      declareAbsence: ["absenceRequested"],
      withdraw: ["free", "booked"]
    }
    fc.assert(
      fc.property(generators.planningFacts, viewer, (facts, viewer) => {
        for (const { cell, slot } of cellsOf(facts, viewer))
          for (const action of cell.actions) {
            const change = Result.getOrThrow(gestures[action](facts, viewer, [slot, slot]))
            expect(change.bookings.map(({ activityId, day }) => ({ activityId, day }))).toEqual([slot])
            expect([change.opened.length, change.closed.length]).toEqual(action === "withdraw" ? [0, 1] : [1, 0])
            expect(shown[action]).toContain(stateOf(after(facts, change), settingOf(facts), slot)._tag)
          }
      }),
      { numRuns: 60 }
    )
  })

  it("one slot that does not take the action refuses the whole gesture", () => {
    fc.assert(
      fc.property(generators.planningFacts, viewer, (facts, viewer) => {
        const cells = cellsOf(facts, viewer)
        for (const action of actions) {
          const refused = cells.filter(({ cell }) => !cell.actions.includes(action))
          const made = gestures[action](
            facts,
            viewer,
            cells.map(({ slot }) => slot)
          )
          expect(Result.isSuccess(made)).toBe(refused.length === 0)
          if (Result.isFailure(made))
            expect(made.failure).toMatchObject({ refusals: refused.map(({ slot }) => ({ slot })) })
        }
      }),
      { numRuns: 60 }
    )
  })

  it("an answer closes the request and writes its line, and a second one finds it closed", () => {
    fc.assert(
      fc.property(generators.planningFacts, generators.answer, generators.answer, (facts, said, again) => {
        for (const { id, subject } of facts.openRequests) {
          const made = Gesture.answerRequest(facts, id, said, by.askedAt)
          if (Result.isFailure(made)) {
            expect(made.failure).toMatchObject({ _tag: "AnswerUnfit" })
            continue
          }
          const change = made.success
          expect(change.bookings).toMatchObject([{ activityId: subject.activityId, day: subject.day }])
          expect(change.closed).toMatchObject([{ id, subject }])
          if (said._tag !== "Waitlist")
            expect(Gesture.answerRequest(after(facts, change), id, again, by.askedAt)).toMatchObject({
              failure: { _tag: "AlreadyClosed", id }
            })
        }
      })
    )
  })
})

describe("named gestures", () => {
  const slot: Slot = { activityId: canteen, day: make("2015-04-09") }
  const parent: CellViewer = { today: make("2015-04-08"), mayBook: true }
  const enrolled: PlanningFacts = {
    child: { id: ChildId.make(1), ...examples.child },
    links: [],
    enrolments: [
      {
        id: EnrolmentId.make(1),
        childId: ChildId.make(1),
        activityId: canteen,
        payerId: PayerId.make(1),
        from: make("2014-09-01"),
        until: null,
        contract: null
      }
    ],
    closures: [],
    communeDays: [],
    bookings: [],
    openRequests: []
  }

  it("attendance is noted for an enrolled child, booked or not", () => {
    const line = { ...blank(canteen, slot.day, PayerId.make(1)), attendance: "present" }
    expect(Gesture.takeAttendance(enrolled, slot, "present")).toMatchObject({ success: { bookings: [line] } })
    const stranger = { ...enrolled, enrolments: [] }
    expect(Gesture.takeAttendance(stranger, slot, "present")).toMatchObject({ failure: { _tag: "NotEnrolled", slot } })
  })

  it("an absence on a day booked by contract is taken back, though an older wish still waits there", () => {
    const contract = enrolled.enrolments.map((e) => ({ ...e, contract: ["TH"] as const }))
    const asked = Result.getOrThrow(Gesture.ask(enrolled, settingOf(enrolled), parent, [slot], by))
    const waiting = {
      ...enrolled,
      enrolments: contract,
      bookings: asked.bookings,
      openRequests: asked.opened.map((r) => ({ id: RequestId.make(1), ...r, state: { _tag: "Waiting" } as const }))
    }
    const away = Result.getOrThrow(
      Gesture.declareAbsence(waiting, settingOf(waiting), parent, [slot], { _tag: "Leave" }, by)
    )
    const both = {
      ...waiting,
      bookings: away.bookings,
      openRequests: [
        ...waiting.openRequests,
        ...away.opened.map((r) => ({ id: RequestId.make(2), ...r, state: { _tag: "Waiting" } as const }))
      ]
    }
    const change = Result.getOrThrow(Gesture.withdrawAll(both, settingOf(both), parent, [slot], by.askedAt))
    expect(change.closed).toMatchObject([{ id: 2, state: { _tag: "Withdrawn" } }])
    expect(change.bookings).toMatchObject([{ reservation: { _tag: "Requested" }, absence: { _tag: "NotDeclared" } }])
  })
})
