import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import * as Day from "../../src/Day.ts"
import { CellAction, CellState, NoAction } from "../../src/PlanningCell.ts"
import {
  actionName,
  cellSentence,
  dayMarkers,
  done,
  legend,
  stateHint,
  stateKey,
  stateName,
  until
} from "../../src/words/planning.ts"
import { whyNot } from "../../src/words/slots.ts"
import { isSentences, isTitle } from "./french.ts"

const states = CellState.members.flatMap(({ fields }): ReadonlyArray<CellState> => {
  const tag = fields._tag.schema.literal
  if (tag === "booked")
    return [
      { _tag: tag, origin: "request" },
      { _tag: tag, origin: "contract" }
    ]
  if (tag === "refused") return [{ _tag: tag, reason: "complet" }]
  return [tag === "closed" ? { _tag: tag, label: "Journée pédagogique" } : { _tag: tag }]
})
const day = Day.make("2015-04-06")

describe("laws of the words of a planning", () => {
  it("every state has its own name", () => {
    const names = states.map((state) => stateName(stateKey(state)))
    expect(new Set(names).size).toBe(16)
    for (const name of names) expect(name).toSatisfy(isTitle)
  })

  it("every state, action and reason makes whole sentences", () => {
    for (const state of states) {
      for (const action of CellAction.literals)
        expect(cellSentence("Cantine", day, { state, actions: [action], until: day })).toSatisfy(isSentences)
      for (const reason of NoAction.literals)
        expect(cellSentence("Cantine", day, { state, actions: [], reason })).toSatisfy(isSentences)
    }
    for (const reason of [...NoAction.literals, "otherAction" as const]) expect(whyNot(reason)).toSatisfy(isSentences)
  })

  it("every action says what it did, in the singular and the plural", () => {
    for (const action of CellAction.literals) {
      expect(actionName(action)).toSatisfy(isTitle)
      expect(done(action, 1)).toMatch(/ 1 jour\./)
      expect(done(action, 2)).toMatch(/ 2 jours\./)
    }
  })
})

describe("named words of a planning", () => {
  it("the legend has the guide's twelve statuses, spelled right (S96), then presence (S105-S107)", () => {
    expect(legend.map(({ name }) => name)).toEqual([
      "Réservé",
      "Erreur",
      "Congé",
      "Heure hors contrat",
      "Régulier",
      "Fermeture",
      "Absent facturé",
      "Demande en attente",
      "Absent excusé",
      "Réservation en cours de traitement",
      "Réservation refusée",
      "Absence en cours de traitement",
      "Présent comme réservé",
      "Présent sans réservation"
    ])
  })

  it("Easter Monday in the spring break is marked P and J (S97)", () => {
    expect(
      dayMarkers({ schoolBreak: { kind: "short", label: "Vacances de printemps" }, publicHoliday: "Lundi de Pâques" })
    ).toEqual([
      { letter: "P", label: "Vacances de printemps" },
      { letter: "J", label: "Lundi de Pâques" }
    ])
    expect(dayMarkers({ schoolBreak: { kind: "summer", label: "Été" } })).toEqual([{ letter: "G", label: "Été" }])
  })

  it("a limit is the evening before", () => {
    expect(until(Day.make("2015-04-05"))).toBe("jusqu'au dimanche 5 avril au soir")
  })

  it("a cell is said in full", () => {
    expect(
      cellSentence("Restauration scolaire", Day.make("2015-04-09"), {
        state: { _tag: "refused", reason: "complet" },
        actions: ["requestBooking"],
        until: Day.make("2015-04-08")
      })
    ).toBe(
      "Jeudi 9 avril 2015, Restauration scolaire\u00a0: Réservation refusée (complet). Demander une réservation jusqu'au mercredi 8 avril au soir."
    )
    expect(stateHint({ _tag: "waitlisted" })).toBe("liste d'attente")
  })

  it("covers the closed union of states", () => {
    expect(states.every((state) => Schema.is(CellState)(state))).toBe(true)
    expect(states.length).toBe(16)
  })
})
