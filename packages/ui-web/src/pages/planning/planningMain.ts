import { addMonths, type YearMonth } from "@portail-famille/core/Day"
import type { PlanningMonth } from "@portail-famille/core/PlanningMonth"
import { capitalised, month } from "@portail-famille/core/words/dates"
import { unpublished } from "@portail-famille/core/words/planning"
import { planningOf } from "@portail-famille/core/words/record"
import { Empty } from "../../components/Empty.ts"
import { Icon } from "../../components/Icon.ts"
import { MonthNav } from "../../components/MonthNav.ts"
import { Notice } from "../../components/Notice.ts"
import { PlanningGrid } from "../../components/PlanningGrid.ts"
import { type Html, html } from "../../Html.ts"
import { gridWords } from "./gridWords.ts"
import { monthView } from "./monthView.ts"

/** What the planning page is drawn from. */
export interface PlanningPage {
  readonly planning: PlanningMonth
  /** The key of the next write, drawn for this page. */
  readonly key: string
  /** What the last gesture did, or why it did nothing. */
  readonly outcome?: Html | null | undefined
  /** The slots that stay ticked after a refusal. */
  readonly chosen?: ReadonlySet<string> | undefined
}

/** Where a child's planning stands. */
export const planningPath = (childId: number, yearMonth: string): string =>
  `/mes-enfants/${childId}/planning?mois=${yearMonth}`

/** The planning of a child in a month (S94-S109). */
export const planningMain = ({ planning, key, outcome, chosen }: PlanningPage): Html => {
  const { child } = planning
  const yearMonth = planning.month as YearMonth
  return html`<div class="heading"><h1>${planningOf(child.firstName)}</h1>
<a href="/mes-enfants">${Icon("children")} Tous mes enfants</a></div>
${outcome}
${MonthNav({
  label: "Mois du planning",
  month: capitalised(month(yearMonth)),
  previous: beside(child.id, yearMonth, -1),
  next: beside(child.id, yearMonth, 1)
})}
${planning.published ? null : Notice({ tone: "info", title: unpublished })}
${
  planning.groups.length === 0
    ? Empty({
        icon: "calendar",
        title: `${child.firstName} n'est inscrit à aucune activité ce mois-ci`,
        text: "Les inscriptions se font à la mairie. Dès qu'une activité est ouverte, ses jours s'affichent ici."
      })
    : PlanningGrid({
        view: monthView(planning),
        words: gridWords(planning),
        action: planningPath(child.id, yearMonth),
        hidden: [["cle", key]],
        chosen
      })
}`
}

/** The first and the last month that there is: nothing stands beyond them. */
const ends = ["1900-01", "2199-12"]

const beside = (childId: number, yearMonth: YearMonth, n: -1 | 1) => {
  if (yearMonth === ends[n === -1 ? 0 : 1]) return null
  const other = addMonths(yearMonth, n)
  const label = capitalised(month(other))
  return { href: planningPath(childId, other), label: sameYear(yearMonth, other) ? label.slice(0, -5) : label }
}

const sameYear = (a: YearMonth, b: YearMonth): boolean => a.slice(0, 4) === b.slice(0, 4)
