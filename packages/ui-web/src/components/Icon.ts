import { type Html, html, raw } from "../Html.ts"

const drawings = {
  home: raw`<path d="M3 9.2 10 3l7 6.2M5 8v9h10V8M8.3 17v-4.6h3.4V17"/>`,
  account: raw`<circle cx="10" cy="6.6" r="3.3"/><path d="M3.6 17c.5-3.6 3-5.3 6.4-5.3s5.9 1.7 6.4 5.3"/>`,
  children: raw`<circle cx="6.6" cy="6" r="2.7"/><circle cx="14" cy="9" r="2.1"/><path d="M1.8 16.8c.3-3.5 2-5.3 4.8-5.3 2 0 3.5 1 4.2 2.8M10.3 16.8c.3-2.3 1.6-3.4 3.7-3.4s3.7 1.1 4.2 3.4"/>`,
  statement: raw`<path d="M4 2.8h12v14.5l-2-1.3-2 1.3-2-1.3-2 1.3-2-1.3-2 1.3zM7 7h6M7 10.5h6"/>`,
  inbox: raw`<path d="M2.5 4.5h15v11h-15zM2.8 5l7.2 6 7.2-6"/>`,
  requests: raw`<path d="M8 4.8h9M8 10h9M8 15.2h9M2.6 4.8l1 1 1.9-2M2.6 10l1 1 1.9-2M3 15.2h2"/>`,
  exit: raw`<path d="M8.5 3H3.5v14h5M8 10h9M13.5 6.3 17.2 10l-3.7 3.7"/>`,
  lock: raw`<path d="M4.5 9h11v8h-11zM6.8 9V6.2a3.2 3.2 0 0 1 6.4 0V9"/>`,
  info: raw`<circle cx="10" cy="10" r="7.3"/><path d="M10 9.2v4.6M10 6.2v.3"/>`,
  check: raw`<circle cx="10" cy="10" r="7.3"/><path d="m6.6 10.2 2.4 2.4 4.5-4.9"/>`,
  warning: raw`<path d="M10 2.9 18 16.8H2zM10 8v4.2M10 14.3v.2"/>`,
  stop: raw`<circle cx="10" cy="10" r="7.3"/><path d="m7.3 7.3 5.4 5.4M12.7 7.3l-5.4 5.4"/>`,
  clock: raw`<circle cx="10" cy="10" r="7.3"/><path d="M10 5.8V10l2.9 1.9"/>`,
  previous: raw`<path d="M12.5 4 6.5 10l6 6"/>`,
  next: raw`<path d="m7.5 4 6 6-6 6"/>`,
  calendar: raw`<path d="M3 4.5h14V17H3zM3 8.5h14M7 2.5v3.5M13 2.5v3.5"/>`,
  document: raw`<path d="M5 2.5h6.5L15.5 6.5v11H5zM11.3 2.7v4h4"/>`,
  print: raw`<path d="M5.5 7.5v-5h9v5M5.5 14h-3V7.5h15V14h-3M5.5 11.8h9v5.7h-9z"/>`,
  phone: raw`<path d="M6.8 2.8 3.8 4c-.5 6.6 5.6 12.7 12.2 12.2l1.2-3-3.7-2-1.7 1.5c-1.9-.8-3.7-2.6-4.5-4.5l1.5-1.7z"/>`,
  wallet: raw`<path d="M3 6.5V15a1.8 1.8 0 0 0 1.8 1.8H17V6.5zm0 0C3 4.8 4.2 4 5.5 4H15v2.5M13.6 11.6h.2"/>`
} satisfies Readonly<Record<string, Html>>

/** The icons of the portal, drawn for it: 20 px on a line of 1.75 px. */
export type IconName = keyof typeof drawings

/** Every icon by name, for the gallery. */
export const iconNames = Object.keys(drawings) as ReadonlyArray<IconName>

/** An icon; it says nothing to a screen reader, so it always stands beside its word. */
export const Icon = (name: IconName): Html =>
  html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true">${drawings[name]}</svg>`
