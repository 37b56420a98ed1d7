import { type Child, type Html, html } from "../Html.ts"
import { Icon, type IconName } from "./Icon.ts"

/** How much a notice matters; shown by icon and border, and said by its title. */
type Tone = "info" | "success" | "warning" | "danger"

/** A message that stands out on a page, such as the commune's banner (S25) or what is still missing. */
export interface NoticeProps {
  readonly tone: Tone
  readonly title: string
  readonly body?: Child
  /** Spoken as soon as the page is there, for the outcome of what the reader has just done. */
  readonly announce?: boolean
}

const icons: Readonly<Record<Tone, IconName>> = { info: "info", success: "check", warning: "warning", danger: "stop" }

/** Draws a notice. */
export const Notice = ({ tone, title, body, announce }: NoticeProps): Html => {
  const inner = html`${Icon(icons[tone])}<div><p class="strong">${title}</p>${body}</div>`
  return announce === true
    ? html`<div class="notice ${tone}" role="status">${inner}</div>`
    : html`<div class="notice ${tone}">${inner}</div>`
}
