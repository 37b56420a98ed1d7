import { expectedProof } from "@portail-famille/core/Absence"
import { Day } from "@portail-famille/core/Day"
import { CellAction } from "@portail-famille/core/PlanningCell"
import type { SlotsRefused } from "@portail-famille/core/PlanningGesture"
import type { Request } from "@portail-famille/core/Request"
import { expectedCertificate } from "@portail-famille/core/words/absences"
import { done } from "@portail-famille/core/words/planning"
import { type Problem, problemOf } from "@portail-famille/core/words/problems"
import { refusedSlots } from "@portail-famille/core/words/slots"
import { Schema } from "effect"
import { ErrorSummary } from "../../components/ErrorSummary.ts"
import { Notice } from "../../components/Notice.ts"
import { type Html, html } from "../../Html.ts"

/**
 * What a gesture did, for the address that the browser is sent to: "requestBooking.2", and for a
 * medical absence the day on which its certificate is due, "declareAbsence.1.2015-04-12" (S111).
 */
export const doneField = (action: CellAction, requests: ReadonlyArray<Request>, certificateDays: number): string => {
  const due = requests
    .flatMap(({ subject }) =>
      subject._tag === "Absence" ? (expectedProof(subject.reason, subject.day, certificateDays)?.until ?? []) : []
    )
    .toSorted()[0]
  return [action, requests.length, ...(due === undefined || action === "withdraw" ? [] : [due])].join(".")
}

/** The notice of a gesture that was done; nothing for a field that says none. */
export const doneNotice = (field: string | null): Html | null => {
  const [action, count = "", due] = (field ?? "").split(".")
  if (!isAction(action) || !/^[1-9]\d{0,2}$/.test(count)) return null
  const [title = "", rest = ""] = done(action, Number(count)).split(/(?<=\.) (.*)/u)
  return Notice({
    tone: "success",
    announce: true,
    title,
    body: html`${rest === "" ? null : html`<p>${rest}</p>`}${isDay(due) ? html`<p>${expectedCertificate({ until: due })}</p>` : null}<p><a href="/demandes">Voir la liste des demandes</a></p>`
  })
}

/** Why nothing was done: one sentence, or one a reason with its days. */
export const refusalSummary = (refused: Problem | SlotsRefused): Html | null =>
  "_tag" in refused
    ? ErrorSummary({
        title: `${problemOf(refused).title}\u00a0: ces jours ne s'y prêtent pas`,
        errors: refusedSlots(refused.refusals).map((message) => ({ message }))
      })
    : ErrorSummary({ title: refused.title, errors: [{ message: refused.detail }] })

const isAction = Schema.is(CellAction)
const isDay = Schema.is(Day)
