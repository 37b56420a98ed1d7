import { attributes, type Html, html } from "../Html.ts"
import { PlanningBar } from "./PlanningBar.ts"
import { PlanningCell } from "./PlanningCell.ts"
import { PlanningKey } from "./PlanningKey.ts"
import type { PlanningDayView, PlanningView, PlanningWords } from "./PlanningView.ts"

/** A month of planning in its form, which posts `slot` (activity|day, any number) and `action`. */
export interface PlanningGridProps {
  readonly view: PlanningView
  readonly words: PlanningWords
  /** Where the form posts to. */
  readonly action: string
  /** What the form carries besides, such as the idempotency key. */
  readonly hidden: ReadonlyArray<readonly [name: string, value: string]>
  /** The slots ("activity|day") that are ticked already, on a form that came back. */
  readonly chosen?: ReadonlySet<string> | undefined
}

/** Draws the planning: one form, one table, its key. It is complete without script. */
export const PlanningGrid = ({ view, words, action, hidden, chosen }: PlanningGridProps): Html => {
  const refusals = new Map<string, number>()
  const responsibles = new Set(view.groups.flatMap(({ rows }) => rows.map((row) => row.responsible)))
  const [shared] = responsibles.size === 1 ? responsibles : []
  const able = view.groups.some(({ rows }) => rows.some(({ cells }) => cells.some(({ actions }) => actions.length > 0)))
  const body = view.groups.map(
    ({ facility, rows }) => html`<tbody>
<tr><th scope="rowgroup" colspan="${view.days.length + 1}"><span>${facility}</span></th></tr>
${rows.map(
  (row) => html`<tr><th scope="row">${row.label}${
    shared === undefined ? html`<small>${row.responsible}</small>` : null
  }</th>${view.days.map((day, index) => {
    const cell = row.cells[index]
    return cell === undefined ? null : PlanningCell(row, day, cell, refusals, chosen)
  })}</tr>
`
)}</tbody>
`
  )
  return html`<form class="planning" method="post" action="${action}" data-menu="${words.menu}">
${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<p class="hint">${words.howTo}${shared === undefined ? null : html`<br>${words.responsible} : <b>${shared}</b>`}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.caption}">
<table>
<caption class="hidden">${words.caption}</caption>
<colgroup><col>${bands(view.days)}</colgroup>
<thead><tr><th scope="col">${words.activity}<small>${view.month}</small></th>${view.days.map((day) => header(day, words))}</tr></thead>
${body}</table>
</div>
<ol hidden>${[...refusals.keys()].map((refusal) => html`<li>${refusal}</li>`)}</ol>
${PlanningBar(words, able)}
</form>
${PlanningKey(words)}`
}

const header = ({ header: short, name, markers, isToday }: PlanningDayView, words: PlanningWords): Html => {
  const [weekday, figures] = short.split(" ")
  const said = [isToday ? words.today : null, ...markers.map(({ label }) => label)].filter((part) => part !== null)
  return html`<th scope="col"${attributes({ "data-today": isToday })}><span aria-hidden="true">${weekday} <b>${figures}</b> <i>${markers
    .map(({ letter }) => letter)
    .join(" ")}</i></span><span class="hidden">${name}${said.length === 0 ? null : ` (${said.join(", ")})`}</span></th>`
}

/** The ground of the columns: weeks in turn, weekends, breaks, public holidays. */
const bands = (days: ReadonlyArray<PlanningDayView>): ReadonlyArray<Html> =>
  days.map((day) => {
    const letters = day.markers.map(({ letter }) => letter)
    const ground = [
      day.isoWeek % 2 === 0 ? "even" : null,
      day.isWeekend ? "weekend" : null,
      letters.includes("J") ? "feast" : letters.includes("P") || letters.includes("G") ? "break" : null
    ].filter((part) => part !== null)
    return html`<col${attributes({ class: ground.length === 0 ? null : ground.join(" ") })}>`
  })
