import { type Html, html } from "../Html.ts"
import type { PlanningWords } from "./PlanningView.ts"
import { type MarkName, markNames, StateMark, StateMarks } from "./StateMark.ts"

/** Draws the key: every status and every letter of the guide (S96, S97), each by its mark and its word. */
export const PlanningKey = (words: PlanningWords): Html => html`<section class="key">
<h3>${words.key}</h3>
<ul>${words.marks.map(({ name, label }) => html`<li><i class="${name}">${StateMark(name)}</i> ${label}</li>`)}${words.letters.map(
  ({ letter, label }) => html`<li><i><b>${letter}</b></i> ${label}</li>`
)}</ul>
<p class="hint">${words.gestures}</p>
${StateMarks(words.marks.map(({ name }) => name).filter((name): name is MarkName => markNames.includes(name as MarkName)))}
</section>`
