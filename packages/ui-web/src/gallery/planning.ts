import * as Day from "@portail-famille/core/Day"
import type { CellAction, CellState } from "@portail-famille/core/PlanningCell"
import * as dates from "@portail-famille/core/words/dates"
import type { PlanningCellView, PlanningDayView, PlanningView, PlanningWords } from "../components/PlanningView.ts"

/** The words of the planning as Chênex has them. */
export const planningWords: PlanningWords = {
  caption: "Planning de Léa, avril 2015",
  activity: "Structure",
  responsible: "Responsable",
  today: "aujourd'hui",
  howTo: "Cochez un ou plusieurs jours, puis dites ce que vous souhaitez.",
  gestures:
    "Clic droit, appui long ou touche Entrée sur une case : ce qui est possible ce jour-là. Au clavier, les flèches vont de case en case et Maj étend le choix.",
  key: "Légende",
  choose: "Aucun jour choisi",
  clear: "Tout décocher",
  menu: "Que voulez-vous faire ?",
  chosenOne: "1 jour choisi",
  chosenMany: "{n} jours choisis",
  partly: "({n} sur {of})",
  marks: [
    { name: "booked", label: "Réservé" },
    { name: "regular", label: "Régulier" },
    { name: "requested", label: "Réservation en cours de traitement" },
    { name: "waitlisted", label: "Demande en attente" },
    { name: "refused", label: "Réservation refusée" },
    { name: "attended", label: "Présent, jour réservé" },
    { name: "attendedUnbooked", label: "Présent sans réservation" },
    { name: "absenceRequested", label: "Absence en cours de traitement" },
    { name: "absentExcused", label: "Absent excusé" },
    { name: "absentBilled", label: "Absent facturé" },
    { name: "contractLeave", label: "Congé" },
    { name: "overtime", label: "Heure hors contrat" },
    { name: "closed", label: "Fermeture" },
    { name: "inconsistent", label: "Erreur" },
    { name: "free", label: "Libre" }
  ],
  letters: [
    { letter: "P", label: "Petites vacances" },
    { letter: "G", label: "Grandes vacances" },
    { letter: "J", label: "Jour férié" }
  ],
  actions: [
    { action: "requestBooking", label: "Demander une réservation", menuLabel: "Demande de réservation" },
    { action: "declareAbsence", label: "Déclarer une absence", menuLabel: "Déclarer une absence" },
    { action: "withdraw", label: "Retirer la demande", menuLabel: "Retirer la demande" }
  ]
}

const today = Day.make("2015-04-08")
const april = Day.days("2015-04" as Day.YearMonth)

const dayView = (day: Day.Day): PlanningDayView => {
  const weekday = Day.weekday(day)
  return {
    day,
    header: dates.columnHead(day),
    name: `${dates.weekdayName(weekday)} ${dates.dayAndMonth(day)}`,
    markers:
      day === "2015-04-06"
        ? [{ letter: "J", label: "Lundi de Pâques" }]
        : day >= "2015-04-11" && day <= "2015-04-26"
          ? [{ letter: "P", label: "vacances de printemps" }]
          : [],
    isToday: day === today,
    isWeekend: weekday === "SA" || weekday === "SU",
    isoWeek: Day.isoWeek(day)
  }
}

const label = (state: CellState): string =>
  planningWords.marks.find(
    ({ name }) => name === (state._tag === "booked" && state.origin === "contract" ? "regular" : state._tag)
  )?.label ?? "Non proposé"

const actionsOf: { readonly [tag in CellState["_tag"]]?: CellAction } = {
  free: "requestBooking",
  refused: "requestBooking",
  booked: "declareAbsence",
  requested: "withdraw",
  waitlisted: "withdraw",
  absenceRequested: "withdraw"
}

