/**
 * Enrolments, attendance, closures and the commune's own days, kept by staff (S91, S96-S107, S142, S143).
 */
import { Booking, Child, Closure, Day, Enrolment, Payer, SchoolCalendar } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup, HttpApiSchema } from "effect/http-api"
import { MayCall, staff } from "./Caller.ts"
import { ByStaff, InCommune, Once, Refusals } from "./Door.ts"
import { clean, inBody, inPath, writeHeaders } from "./Input.ts"
import { problems } from "./Problem.ts"

const params = { childId: inPath(Child.ChildId) }
const headers = writeHeaders
const { childId: _, ...enrolment } = Enrolment.EnrolmentRecord.fields

/** An enrolment of the child of the path. */
export const EnrolmentInput = Schema.Struct({ ...enrolment, payerId: inBody(Payer.PayerId) })

/** What staff saw of a child on a day, in one activity. */
export const AttendanceInput = Schema.Struct({ ...Booking.Slot.fields, attendance: Booking.Attendance })

export class StaffPlanningsGroup extends HttpApiGroup.make("staffPlannings")
  .add(
    HttpApiEndpoint.post("enrol", "/children/:childId/enrolments", {
      params,
      headers,
      payload: EnrolmentInput,
      success: Enrolment.Enrolment.pipe(HttpApiSchema.status(201)),
      error: problems(404)
    }).annotate(MayCall, staff("writeFamilies")),
    HttpApiEndpoint.put("takeAttendance", "/children/:childId/attendance", {
      params,
      headers,
      payload: AttendanceInput,
      error: problems(404, 409)
    }).annotate(MayCall, staff("takeAttendance")),
    HttpApiEndpoint.post("close", "/closures", {
      headers,
      payload: clean(Closure.ClosureRecord),
      success: Closure.Closure.pipe(HttpApiSchema.status(201)),
      error: problems(404)
    }).annotate(MayCall, staff("configure")),
    HttpApiEndpoint.delete("reopen", "/closures/:closureId", {
      params: { closureId: inPath(Closure.ClosureId) },
      headers,
      error: problems(404)
    }).annotate(MayCall, staff("configure")),
    HttpApiEndpoint.post("addCommuneDay", "/commune-days", {
      headers,
      payload: clean(SchoolCalendar.CommuneDay)
    }).annotate(MayCall, staff("configure"))
  )
  .middleware(Once)
  .add(
    HttpApiEndpoint.get("closures", "/closures", {
      query: { from: Day.Day, to: Day.Day },
      success: Schema.Array(Closure.Closure)
    }).annotate(MayCall, staff("readRequests"))
  )
  .prefix("/api/staff")
  .middleware(ByStaff)
  .middleware(InCommune)
  .middleware(Refusals) {}
