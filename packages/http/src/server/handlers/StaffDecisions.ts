/** What staff decide and note, over HTTP: requests, enrolments, attendance, closures. */
import {
  enrolChild,
  liftClosure,
  listClosures,
  postClosure,
  postCommuneDay,
  takeAttendance
} from "@portail-famille/core/services/PlanningDesk"
import { answerOne, listWaiting } from "@portail-famille/core/services/Requests"
import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { CurrentCommune, CurrentStaff } from "../../Current.ts"
import { defaultLimit } from "../../Input.ts"
import { PortalApi } from "../../PortalApi.ts"
import { refusing } from "../Refusal.ts"

export const staffRequestsHandlers = HttpApiBuilder.group(PortalApi, "staffRequests", (handlers) =>
  handlers.handleAll({
    waiting: Effect.fnUntraced(function* ({ query: { after = null, limit = defaultLimit } }) {
      return yield* refusing(listWaiting(yield* CurrentCommune, yield* CurrentStaff, { after, limit }))
    }),
    answer: Effect.fnUntraced(function* ({ params: { requestId }, payload }) {
      return yield* refusing(answerOne(yield* CurrentCommune, yield* CurrentStaff, requestId, payload))
    })
  })
)

export const staffPlanningsHandlers = HttpApiBuilder.group(PortalApi, "staffPlannings", (handlers) =>
  handlers.handleAll({
    enrol: Effect.fnUntraced(function* ({ params, payload }) {
      return yield* refusing(enrolChild(yield* CurrentCommune, yield* CurrentStaff, { ...params, ...payload }))
    }),
    takeAttendance: Effect.fnUntraced(function* ({ params: { childId }, payload: { attendance, ...slot } }) {
      yield* refusing(takeAttendance(yield* CurrentCommune, yield* CurrentStaff, childId, slot, attendance))
    }),
    close: Effect.fnUntraced(function* ({ payload }) {
      return yield* refusing(postClosure(yield* CurrentCommune, yield* CurrentStaff, payload))
    }),
    reopen: Effect.fnUntraced(function* ({ params: { closureId } }) {
      yield* refusing(liftClosure(yield* CurrentCommune, yield* CurrentStaff, closureId))
    }),
    addCommuneDay: Effect.fnUntraced(function* ({ payload }) {
      yield* refusing(postCommuneDay(yield* CurrentCommune, yield* CurrentStaff, payload))
    }),
    closures: Effect.fnUntraced(function* ({ query: { from, to } }) {
      return yield* refusing(listClosures(yield* CurrentCommune, yield* CurrentStaff, from, to))
    })
  })
)
