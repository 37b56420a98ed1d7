import type { CellAction, CellState } from "@portail-famille/core/PlanningCell"
import type { Html } from "../Html.ts"

/** The letters of the guide's header: short break, summer break, public holiday, closure (S97, S102). */
type MarkerLetter = "P" | "G" | "J" | "F"

/** One day of the month as its column shows it. */
export interface PlanningDayView {
  /** YYYY-MM-DD. */
  readonly day: string
  /** Two letters and two figures, "Me 01" (S99). */
  readonly header: string
  /** The day in words, "mercredi 1er avril". */
  readonly name: string
  readonly markers: ReadonlyArray<{ readonly letter: MarkerLetter; readonly label: string }>
  readonly isToday: boolean
  readonly isWeekend: boolean
  readonly isoWeek: number
}

/** One cell, decided by core; the page only draws it. */
export interface PlanningCellView {
  readonly state: CellState
  /** The state in words. */
  readonly label: string
  /** What more there is to know: a reason, a limit; whole sentences. Drawn already where many cells share it. */
  readonly hint: Html | string | null
  readonly actions: ReadonlyArray<CellAction>
  /** Why nothing can be done here; `null` where something can, or where there is nothing to say. */
  readonly refusal: string | null
}

/** One activity of the child; two rows may carry the same label (S100). */
export interface PlanningRowView {
  readonly activityId: string
  readonly label: string
  /** The adult to whom the line belongs (S101). */
  readonly responsible: string
  /** As many as the month has days. */
  readonly cells: ReadonlyArray<PlanningCellView>
}

/** A month of one child's planning, ready to be drawn. */
export interface PlanningView {
  /** "Avril 2015". */
  readonly month: string
  readonly days: ReadonlyArray<PlanningDayView>
  readonly groups: ReadonlyArray<{ readonly facility: string; readonly rows: ReadonlyArray<PlanningRowView> }>
}

/** The words of the grid, its key and its bar, in the commune's language. */
export interface PlanningWords {
  readonly caption: string
  readonly activity: string
  readonly responsible: string
  readonly today: string
  /** What to do, in one sentence over the grid. */
  readonly howTo: string
  /** The ways to do it by mouse, touch and keyboard, under the key. */
  readonly gestures: string
  readonly key: string
  readonly choose: string
  readonly clear: string
  readonly menu: string
  /** Counted by the script: `{n}` is the number of chosen slots, `{of}` how many of them take an action. */
  readonly chosenOne: string
  readonly chosenMany: string
  readonly partly: string
  readonly marks: ReadonlyArray<{ readonly name: CellState["_tag"] | "regular"; readonly label: string }>
  readonly letters: ReadonlyArray<{ readonly letter: MarkerLetter; readonly label: string }>
  readonly actions: ReadonlyArray<{ readonly action: CellAction; readonly label: string; readonly menuLabel: string }>
}
