/** Arbitrary values of the rules for fast-check: facts of cells and plannings, requests, operations. */
import { DateTime } from "effect"
import * as fc from "fast-check"
import { AbsenceOutcome, type AbsenceReason } from "../Absence.ts"
import { ActivityId } from "../Activity.ts"
import { AdultId } from "../Adult.ts"
import { type Absence, Attendance, type Booking, type Reservation } from "../Booking.ts"
import { ChildId } from "../Child.ts"
import { type Closure, ClosureId } from "../Closure.ts"
import { addDays, type Day, make, weekdays } from "../Day.ts"
import { type Enrolment, EnrolmentId } from "../Enrolment.ts"
import { type NewOperation, type OperationKind, PaymentMethod } from "../Ledger.ts"
import * as Money from "../Money.ts"
import { PayerId } from "../Payer.ts"
import type { PlanningFacts } from "../Planning.ts"
import type { CellFacts } from "../PlanningCell.ts"
import { type Answer, type Request, RequestId, type RequestState, type RequestSubject } from "../Request.ts"
import { child as childRecord, valclair } from "./examples.ts"
import { office } from "./world.ts"

const words = fc.constantFrom("Complet", "Grève", "Rendez-vous l'après-midi", "<b>Été</b> & « fête »")

/** A day of April 2015: a month with a break, a public holiday, and school days around them. */
export const day: fc.Arbitrary<Day> = fc.integer({ min: 0, max: 29 }).map((n) => addDays(make("2015-04-01"), n))

/** An instant of the years 2014 to 2016. */
export const instant: fc.Arbitrary<DateTime.Utc> = fc
  .integer({ min: Date.UTC(2014, 0, 1), max: Date.UTC(2016, 11, 31) })
  .map((millis) => DateTime.makeUnsafe(millis))

/** Why a child will not come, whatever the reason. */
export const absenceReason: fc.Arbitrary<AbsenceReason> = fc.oneof(
  fc.constantFrom<AbsenceReason>({ _tag: "Medical" }, { _tag: "Family" }, { _tag: "Leave" }),
  words.map((text) => ({ _tag: "Other", text }) as const)
)

/** What became of a wish to come. */
export const reservation: fc.Arbitrary<Reservation> = fc.oneof(
  fc.constantFrom<Reservation>({ _tag: "NotAsked" }, { _tag: "Requested" }, { _tag: "Waitlisted" }, { _tag: "Booked" }),
  words.map((reason) => ({ _tag: "Refused", reason }) as const)
)

const outcome = fc.constantFrom(...AbsenceOutcome.literals)

/** What is known of an absence; often nothing. */
export const absence: fc.Arbitrary<Absence> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Absence>({ _tag: "NotDeclared" }) },
  absenceReason.map((reason) => ({ _tag: "Declared", reason }) as const),
  outcome.map((outcome) => ({ _tag: "Settled", outcome }) as const)
)

/** Any combination of facts, those that cannot all be true among them. */
export const cellFacts: fc.Arbitrary<CellFacts> = fc.record({
  closure: fc.option(words, { nil: undefined }),
  offered: fc.boolean(),
  contract: fc.boolean(),
  reservation,
  absence,
  attendance: fc.constantFrom(...Attendance.literals)
})

const activityId = fc.constantFrom(...valclair.activities.map(({ id }) => id))
const payerId = fc.constantFrom(PayerId.make(1), PayerId.make(2))

/** A line of any kind in April 2015, of an activity of the example commune. */
export const booking: fc.Arbitrary<Booking> = fc.record({
  activityId,
  day,
  payerId,
  reservation,
  absence,
  attendance: fc.oneof(
    { weight: 4, arbitrary: fc.constant("notTaken" as const) },
    fc.constantFrom(...Attendance.literals)
  )
})

const enrolment: fc.Arbitrary<Enrolment> = fc.record({
  id: fc.integer({ min: 1, max: 99 }).map((n) => EnrolmentId.make(n)),
  childId: fc.constant(ChildId.make(1)),
  activityId,
  payerId,
  from: fc.oneof(fc.constant(make("2014-09-01")), day),
  until: fc.option(day),
  contract: fc.option(
    fc.shuffledSubarray([...weekdays], { minLength: 1 }).map(([first, ...rest]) => [first ?? "MO", ...rest])
  )
})

const closure: fc.Arbitrary<Closure> = fc.record({
  id: fc.integer({ min: 1, max: 99 }).map((n) => ClosureId.make(n)),
  scope: fc.oneof(
    activityId.map((activityId) => ({ _tag: "Activity", activityId }) as const),
    fc
      .constantFrom(...valclair.facilities.map(({ id }) => id))
      .map((facilityId) => ({ _tag: "Facility", facilityId }) as const)
  ),
  from: day,
  until: day,
  label: words
})

