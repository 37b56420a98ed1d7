import { type AbsenceReason, expectedProof } from "@portail-famille/core/Absence"
import type { Slot } from "@portail-famille/core/Booking"
import type { ServedCommune } from "@portail-famille/core/Commune"
import { confirmation, expectedCertificate, reasonChoices } from "@portail-famille/core/words/absences"
import { longDateInSentence } from "@portail-famille/core/words/dates"
import { of } from "@portail-famille/core/words/names"
import { actionName } from "@portail-famille/core/words/planning"
import { Choices } from "../../components/Choices.ts"
import { ErrorSummary } from "../../components/ErrorSummary.ts"
import { Field } from "../../components/Field.ts"
import { Icon } from "../../components/Icon.ts"
import { keyInput } from "../../Form.ts"
import { attributes, type Html, html } from "../../Html.ts"
import { planningPath } from "./planningMain.ts"
import { slotField } from "./slots.ts"

/** What was typed on the page of an absence. */
export interface AbsenceTyped {
  readonly reason: string
  readonly text: string
  readonly confirmed: boolean
}

/** What is wrong with it, beside which field. */
export interface AbsenceFault {
  readonly field: "motif" | "precision" | "confirme"
  readonly message: string
}

/** What the page of an absence is drawn from. */
export interface AbsencePage {
  readonly commune: ServedCommune
  readonly child: { readonly id: number; readonly firstName: string }
  /** The month to which one goes back, "2015-04". */
  readonly month: string
  readonly slots: ReadonlyArray<Slot>
  readonly key: string
  readonly typed?: AbsenceTyped | undefined
  readonly faults?: ReadonlyArray<AbsenceFault> | undefined
}

/** The longest text of another reason, in characters; the rule is `AbsenceReason`'s. */
const longestText = 300

/** The page that asks why a child will not come, and to confirm it (S110, S111). */
export const absenceMain = ({ commune, child, month, slots, key, typed, faults = [] }: AbsencePage): Html => {
  const errorOf = (field: AbsenceFault["field"]) => faults.find((fault) => fault.field === field)?.message
  return html`<h1>${actionName("declareAbsence")}</h1>
${ErrorSummary({
  title: faults.length === 1 ? "Une chose est à corriger" : `${faults.length} choses sont à corriger`,
  errors: faults.map(({ field, message }) => ({ fieldId: field, message }))
})}
<section><h2>Jours d'absence ${of(child.firstName)}</h2>
${days(commune, slots)}</section>
<form method="post" action="/mes-enfants/${child.id}/absences?mois=${month}">
${keyInput(key)}
${slots.map((slot) => html`<input type="hidden" name="slot" value="${slotField(slot)}">`)}
${Choices({
  id: "motif",
  name: "motif",
  legend: "Pourquoi cette absence\u00a0?",
  error: errorOf("motif"),
  value: typed?.reason,
  options: reasonChoices.map(({ tag, label }) => ({
    value: tag,
    label,
    hint: tag === "Medical" ? certificate(slots, commune.certificateDays) : undefined
  }))
})}
${Field({
  id: "precision",
  name: "precision",
  label: "Précisez, si c'est une autre raison",
  error: errorOf("precision"),
  value: typed?.text,
  control: { kind: "textarea", rows: 2, maxLength: longestText }
})}
${confirm(errorOf("confirme"), typed?.confirmed === true)}
<p class="field"><button>${actionName("declareAbsence")}</button></p>
</form>
<p><a href="${planningPath(child.id, month)}">${Icon("previous")} Revenir au planning sans rien déclarer</a></p>`
}

/** The certificate of the first day is the first to be due. */
const certificate = (slots: ReadonlyArray<Slot>, certificateDays: number): string | undefined => {
  const [first] = slots.map(({ day }) => day).toSorted()
  const medical: AbsenceReason = { _tag: "Medical" }
  const proof = first === undefined ? null : expectedProof(medical, first, certificateDays)
  return proof === null ? undefined : expectedCertificate(proof)
}

/** The chosen days under their activity; two activities may carry one label. */
const days = (commune: ServedCommune, slots: ReadonlyArray<Slot>): Html => {
  const byActivity = Map.groupBy(slots, ({ activityId }) => activityId)
  return html`<ul class="days">${[...byActivity].map(
    ([id, those]) =>
      html`<li>${activityLabel(commune, id)}\u00a0: ${those
        .map(({ day }) => day)
        .toSorted()
        .map(longDateInSentence)
        .join(", ")}</li>`
  )}</ul>`
}

/** What an activity is called; one that is not known keeps its id. */
export const activityLabel = ({ activities }: Pick<ServedCommune, "activities">, id: string): string =>
  activities.find((activity) => activity.id === id)?.label ?? id

const confirm = (error: string | undefined, checked: boolean): Html => html`<div class="field"${attributes({
  "data-error": error !== undefined
})}>
${error === undefined ? null : html`<p class="error" id="confirme-error">${Icon("stop")} ${error}</p>`}
<label class="choice"><input type="checkbox" name="confirme" value="oui"${attributes({
  id: "confirme",
  checked,
  "aria-describedby": error === undefined ? null : "confirme-error"
})}> <span>${confirmation}</span></label>
</div>`
