import type { CellState } from "@portail-famille/core/PlanningCell"
import { type Html, html, raw } from "../Html.ts"

/**
 * The marks of the planning, in families that read in black and white: booked is filled, asked is
 * dashed, refused is crossed, present is ticked, absent is hollow, a contract is square.
 */
const drawings = {
  requested: raw`<circle cx="10" cy="10" r="7" stroke-dasharray="3.4 2.1"/>`,
  waitlisted: raw`<circle cx="10" cy="10" r="7" stroke-dasharray="3.4 2.1"/><path d="M10 6.2V10l2.6 1.7"/>`,
  booked: raw`<circle cx="10" cy="10" r="7" fill="currentColor"/>`,
  regular: raw`<rect x="3" y="3" width="14" height="14" rx="2" fill="currentColor"/>`,
  refused: raw`<circle cx="10" cy="10" r="7"/><path d="m6.8 6.8 6.4 6.4M13.2 6.8l-6.4 6.4"/>`,
  absenceRequested: raw`<circle cx="10" cy="10" r="7" stroke-dasharray="3.4 2.1"/><path d="M6.5 10h7"/>`,
  absentExcused: raw`<circle cx="10" cy="10" r="7"/><path d="M6.5 10h7"/>`,
  absentBilled: raw`<circle cx="10" cy="10" r="7"/><path d="M13.2 7.3a3.7 3.7 0 1 0 0 5.4M5.8 9h4.4M5.8 11h4.4"/>`,
  attended: raw`<circle cx="10" cy="10" r="8" fill="currentColor"/><path class="cut" d="m6.2 10.3 2.6 2.6 5-5.5"/>`,
  attendedUnbooked: raw`<path class="bold" d="m3.5 10.8 4.3 4.2L16.5 5"/>`,
  contractLeave: raw`<rect x="3" y="3" width="14" height="14" rx="2"/><path d="M6.5 10h7"/>`,
  overtime: raw`<rect x="2.5" y="2.5" width="15" height="15" rx="2" fill="currentColor"/><path class="cut" d="M10 6v8M6 10h8"/>`,
  inconsistent: raw`<path d="M10 2.9 18 16.8H2zM10 8v4.2M10 14.3v.2"/>`
} satisfies Readonly<globalThis.Record<string, Html>>

/** A drawn mark; `closed` is drawn by its letter, `free` and `notOffered` by the ground alone. */
export type MarkName = keyof typeof drawings

/** Every mark by name, in the order of the key. */
export const markNames = Object.keys(drawings) as ReadonlyArray<MarkName>

/** The name under which a state is drawn: its tag, but what a contract books is `regular` (S96). */
export const stateName = (state: CellState): CellState["_tag"] | "regular" =>
  state._tag === "booked" && state.origin === "contract" ? "regular" : state._tag

/** Draws the mark of a state; the drawing itself stands once in the page, in `StateMarks`. */
export const StateMark = (name: CellState["_tag"] | "regular"): Html | null => uses[name] ?? null

/** The drawings that the marks of a page refer to. */
export const StateMarks = (names: ReadonlyArray<MarkName>): Html =>
  html`<svg class="hidden" aria-hidden="true">${names.map(
    (name) => html`<symbol id="m-${name}" viewBox="0 0 20 20">${drawings[name]}</symbol>`
  )}</svg>`

const uses: { readonly [name in CellState["_tag"] | "regular"]?: Html } = {
  ...(Object.fromEntries(
    markNames.map((name) => [name, html`<svg class="mark" aria-hidden="true"><use href="#m-${name}"/></svg>`])
  ) as globalThis.Record<MarkName, Html>),
  closed: raw`<b aria-hidden="true">F</b>`
}