/** The requests that must be open for a line to say what it says. */
const requestsOf = (line: Booking, first: number): ReadonlyArray<Request> => {
  const asked = { askedBy: AdultId.make(1), askedAt: DateTime.makeUnsafe("2015-03-30T10:00:00Z") }
  const slot = { childId: ChildId.make(1), activityId: line.activityId, day: line.day }
  const request = (id: number, subject: RequestSubject, state: RequestState): Request => ({
    id: RequestId.make(id),
    ...asked,
    subject,
    state
  })
  const waits = line.reservation._tag === "Requested" || line.reservation._tag === "Waitlisted"
  return [
    ...(waits
      ? [
          request(
            first,
            { _tag: "Booking", ...slot },
            line.reservation._tag === "Waitlisted" ? { _tag: "Waitlisted", at: asked.askedAt } : { _tag: "Waiting" }
          )
        ]
      : []),
    ...(line.absence._tag === "Declared"
      ? [request(first + 1, { _tag: "Absence", ...slot, reason: line.absence.reason }, { _tag: "Waiting" })]
      : [])
  ]
}

/** A child's planning of April 2015 in the example commune: its lines in any state, their requests open. */
export const planningFacts: fc.Arbitrary<PlanningFacts> = fc
  .record({
    enrolments: fc.array(enrolment, { minLength: 1, maxLength: 6 }),
    closures: fc.array(closure, { maxLength: 2 }),
    communeDays: fc.array(
      fc.record({ day, marker: fc.constantFrom("schoolBreak" as const, "publicHoliday" as const), label: words }),
      { maxLength: 2 }
    ),
    bookings: fc.uniqueArray(booking, { maxLength: 40, selector: ({ activityId, day }) => activityId + day })
  })
  .map((facts) => ({
    ...facts,
    child: { id: ChildId.make(1), ...childRecord },
    links: [],
    openRequests: facts.bookings.flatMap((line, i) => requestsOf(line, 2 * i + 1))
  }))

const subject: fc.Arbitrary<RequestSubject> = fc
  .record({ childId: fc.constant(ChildId.make(1)), activityId: fc.constant(ActivityId.make("cantine")), day })
  .chain((slot) =>
    fc.oneof(
      fc.constant<RequestSubject>({ _tag: "Booking", ...slot }),
      absenceReason.map((reason): RequestSubject => ({ _tag: "Absence", ...slot, reason }))
    )
  )

const requestState: fc.Arbitrary<RequestState> = fc.oneof(
  fc.constant<RequestState>({ _tag: "Waiting" }),
  instant.map((at) => ({ _tag: "Waitlisted", at }) as const),
  fc.record({ _tag: fc.constant("Accepted" as const), at: instant, outcome: fc.option(outcome) }),
  fc.record({ _tag: fc.constant("Refused" as const), at: instant, reason: words }),
  instant.map((at) => ({ _tag: "Withdrawn", at }) as const)
)

/** A request in any state, asked at any instant. */
export const request: fc.Arbitrary<Request> = fc.record({
  id: fc.integer({ min: 1, max: 999 }).map((n) => RequestId.make(n)),
  askedBy: fc.constant(AdultId.make(1)),
  askedAt: instant,
  subject,
  state: requestState
})

/** Anything that staff may say to a request, fit or not. */
export const answer: fc.Arbitrary<Answer> = fc.oneof(
  fc.option(outcome).map((outcome) => ({ _tag: "Accept", outcome }) as const),
  fc.constant<Answer>({ _tag: "Waitlist" }),
  words.map((reason) => ({ _tag: "Refuse", reason }) as const)
)

const operationKind: fc.Arbitrary<OperationKind> = fc.oneof(
  { weight: 3, arbitrary: day.map((dueOn): OperationKind => ({ _tag: "Invoice", from: dueOn, until: dueOn, dueOn })) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...PaymentMethod.literals).map((method): OperationKind => ({ _tag: "Payment", method }))
  },
  fc.constantFrom<OperationKind>({ _tag: "CreditNote" }, { _tag: "Refund" })
)

/** An operation of April 2015 on one account; small amounts, so that they meet. */
export const operation: fc.Arbitrary<NewOperation> = fc.record({
  payerId: fc.constant(PayerId.make(1)),
  officeId: fc.constant(office),
  kind: operationKind,
  day,
  amount: fc.integer({ min: 1, max: 500 }).map(Money.make)
})
