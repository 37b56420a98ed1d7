import { type AbsenceReason, expectedProof } from "@portail-famille/core/Absence"
import { ChildId } from "@portail-famille/core/Child"
import { make, YearMonth } from "@portail-famille/core/Day"
import { EnrolmentId } from "@portail-famille/core/Enrolment"
import { PayerId } from "@portail-famille/core/Payer"
import type { PlanningFacts } from "@portail-famille/core/Planning"
import { planningMonth } from "@portail-famille/core/PlanningMonth"
import { planningSetting } from "@portail-famille/core/services/Communes"
import { examples, generators } from "@portail-famille/core/testing"
import { actionName } from "@portail-famille/core/words/planning"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readAbsence } from "../../src/pages/planning/absenceForm.ts"
import { absenceMain } from "../../src/pages/planning/absenceMain.ts"
import { monthView } from "../../src/pages/planning/monthView.ts"
import { planningMain } from "../../src/pages/planning/planningMain.ts"
import { readSlots, refusedIn, slotField } from "../../src/pages/planning/slots.ts"
import { faults } from "../wellFormed.ts"
import { guideCommune } from "./guide.ts"

const april = YearMonth.make("2015-04")

const monthOf = (facts: PlanningFacts, today = "2015-03-20", commune = examples.valclair, month = april) =>
  planningMonth(
    facts,
    {
      ...planningSetting(commune, facts.communeDays),
      facilities: commune.facilities,
      payerNames: () => ["JEAN <b>DUPONT</b>"]
    },
    month,
    { today: make(today), mayBook: true }
  )

/** Enrolled in all nine activities, as in the guide. */
const lea: PlanningFacts = {
  child: { id: ChildId.make(1), firstName: "LÉA <i>", lastName: "DUPONT", birthDay: make("2007-06-12") },
  links: [],
  enrolments: guideCommune.activities.map(({ id }, i) => ({
    id: EnrolmentId.make(i + 1),
    childId: ChildId.make(1),
    activityId: id,
    payerId: PayerId.make(1),
    from: make("2014-09-01"),
    until: null,
    contract: null
  })),
  closures: [],
  communeDays: [],
  bookings: [],
  openRequests: []
}
const guide = monthOf(lea, "2015-03-20", guideCommune)
const page = planningMain({ planning: guide, key: "k" }).value

describe("any month", () => {
  it("is drawn well formed, each action as a box, each cell in words, each refusal with its reason", () => {
    fc.assert(
      fc.property(generators.planningFacts, generators.day, (facts, today) => {
        const planning = monthOf(facts, today)
        const drawn = planningMain({ planning, key: "k" }).value
        expect(faults(drawn)).toEqual([])
        const cells = planning.groups.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
        expect(drawn.split('name="slot"').length - 1).toBe(cells.filter(({ actions }) => actions.length > 0).length)
        for (const { cells } of monthView(planning).groups.flatMap(({ rows }) => rows))
          for (const { state, label, actions, refusal } of cells) {
            expect(label).not.toBe("")
            expect(refusal === null).toBe(actions.length > 0 || state._tag === "notOffered")
          }
      }),
      { numRuns: 40 }
    )
  })
})

describe("the guide's month of April 2015", () => {
  const column = (day: number) => guide.groups.flatMap(({ rows }) => rows.map(({ cells }) => cells[day - 1]))

  it("begins with Me 01, ends with Je 30, and is named", () => {
    const { days, month } = monthView(guide)
    expect([days[0]?.header, days.at(-1)?.header, month]).toEqual(["Me 01", "Je 30", "Avril 2015"])
    expect(page).toContain("<h2>Avril 2015</h2>")
  })

  it("draws Easter Monday F under a J in every row", () => {
    expect(monthView(guide).days[5]?.markers).toEqual([{ letter: "J", label: "Lundi de Pâques" }])
    expect(column(6)).toHaveLength(9)
    expect(column(6).map((cell) => cell?.state)).toEqual(Array(9).fill({ _tag: "closed", label: "Lundi de Pâques" }))
    expect(page.match(/<td class="closed"[^>]*><b aria-hidden="true">F<\/b>/g)).toHaveLength(9)
  })

  it("marks the break P from the 11th to the 26th", () => {
    const marked = monthView(guide).days.flatMap(({ markers, day }) =>
      markers.some((m) => m.letter === "P") ? day : []
    )
    expect([marked[0], marked.at(-1), marked.length]).toEqual(["2015-04-11", "2015-04-26", 16])
  })

  it("shows the payer once, nine rows with two of one label, and nothing of a name as markup", () => {
    expect(page.split("JEAN &lt;b&gt;DUPONT").length).toBe(2)
    expect(page.match(/<th scope="row">Garderie périscolaire<\/th>/g)).toHaveLength(2)
    expect(page.match(/<th scope="row">/g)).toHaveLength(9)
    expect(page).toContain("Planning de LÉA &lt;i&gt;")
  })

  it("says the last day of an action", () => {
    expect(page).toContain("jeudi 9 avril : Libre. Possible jusqu&#39;au mercredi 8 avril au soir.")
  })

  it("leads to the months beside it, and says where no calendar is published", () => {
    expect(page).toContain('<a rel="prev" href="/mes-enfants/1/planning?mois=2015-03">')
    expect(page).toContain('<a rel="next" href="/mes-enfants/1/planning?mois=2015-05">')
    expect(page).not.toContain("n&#39;est pas encore publié")
    const far = monthOf(lea, "2015-03-20", guideCommune, YearMonth.make("2199-12"))
    const last = planningMain({ planning: far, key: "k" }).value
    expect(last).toContain("n&#39;est pas encore publié")
    expect(last).not.toContain('rel="next"')
    const early = monthOf(lea, "2015-03-20", guideCommune, YearMonth.make("1900-01"))
    expect(planningMain({ planning: early, key: "k" }).value).not.toContain('rel="prev"')
  })

  it("keeps ticked what was chosen", () => {
    const drawn = planningMain({ planning: guide, key: "k", chosen: new Set(["cantine|2015-04-09"]) }).value
    expect(drawn.match(/ checked>/g)).toHaveLength(1)
    expect(drawn).toContain('value="cantine|2015-04-09" checked>')
  })
})

