/**
 * A child's planning and what a family does there: ask, declare an absence, withdraw (S94-S111).
 */
import { Absence, Booking, Child, Day, PlanningMonth, Request } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api"
import { family, MayCall } from "./Caller.ts"
import { InCommune, Once, Refusals, SessionSent, SignedIn } from "./Door.ts"
import { clean, inPath, writeHeaders } from "./Input.ts"
import { problems } from "./Problem.ts"

const params = { childId: inPath(Child.ChildId) }
const slots = Schema.NonEmptyArray(Booking.Slot).pipe(Schema.check(Schema.isMaxLength(400)))

/** `true`, and nothing else. */
const confirmed = Schema.Boolean.pipe(Schema.check(Schema.makeFilter((said: boolean) => said)))

/** The slots of a gesture, 400 at most: all of them or none. */
export const SlotsInput = Schema.Struct({ slots })

/** An absence needs its reason and a confirmation (S110). */
export const AbsencesInput = clean(Schema.Struct({ slots, reason: Absence.AbsenceReason, confirmed }))

const created = Schema.Array(Request.Request).pipe(HttpApiSchema.status(201))

export class PlanningGroup extends HttpApiGroup.make("planning")
  .add(
    HttpApiEndpoint.post("requestBookings", "/children/:childId/bookings", {
      params,
      headers: writeHeaders,
      payload: SlotsInput,
      success: created,
      error: problems(404, 409)
    }).annotate(MayCall, family),
    HttpApiEndpoint.post("declareAbsences", "/children/:childId/absences", {
      params,
      headers: writeHeaders,
      payload: AbsencesInput,
      success: created,
      error: problems(404, 409)
    }).annotate(MayCall, family),
    HttpApiEndpoint.post("withdraw", "/children/:childId/withdrawals", {
      params,
      headers: writeHeaders,
      payload: SlotsInput,
      success: Schema.Array(Request.Request),
      error: problems(404, 409)
    }).annotate(MayCall, family)
  )
  .middleware(Once)
  .middleware(SignedIn)
  .add(
    HttpApiEndpoint.get("month", "/children/:childId/planning", {
      params,
      query: { month: Day.YearMonth },
      success: PlanningMonth.PlanningMonth,
      error: problems(404)
    }).annotate(MayCall, family)
  )
  .middleware(SessionSent)
  .prefix("/api")
  .middleware(InCommune)
  .middleware(Refusals) {}
