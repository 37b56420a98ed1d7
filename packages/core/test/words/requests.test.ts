import { DateTime } from "effect"
import { describe, expect, it } from "vitest"
import { AbsenceOutcome, AbsenceReason } from "../../src/Absence.ts"
import { ActivityId } from "../../src/Activity.ts"
import { ChildId } from "../../src/Child.ts"
import * as Day from "../../src/Day.ts"
import { type RequestState, RequestType } from "../../src/Request.ts"
import {
  confirmation,
  expectedCertificate,
  outcomeSentence,
  reasonChoices,
  reasonName
} from "../../src/words/absences.ts"
import { answerSentence, none, stateName, subjectLine, typeName } from "../../src/words/requests.ts"
import { isSentences, isTitle } from "./french.ts"

const at = DateTime.makeUnsafe("2015-04-02T08:00:00Z")
const on = Day.make("2015-04-02")
const states: ReadonlyArray<RequestState> = [
  { _tag: "Waiting" },
  { _tag: "Waitlisted", at },
  { _tag: "Accepted", at, outcome: null },
  ...AbsenceOutcome.literals.map((outcome) => ({ _tag: "Accepted" as const, at, outcome })),
  { _tag: "Refused", at, reason: "Le service est complet." },
  { _tag: "Withdrawn", at }
]
const subject = { childId: ChildId.make(1), activityId: ActivityId.make("cantine"), day: Day.make("2015-04-09") }

describe("laws of the words of requests", () => {
  it("every state is named, and its answer said in whole sentences", () => {
    for (const state of states) {
      expect(stateName(state._tag)).toSatisfy(isTitle)
      expect(answerSentence(state, state._tag === "Waiting" ? null : on)).toSatisfy(isSentences)
    }
    for (const type of RequestType.literals) expect(typeName(type)).toSatisfy(isTitle)
    for (const outcome of AbsenceOutcome.literals) expect(outcomeSentence(outcome)).toSatisfy(isSentences)
    expect(none).toSatisfy(isSentences)
    expect(confirmation).toSatisfy(isSentences)
  })

  it("every reason of an absence can be chosen", () => {
    expect(reasonChoices.map(({ tag }) => tag)).toEqual(
      AbsenceReason.members.map(({ fields }) => fields._tag.schema.literal)
    )
  })
})

describe("named requests", () => {
  it("a refusal gives its reason once stopped", () => {
    expect(answerSentence({ _tag: "Refused", at, reason: "Le service est complet." }, on)).toBe(
      "Refusée le jeudi 2 avril 2015. Motif\u00a0: Le service est complet."
    )
  })

  it("an absence says its reason", () => {
    expect(subjectLine({ _tag: "Absence", ...subject, reason: { _tag: "Medical" } }, "Cantine")).toBe(
      "Absence du jeudi 9 avril 2015, Cantine (raison médicale)"
    )
    expect(subjectLine({ _tag: "Booking", ...subject }, "Cantine")).toBe("Réservation du jeudi 9 avril 2015, Cantine")
    expect(reasonName({ _tag: "Other", text: "voyage" })).toBe("Autre raison\u00a0: voyage")
  })

  it("a medical absence says which paper is expected, until when, and what it does to the bill (S111)", () => {
    expect(expectedCertificate({ until: Day.make("2015-04-12") })).toBe(
      "Pièce attendue\u00a0: un certificat médical, à remettre à la mairie au plus tard le dimanche 12 avril 2015. Sans lui, l'absence peut être facturée."
    )
  })
})
