import { type Html, html } from "../Html.ts"
import { Icon } from "./Icon.ts"

/** The way from month to month (S94); `null` at the ends of what is published. */
export interface MonthNavProps {
  readonly label: string
  readonly month: string
  readonly previous: { readonly href: string; readonly label: string } | null
  readonly next: { readonly href: string; readonly label: string } | null
}

/** Draws the month between its two arrows; the planning's script follows the same links by Page Up and Page Down. */
export const MonthNav = ({
  label,
  month,
  previous,
  next
}: MonthNavProps): Html => html`<nav class="month" aria-label="${label}">
${previous === null ? html`<span></span>` : html`<a rel="prev" href="${previous.href}">${Icon("previous")} ${previous.label}</a>`}
<h2>${month}</h2>
${next === null ? html`<span></span>` : html`<a rel="next" href="${next.href}">${next.label} ${Icon("next")}</a>`}
</nav>`
