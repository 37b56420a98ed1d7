import type { YearMonth } from "@portail-famille/core/Day"
import { month } from "@portail-famille/core/words/dates"
import { actionName, legend, markerNames, stateName } from "@portail-famille/core/words/planning"
import type { PlanningWords } from "../../components/PlanningView.ts"

const constant: Omit<PlanningWords, "caption"> = {
  activity: "Structure",
  responsible: "Responsable",
  today: "aujourd'hui",
  howTo: "Cochez un ou plusieurs jours, puis dites ce que vous souhaitez.",
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
export const gridWords = (firstName: string, yearMonth: YearMonth): PlanningWords => ({
  ...constant,
  caption: `Planning de ${firstName}, ${month(yearMonth)}`
})
