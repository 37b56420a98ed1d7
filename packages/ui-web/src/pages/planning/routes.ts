import { ChildId } from "@portail-famille/core/Child"
import { YearMonth, yearMonth } from "@portail-famille/core/Day"
import { CellAction } from "@portail-famille/core/PlanningCell"
import type { Request } from "@portail-famille/core/Request"
import {
  declareAbsences,
  requestBookings,
  visitMonth,
  withdrawRequests
} from "@portail-famille/core/services/Plannings"
import { Effect, Schema } from "effect"
import { writeOnce } from "../../Form.ts"
import { type Asked, type AskedByDigest, familyPage, hotPage } from "../../Page.ts"
import { seeOther } from "../../SeeOther.ts"
import { idIn } from "../ids.ts"
import { unknownChoice } from "../unknownChoice.ts"
import { readAbsence } from "./absenceForm.ts"
import { drawAbsence } from "./drawAbsence.ts"
import { drawMonth } from "./drawMonth.ts"
import { type MonthForm, monthAgain, tellingRefusals } from "./monthAgain.ts"
import { doneField, doneNotice } from "./outcome.ts"
import { planningPath } from "./planningMain.ts"
import { readSlots } from "./slots.ts"

/** A child's month (S94-S107). */
const monthPage = hotPage({
  method: "GET",
  path: "/mes-enfants/:childId/planning",
  handle: Effect.fnUntraced(function* (asked) {
    const childId = yield* idIn(ChildId, "child", asked.params.childId)
    const month = monthIn(asked)
    if (month === undefined) return yield* unknownMonth(asked)
    return yield* drawMonth(asked, childId, month, { outcome: doneNotice(asked.query.get("fait")) })
  })
})

/** The grid's form: asks for bookings or withdraws at once; an absence is asked its reason first (S108-S110). */
const gesturePage = familyPage({
  method: "POST",
  path: "/mes-enfants/:childId/planning",
  handle: Effect.fnUntraced(function* (asked) {
    const childId = yield* idIn(ChildId, "child", asked.params.childId)
    const month = monthIn(asked)
    if (month === undefined) return yield* unknownMonth(asked)
    const form = { asked, childId, month }
    const said = readSlots(asked.form.getAll("slot"))
    if (said._tag === "Unfit") return yield* monthAgain(form, said.message)
    const action = asked.form.get("action")
    if (!isAction(action)) return yield* monthAgain(form, noAction)
    if (action === "declareAbsence")
      return yield* tellingRefusals(form, drawAbsence(asked, childId, month, said.slots, {}))
    const act = action === "requestBooking" ? requestBookings : withdrawRequests
    const write = Effect.map(act(asked.commune, asked.actor, childId, said.slots), (requests) =>
      backDone(form, action, requests)
    )
    return yield* tellingRefusals(form, writeOnce(asked, write))
  })
})

/** The page of an absence, sent: its reason and its confirmation (S110, S111). */
const absencePage = familyPage({
  method: "POST",
  path: "/mes-enfants/:childId/absences",
  freeTexts: ["precision"],
  handle: Effect.fnUntraced(function* (asked) {
    const childId = yield* idIn(ChildId, "child", asked.params.childId)
    const month = monthIn(asked)
    if (month === undefined) return yield* unknownMonth(asked)
    const form = { asked, childId, month }
    const said = readSlots(asked.form.getAll("slot"))
    if (said._tag === "Unfit") return yield* monthAgain(form, said.message)
    const absence = readAbsence(asked.form)
    if (absence._tag === "Faults")
      return yield* tellingRefusals(form, drawAbsence(asked, childId, month, said.slots, absence))
    const write = Effect.map(
      declareAbsences(asked.commune, asked.actor, childId, said.slots, absence.reason),
      (requests) => backDone(form, "declareAbsence", requests)
    )
    return yield* tellingRefusals(form, writeOnce(asked, write))
  })
})

/** Who comes back to that address without a form is led to the planning. */
const absenceLeft = hotPage({
  method: "GET",
  path: "/mes-enfants/:childId/absences",
  handle: Effect.fnUntraced(function* (asked) {
    const childId = yield* idIn(ChildId, "child", asked.params.childId)
    const month = monthIn(asked) ?? yearMonth(asked.today)
    yield* visitMonth(asked.commune, asked.digest, childId, month)
    return seeOther(planningPath(childId, month))
  })
})

/** The pages of a child's planning. */
export const planningPages = [monthPage, gesturePage, absencePage, absenceLeft] as const

const isYearMonth = Schema.is(YearMonth)
const isAction = Schema.is(CellAction)
const noAction =
  "Dites ce que vous souhaitez par un des boutons sous la grille\u00a0: réserver, déclarer une absence ou retirer."

/** The month that the address names, this month where it names none; `undefined` where there is no such month. */
const monthIn = ({ query, today }: Asked): YearMonth | undefined => {
  const said = query.get("mois")
  return said === null ? yearMonth(today) : isYearMonth(said) ? said : undefined
}

const unknownMonth = (asked: AskedByDigest) =>
  unknownChoice(
    asked,
    "Ce mois n'existe pas",
    "Dans l'adresse, un mois s'écrit avec son année, par exemple mois=2015-04."
  )

const backDone = ({ asked, childId, month }: MonthForm, action: CellAction, requests: ReadonlyArray<Request>) =>
  seeOther(`${planningPath(childId, month)}&fait=${doneField(action, requests, asked.commune.certificateDays)}`)
