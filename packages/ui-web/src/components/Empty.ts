import { type Html, html } from "../Html.ts"
import { Icon, type IconName } from "./Icon.ts"

/** A list with nothing in it, which says what will come there and how. */
export interface EmptyProps {
  readonly icon: IconName
  readonly title: string
  readonly text: string
  readonly action?: { readonly href: string; readonly label: string } | undefined
}

/** Draws an empty state. */
export const Empty = ({ icon, title, text, action }: EmptyProps): Html => html`<div class="empty">
${Icon(icon)}<p class="strong">${title}</p>
<p>${text}</p>
${action === undefined ? null : html`<p><a href="${action.href}">${action.label}</a></p>`}
</div>`
