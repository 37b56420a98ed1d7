import { type Html, html } from "../Html.ts"
import { Icon } from "./Icon.ts"

/** What went wrong in a form: the same sentences as beside the fields, each leading to its field where it has one. */
export interface ErrorSummaryProps {
  readonly title: string
  readonly errors: ReadonlyArray<{ readonly fieldId?: string | undefined; readonly message: string }>
}

/** Draws the list at the top of a form that came back, with the focus on it; nothing without errors. */
export const ErrorSummary = ({ title, errors }: ErrorSummaryProps): Html | null =>
  errors.length === 0
    ? null
    : html`<div class="notice danger" role="alert" tabindex="-1" autofocus>${Icon("stop")}<div>
<h2>${title}</h2>
<ul>${errors.map(({ fieldId, message }) =>
        fieldId === undefined ? html`<li>${message}</li>` : html`<li><a href="#${fieldId}">${message}</a></li>`
      )}</ul>
</div></div>`