describe("the slots of a form", () => {
  it("are read as they were drawn", () => {
    const drawn = [...page.matchAll(/name="slot" value="([^"]*)"/g)].map(([, value]) => value as string)
    const said = readSlots(drawn)
    expect(said._tag === "Slots" && said.slots.map(slotField)).toEqual(drawn)
    expect(said._tag === "Slots" && refusedIn(guide, said.slots, "requestBooking")).toBeNull()
  })

  it.each([
    [[], "Aucun jour n'est choisi."],
    [["cantine|2015-02-31"], "n'existe pas dans le calendrier"],
    [["cantine"], "n'existe pas dans le calendrier"],
    [["<script>|2015-04-09"], "activités choisies n'existe pas"],
    [Array(401).fill("cantine|2015-04-09"), "400 jours au plus"]
  ])("that are unfit are told: %#", (fields, sentence) => {
    const said = readSlots(fields)
    expect(said._tag === "Unfit" && said.message).toContain(sentence)
  })

  it("are refused with the reason that the month shows", () => {
    const said = readSlots(["cantine|2015-04-06", "cantine|2015-04-09", "cantine|2015-05-07", "inconnue|2015-04-09"])
    const refused = said._tag === "Slots" ? refusedIn(guide, said.slots, "declareAbsence") : null
    expect(refused?.refusals.map(({ reason }) => reason)).toEqual(["closed", "otherAction", "notOffered", "notOffered"])
  })
})

describe("the page of an absence", () => {
  const draw = (props: Partial<Parameters<typeof absenceMain>[0]> = {}) =>
    absenceMain({
      commune: { ...guideCommune, id: 1 as never },
      child: { id: 1, firstName: "LÉA" },
      month: "2015-04",
      slots: [
        { activityId: "cantine" as never, day: make("2015-04-10") },
        { activityId: "cantine" as never, day: make("2015-04-09") }
      ],
      key: "k",
      ...props
    }).value

  it("lists the days in order, asks for a reason and a confirmation, and tells which paper is expected", () => {
    const drawn = draw()
    expect(faults(drawn)).toEqual([])
    expect(drawn).toContain("jeudi 9 avril 2015, vendredi 10 avril 2015")
    const medical: AbsenceReason = { _tag: "Medical" }
    expect(expectedProof(medical, make("2015-04-09"), guideCommune.certificateDays)?.until).toBe("2015-04-14")
    expect(drawn).toContain("Pièce attendue\u00a0: un certificat médical")
    expect(drawn).toContain("mardi 14 avril 2015")
  })

  it("tells all that is missing at once, and keeps what was typed", () => {
    const said = readAbsence(new URLSearchParams({ motif: "Other", precision: "  " }))
    if (said._tag !== "Faults") throw new Error("it was taken")
    const drawn = draw({ typed: { ...said.typed, text: "<b>gardé</b>" }, faults: said.faults })
    expect(faults(drawn)).toEqual([])
    expect(said.faults.map(({ field }) => field)).toEqual(["precision", "confirme"])
    expect(drawn).toContain('value="Other" checked')
    expect(drawn).toContain("&lt;b&gt;gardé&lt;/b&gt;")
  })

  it("takes each reason when it is confirmed", () => {
    fc.assert(
      fc.property(generators.absenceReason, (reason) => {
        const text = reason._tag === "Other" ? reason.text.trim() : ""
        fc.pre(reason._tag !== "Other" || text !== "")
        const form = new URLSearchParams({ motif: reason._tag, precision: text, confirme: "oui" })
        const said = readAbsence(form)
        expect(said).toEqual({ _tag: "Reason", reason: reason._tag === "Other" ? { ...reason, text } : reason })
        form.delete("confirme")
        expect(readAbsence(form)._tag).toBe("Faults")
      })
    )
  })

  it.each([
    ["Nothing", "", "motif"],
    ["Other", "a\u0000b", "precision"],
    ["Other", "x".repeat(301), "precision"]
  ])("refuses %s %#", (motif, precision, field) => {
    const said = readAbsence(new URLSearchParams({ motif, precision, confirme: "oui" }))
    expect(said._tag === "Faults" && said.faults.map((fault) => fault.field)).toEqual([field])
  })
})

it("offers the three gestures of the guide by their buttons (S109)", () => {
  for (const action of ["requestBooking", "declareAbsence", "withdraw"] as const)
    expect(page).toContain(`value="${action}" data-menu="${actionName(action)}"`)
})
