import type { YearMonth } from "@portail-famille/core/Day"
import type { PlanningMonth, PlanningRow } from "@portail-famille/core/PlanningMonth"
import { month as monthName } from "@portail-famille/core/words/dates"
import { actionName, legend, markerNames, stateName } from "@portail-famille/core/words/planning"
import { planningOf } from "@portail-famille/core/words/record"
import { whyNot } from "@portail-famille/core/words/slots"
import type { PlanningWords } from "../../components/PlanningView.ts"

const constant: Omit<PlanningWords, "caption" | "howTo"> = {
  activity: "Structure",
  responsible: "Responsable",
  today: "aujourd'hui",
  gestures:
    "Clic droit, appui long ou touche Entrée sur une case\u00a0: ce qui est possible ce jour-là. Au clavier, les flèches vont de case en case, Espace coche, Maj étend le choix, Page précédente et Page suivante changent de mois.",
  key: "Légende",
  choose: "Aucun jour choisi",
  clear: "Tout décocher",
  menu: "Que voulez-vous faire\u00a0?",
  chosenOne: "1 jour choisi",
  chosenMany: "{n} jours choisis",
  partly: "({n} sur {of})",
  marks: [
    ...legend.map(({ key, name }) => ({ name: key === "contract" ? ("regular" as const) : key, label: name })),
    { name: "free", label: stateName("free") }
  ],
  letters: (["P", "G", "J"] as const).map((letter) => ({ letter, label: markerNames[letter] })),
  actions: (["requestBooking", "declareAbsence", "withdraw"] as const).map((action) => ({
    action,
    label: actionName(action),
    menuLabel: actionName(action)
  }))
}

/** The words of a child's month: the guide's legend and letters (S96, S97), and what can be done (S108, S109). */
export const gridWords = ({ child, month, groups }: PlanningMonth): PlanningWords => ({
  ...constant,
  caption: `${planningOf(child.firstName)}, ${monthName(month as YearMonth)}`,
  howTo: howTo(groups.flatMap(({ rows }) => rows))
})

/** What to do here, or why there is nothing to do in the whole month. */
const howTo = (rows: ReadonlyArray<PlanningRow>): string => {
  if (rows.some(({ cells }) => cells.some(({ actions }) => actions.length > 0)))
    return "Cochez un ou plusieurs jours, puis dites ce que vous souhaitez."
  return rows.some(({ cells }) => cells.some(({ reason }) => reason === "mayNotBook"))
    ? whyNot("mayNotBook")
    : "Ce mois se lit seulement\u00a0: les demandes se font pour les jours à venir."
}
