import type { ChildId } from "@portail-famille/core/Child"
import type { YearMonth } from "@portail-famille/core/Day"
import { type DomainError, problemOf } from "@portail-famille/core/words/problems"
import { statuses } from "@portail-famille/http/server"
import { Effect } from "effect"
import type { HttpServerResponse } from "effect/http"
import type { Html } from "../../Html.ts"
import type { AskedByFamily } from "../../Page.ts"
import { drawMonth } from "./drawMonth.ts"
import { refusalSummary } from "./outcome.ts"

/** A form of one child's month that was sent. */
export interface MonthForm {
  readonly asked: AskedByFamily
  readonly childId: ChildId
  readonly month: YearMonth
}

/** The month again, with a sentence at its top and everything ticked that was; status 400. */
export const monthAgain = (form: MonthForm, detail: string) =>
  again(form, refusalSummary({ title: "Rien n'a été envoyé", detail }), 400)

/** Runs a gesture and tells its refusals on the month itself, where they can be mended; the others go on. */
export const tellingRefusals = <R>(
  form: MonthForm,
  gesture: Effect.Effect<HttpServerResponse.HttpServerResponse, DomainError, R>
) =>
  Effect.catch(gesture, (error) => {
    switch (error._tag) {
      case "SlotsRefused":
        return again(form, refusalSummary(error), statuses.SlotsRefused)
      case "AlreadyClosed":
        return again(form, refusalSummary(problemOf(error)), statuses.AlreadyClosed)
      case "KeyReused":
        // A page taken back from the browser's memory still has the key of what it sent before.
        return again(form, refusalSummary({ title: "Rien n'a été envoyé", detail: usedBefore }), statuses.KeyReused)
      default:
        return Effect.fail(error)
    }
  })

const usedBefore =
  "Cette page avait déjà servi à un autre envoi. Votre choix est gardé\u00a0: vérifiez-le, puis envoyez-le de nouveau."

const again = ({ asked, childId, month }: MonthForm, outcome: Html | null, status: number) =>
  drawMonth(asked, childId, month, { outcome, chosen: new Set(asked.form.getAll("slot")), status })
