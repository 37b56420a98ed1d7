import { attributes, type Html, html } from "../Html.ts"
import type { PlanningWords } from "./PlanningView.ts"

/**
 * Draws the bar at the foot of the planning: what is chosen and what can be done with it. Without
 * script it is the form's plain buttons; the script counts, hides what no chosen slot takes, and
 * shows the sentence of the cell under the pointer or the focus.
 */
export const PlanningBar = (words: PlanningWords): Html => html`<div class="bar">
<p role="status"${attributes({
  "data-none": words.choose,
  "data-one": words.chosenOne,
  "data-many": words.chosenMany,
  "data-partly": words.partly
})}></p>
<p class="said" aria-hidden="true" hidden></p>
<div>${words.actions.map(
  ({ action, label, menuLabel }, index) =>
    html`<button name="action" value="${action}" data-menu="${menuLabel}"${attributes({ class: index === 0 ? null : "second" })}>${label}</button>`
)}</div>
<button type="reset" class="quiet">${words.clear}</button>
</div>`
