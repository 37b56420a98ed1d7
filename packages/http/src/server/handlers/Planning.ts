/** A child's planning, over HTTP. */
import {
  declareAbsences,
  requestBookings,
  visitMonth,
  withdrawRequests
} from "@portail-famille/core/services/Plannings"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { HttpApiBuilder } from "effect/http-api"
import { CurrentCommune, CurrentDigest } from "../../Current.ts"
import { PortalApi } from "../../PortalApi.ts"
import { refusing } from "../Refusal.ts"
import { currentAdult } from "./Actor.ts"

export const planningHandlers = HttpApiBuilder.group(PortalApi, "planning", (handlers) =>
  handlers.handleAll({
    // The hot page: its data is text already, so it is written without going through the schema.
    month: Effect.fnUntraced(function* ({ params: { childId }, query: { month } }) {
      const visit = visitMonth(yield* CurrentCommune, yield* CurrentDigest, childId, month)
      return HttpServerResponse.jsonUnsafe((yield* refusing(visit)).planning)
    }),
    requestBookings: Effect.fnUntraced(function* ({ params: { childId }, payload: { slots } }) {
      return yield* refusing(requestBookings(yield* CurrentCommune, yield* currentAdult, childId, slots))
    }),
    declareAbsences: Effect.fnUntraced(function* ({ params: { childId }, payload: { slots, reason } }) {
      return yield* refusing(declareAbsences(yield* CurrentCommune, yield* currentAdult, childId, slots, reason))
    }),
    withdraw: Effect.fnUntraced(function* ({ params: { childId }, payload: { slots } }) {
      return yield* refusing(withdrawRequests(yield* CurrentCommune, yield* currentAdult, childId, slots))
    })
  })
)
