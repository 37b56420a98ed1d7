import { attributes, type Html, html } from "../Html.ts"
import type { PlanningWords } from "./PlanningView.ts"

/**
 * Draws the bar at the foot of the planning: what is chosen and what can be done with it. Without
 * script it is the form's plain buttons; the script counts, hides what no chosen slot takes, and
 * shows the sentence of the cell under the pointer or the focus. Where nothing can be done in the
 * whole month, the buttons are there for the script's menu only, which says why.
 */
export const PlanningBar = (words: PlanningWords, able: boolean): Html => html`<div class="bar">
<p role="status"${attributes({
  "data-none": words.choose,
  "data-one": words.chosenOne,
  "data-many": words.chosenMany,
  "data-partly": words.partly
})}></p>
<p class="said" aria-hidden="true" hidden></p>
<div>${words.actions.map(
  ({ action, label, menuLabel }, index) =>
    html`<button name="action" value="${action}" data-menu="${menuLabel}"${attributes({ class: index === 0 ? null : "second", hidden: !able })}>${label}</button>`
)}</div>
<button type="reset" class="quiet"${attributes({ hidden: !able })}>${words.clear}</button>
</div>`
