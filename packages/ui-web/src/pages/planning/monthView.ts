import * as Day from "@portail-famille/core/Day"
import type { PlanningDay, PlanningMonth, PlanningMonthCell } from "@portail-famille/core/PlanningMonth"
import * as dates from "@portail-famille/core/words/dates"
import * as words from "@portail-famille/core/words/planning"
import { whyNot } from "@portail-famille/core/words/slots"
import type { PlanningCellView, PlanningDayView, PlanningView } from "../../components/PlanningView.ts"
import { type Html, html } from "../../Html.ts"

/** A month as core decided it, in the words in which it is drawn (S94-S107). */
export const monthView = (planning: PlanningMonth): PlanningView => {
  const limits = new Map<Day.Day, Html>()
  return {
    month: dates.capitalised(dates.month(planning.month as Day.YearMonth)),
    days: planning.days.map(dayView),
    groups: planning.groups.map(({ facility, rows }) => ({
      facility: facility.label,
      rows: rows.map(({ activityId, label, payers, cells }) => ({
        activityId,
        label,
        responsible: payers.join(", "),
        cells: cells.map((cell) => cellView(cell, limits))
      }))
    }))
  }
}

interface DayWords extends Omit<PlanningDayView, "markers" | "isToday"> {}

/** The words of a day are the same in every planning; a month of them is made once. */
const dayWords = new Map<Day.Day, DayWords>()

const wordsOf = (day: Day.Day): DayWords => {
  const known = dayWords.get(day)
  if (known !== undefined) return known
  const weekday = Day.weekday(day)
  const made = {
    day,
    header: dates.columnHead(day),
    name: `${dates.weekdayName(weekday)} ${dates.dayAndMonth(day)}`,
    isWeekend: weekday === "SA" || weekday === "SU",
    isoWeek: Day.isoWeek(day)
  }
  // Any month can be asked for: what is remembered stays bounded.
  if (dayWords.size > 2_000) dayWords.clear()
  dayWords.set(day, made)
  return made
}

const dayView = (day: PlanningDay): PlanningDayView => {
  const { header, name, isWeekend, isoWeek } = wordsOf(day.day)
  const markers = words.dayMarkers(day)
  return { day: day.day, header, name, isWeekend, isoWeek, markers, isToday: day.today === true }
}

const cellView = (cell: PlanningMonthCell, limits: Map<Day.Day, Html>): PlanningCellView => {
  const { state, actions, until, reason } = cell
  const hint = stateHint(state)
  return {
    state,
    label: words.stateName(words.stateKey(state)),
    hint: until === undefined ? hint : withLimit(hint, limitOf(until, limits)),
    actions,
    // Where nothing takes place there is nothing to explain: most of the grid, and most of its bytes.
    refusal: reason === undefined || state._tag === "notOffered" ? null : whyNot(reason)
  }
}

const stateHint = (state: PlanningMonthCell["state"]): string | null => {
  const hint = words.stateHint(state)
  if (hint === "") return null
  const sentence = `${dates.capitalised(hint.replace(/[.\s]+$/u, ""))}.`
  return state._tag === "refused" ? `Motif\u00a0: ${sentence}` : sentence
}

const withLimit = (hint: string | null, limit: Html): Html => (hint === null ? limit : html`${hint} ${limit}`)

/** The cells of a day share its limit, which is escaped once. */
const limitOf = (until: Day.Day, limits: Map<Day.Day, Html>): Html => {
  const known = limits.get(until)
  if (known !== undefined) return known
  const made = html`Possible ${words.until(until)}.`
  limits.set(until, made)
  return made
}
