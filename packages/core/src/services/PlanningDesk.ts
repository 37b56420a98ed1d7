/**
 * What staff do on plannings: take attendance, enrol children, close facilities and activities,
 * add days to the commune's calendar (S141-S143).
 */
import { Effect } from "effect"
import type { Actor } from "../Access.ts"
import type { Attendance, Slot } from "../Booking.ts"
import type { ChildId } from "../Child.ts"
import type { ClosureId, ClosureRecord } from "../Closure.ts"
import type { ServedCommune } from "../Commune.ts"
import type { Day } from "../Day.ts"
import type { EnrolmentRecord } from "../Enrolment.ts"
import * as Gesture from "../PlanningGesture.ts"
import type { CommuneDay } from "../SchoolCalendar.ts"
import { NotFound, requireStaff } from "./Families.ts"
import { Plannings } from "./Plannings.ts"
import { trace } from "./Records.ts"
import { Writes } from "./Writes.ts"

/** Notes what staff saw of a child on a day (S106, S107, S142). */
export const takeAttendance = Effect.fnUntraced(function* (
  commune: ServedCommune,
  actor: Actor,
  child: ChildId,
  slot: Slot,
  attendance: Attendance
) {
  const activity = commune.activities.find(({ id }) => id === slot.activityId)
  yield* requireStaff(actor, "takeAttendance", activity?.facilityId ?? null)
  if (activity === undefined) return yield* new NotFound({ what: "activity" })
  const plannings = yield* Plannings
  yield* (yield* Writes).whole(
    commune.id,
    Effect.gen(function* () {
      yield* plannings.modify(commune.id, child, { from: slot.day, to: slot.day }, (facts) =>
        Gesture.takeAttendance(facts, slot, attendance)
      )
      yield* trace(commune, actor, "attendanceTaken", [`${child}/${slot.activityId}/${slot.day}`])
    })
  )
})

/** Enrols a child in an activity (S91, S141). */
export const enrolChild = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, record: EnrolmentRecord) {
  yield* requireStaff(actor, "writeFamilies", null)
  if (!commune.activities.some(({ id }) => id === record.activityId)) return yield* new NotFound({ what: "activity" })
  const plannings = yield* Plannings
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.tap(plannings.enrol(commune.id, record), ({ id }) => trace(commune, actor, "childEnrolled", [id]))
  )
})

/** Closes a facility or an activity for some days (S96, S143). */
export const postClosure = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, record: ClosureRecord) {
  yield* requireStaff(actor, "configure", null)
  const { scope } = record
  const known =
    scope._tag === "Activity"
      ? commune.activities.some(({ id }) => id === scope.activityId)
      : commune.facilities.some(({ id }) => id === scope.facilityId)
  if (!known) return yield* new NotFound({ what: "activity" })
  const plannings = yield* Plannings
  return yield* (yield* Writes).whole(
    commune.id,
    Effect.tap(plannings.close(commune.id, record), ({ id }) => trace(commune, actor, "closurePosted", [id]))
  )
})

/** Takes a closure back. */
export const liftClosure = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, id: ClosureId) {
  yield* requireStaff(actor, "configure", null)
  const plannings = yield* Plannings
  yield* (yield* Writes).whole(
    commune.id,
    Effect.andThen(plannings.reopen(commune.id, id), trace(commune, actor, "closureLifted", [id]))
  )
})

/** The closures that touch these days, for staff. */
export const listClosures = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, from: Day, to: Day) {
  yield* requireStaff(actor, "readRequests", null)
  return yield* (yield* Plannings).closures(commune.id, from, to)
})

/** Adds a day of the commune's own to its calendar (S103). */
export const postCommuneDay = Effect.fnUntraced(function* (commune: ServedCommune, actor: Actor, day: CommuneDay) {
  yield* requireStaff(actor, "configure", null)
  const plannings = yield* Plannings
  yield* (yield* Writes).whole(
    commune.id,
    Effect.andThen(plannings.addCommuneDay(commune.id, day), trace(commune, actor, "communeDayPosted", [day.day]))
  )
})