/** A cell of a family that may act on every day after today. */
const cell = (day: Day.Day, state: CellState): PlanningCellView => {
  const action = day > today ? actionsOf[state._tag] : undefined
  return {
    state,
    label: state._tag === "closed" ? `Fermé : ${state.label}` : label(state),
    hint:
      state._tag === "refused"
        ? `Motif : ${state.reason}`
        : action === undefined || action === "withdraw"
          ? null
          : `Possible jusqu'au ${dates.dayAndMonth(Day.addDays(day, -1))}.`,
    actions: action === undefined ? [] : [action],
    refusal:
      action !== undefined || state._tag === "notOffered"
        ? null
        : state._tag === "closed"
          ? "L'activité est fermée ce jour-là."
          : day <= today
            ? "Ce jour est passé. Vous pouvez encore appeler la mairie au 04 50 04 30 53."
            : "La commune a déjà répondu pour ce jour."
  }
}

type Weekdays = ReadonlyArray<Day.Weekday>
const school: Weekdays = ["MO", "TU", "TH", "FR"]

const row = (
  activityId: string,
  name: string,
  weekdays: Weekdays,
  inHolidays: boolean,
  states: { readonly [day: string]: CellState } = {}
): PlanningView["groups"][number]["rows"][number] => ({
  activityId,
  label: name,
  responsible: "DUPONT JEAN",
  cells: april.map((day) => {
    const holidays = day >= "2015-04-11" && day <= "2015-04-26"
    const offered = weekdays.includes(Day.weekday(day)) && holidays === inHolidays
    const otherwise: CellState =
      day === "2015-04-06" ? { _tag: "closed", label: "Lundi de Pâques" } : { _tag: offered ? "free" : "notOffered" }
    return cell(day, states[day.slice(8)] ?? otherwise)
  })
})

/** A month in which every state stands once at least, so that all of them can be looked at together. */
export const planningView: PlanningView = {
  month: "Avril 2015",
  days: april.map(dayView),
  groups: [
    {
      facility: "Accueil de Loisirs",
      rows: [
        row("1", "ALSH Mercredi après-midi", ["WE"], false, {
          "08": { _tag: "attended" },
          "29": { _tag: "requested" }
        }),
        row("2", "ALSH Mercredi journée", ["WE"], false, {
          "01": { _tag: "attendedUnbooked" },
          "29": { _tag: "waitlisted" }
        }),
        row("3", "ALSH Vacances après-midi", ["MO", "TU", "WE", "TH", "FR"], true),
        row("4", "ALSH Vacances journée", ["MO", "TU", "WE", "TH", "FR"], true, {
          "13": { _tag: "booked", origin: "request" },
          "14": { _tag: "booked", origin: "request" },
          "15": { _tag: "absenceRequested" },
          "16": { _tag: "booked", origin: "request" },
          "17": { _tag: "refused", reason: "Plus de place ce jour-là." },
          "22": { _tag: "inconsistent" }
        }),
        row("5", "ALSH Vacances matin", ["MO", "TU", "WE", "TH", "FR"], true)
      ]
    },
    {
      facility: "École de Chênex",
      rows: [
        row("6", "Garderie périscolaire", school, false, {
          "02": { _tag: "attended" },
          "03": { _tag: "absentBilled" },
          "07": { _tag: "absentExcused" }
        }),
        row("7", "Garderie matin", school, false, {
          "02": { _tag: "contractLeave" },
          "03": { _tag: "overtime" },
          "07": { _tag: "attended" },
          "09": { _tag: "booked", origin: "contract" },
          "10": { _tag: "booked", origin: "contract" },
          "27": { _tag: "booked", origin: "contract" },
          "28": { _tag: "booked", origin: "contract" },
          "30": { _tag: "booked", origin: "contract" }
        }),
        row("8", "Garderie périscolaire", school, false),
        row("9", "Restauration scolaire", school, false, {
          "02": { _tag: "attended" },
          "03": { _tag: "attended" },
          "07": { _tag: "absentBilled" },
          "09": { _tag: "booked", origin: "request" },
          "10": { _tag: "requested" },
          "27": { _tag: "booked", origin: "request" },
          "28": { _tag: "booked", origin: "request" },
          "30": { _tag: "absentExcused" }
        })
      ]
    }
  ]
}
