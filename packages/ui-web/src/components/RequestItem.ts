import { attributes, type Child, type Html, html } from "../Html.ts"
import { Icon, type IconName } from "./Icon.ts"

/** Where a request stands. */
type RequestStatus = "waiting" | "waitlisted" | "accepted" | "refused" | "withdrawn"

/** One request in the list (S130): what was asked, and each step with its date, the answer and its reason in full. */
export interface RequestItemProps {
  readonly status: RequestStatus
  readonly statusLabel: string
  readonly title: string
  readonly steps: ReadonlyArray<{
    readonly when: string
    readonly iso: string
    readonly what: string
    readonly detail?: string | undefined
  }>
  /** What can still be done, such as the form that withdraws. */
  readonly actions?: Child
}

const icons: Readonly<Record<RequestStatus, IconName>> = {
  waiting: "clock",
  waitlisted: "clock",
  accepted: "check",
  refused: "stop",
  withdrawn: "previous"
}

/** Draws a request as a short timeline. */
export const RequestItem = ({
  status,
  statusLabel,
  title,
  steps,
  actions
}: RequestItemProps): Html => html`<article class="request ${status}">
<h3>${title}</h3>
<p class="status">${Icon(icons[status])} ${statusLabel}</p>
<ol>${steps.map(
  ({ when, iso, what, detail }) =>
    html`<li><time${attributes({ datetime: iso })}>${when}</time> <span>${what}</span>${
      detail === undefined ? null : html`<blockquote>${detail}</blockquote>`
    }</li>`
)}</ol>
${actions}
</article>`
