import { globSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ActivityId } from "../../src/Activity.ts"
import { CommuneRefused } from "../../src/Commune.ts"
import * as Day from "../../src/Day.ts"
import type { BrokenRule } from "../../src/Password.ts"
import { SlotsRefused } from "../../src/PlanningGesture.ts"
import { NotFound } from "../../src/services/Families.ts"
import { PasswordRefused } from "../../src/services/Passwords.ts"
import { TooManyAttempts } from "../../src/Throttle.ts"
import { type Problem, problemOf, spokenTags } from "../../src/words/problems.ts"
import { isSentences, isTitle } from "./french.ts"

const core = fileURLToPath(new URL("../../src", import.meta.url))
const thrown = globSync(["*.ts", "services/*.ts"], { cwd: core }).flatMap((file) =>
  [...readFileSync(`${core}/${file}`, "utf8").matchAll(/TaggedError<\w+>\(\)\("(\w+)"/g)].map(
    ([, tag]) => tag as string
  )
)

const wellSaid = ({ title, detail }: Problem) => {
  expect(title).toSatisfy(isTitle)
  expect(detail).toSatisfy(isSentences)
}

const day = fc.integer({ min: 0, max: 40_000 }).map(Day.fromEpochDay)
const reason = fc.constantFrom(
  ...(["past", "closed", "notOffered", "mayNotBook", "decided", "attended", "inconsistent", "otherAction"] as const)
)
const refusals = fc.array(fc.record({ day, reason }), { minLength: 1, maxLength: 12 })

describe("laws of problems", () => {
  it("every refusal of the core has words; a letter not handed over is told to staff by its reason alone", () => {
    expect(thrown.length).toBeGreaterThan(20)
    expect(thrown.filter((tag) => tag !== "NotHandedOver").toSorted()).toEqual([...spokenTags].toSorted())
  })

  it("any set of refused days is told in whole sentences, each reason once", () => {
    fc.assert(
      fc.property(refusals, (those) => {
        const [first, ...rest] = those.map(({ day, reason }) => ({
          slot: { activityId: ActivityId.make("cantine"), day },
          reason
        }))
        if (first === undefined) return
        const problem = problemOf(new SlotsRefused({ refusals: [first, ...rest] }))
        wellSaid(problem)
        expect(problem.detail.split(". ").length).toBe(
          new Set(those.map(({ reason }) => reason)).size + extra(those) + 1
        )
      })
    )
  })

  it("any wait is told, in seconds or minutes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seconds) => {
        const problem = problemOf(new TooManyAttempts({ seconds }))
        wellSaid(problem)
        const [, n, unit] = /Attendez (\d+)\u00a0(seconde|minute)/.exec(problem.detail) ?? []
        expect(Number(n) * (unit === "minute" ? 60 : 1)).toBeGreaterThanOrEqual(seconds)
      })
    )
  })
})

/** Some reasons are themselves two sentences. */
const extra = (those: ReadonlyArray<{ readonly reason: string }>) =>
  ["decided", "inconsistent"].filter((two) => those.some(({ reason }) => reason === two)).length

describe("named problems", () => {
  it.each(NotFound.fields.what.literals)("%s not found", (what) => {
    wellSaid(problemOf(new NotFound({ what })))
  })

  it("says why days are refused", () => {
    const activityId = ActivityId.make("cantine")
    const detail = problemOf(
      new SlotsRefused({
        refusals: [
          { slot: { activityId, day: Day.make("2015-04-06") }, reason: "closed" },
          { slot: { activityId, day: Day.make("2015-04-01") }, reason: "past" },
          { slot: { activityId, day: Day.make("2015-04-02") }, reason: "past" }
        ]
      })
    ).detail
    expect(detail).toBe(
      "Lundi 6 avril 2015\u00a0: l'activité est fermée ce jour-là. Mercredi 1er avril 2015, jeudi 2 avril 2015\u00a0: trop tard, les demandes se font au plus tard la veille. Retirez ces jours de votre choix et recommencez."
    )
  })

  it("tells all broken rules at once, and never the name in the password", () => {
    const broken: [BrokenRule, ...Array<BrokenRule>] = [
      { _tag: "TooShort", min: 8 },
      { _tag: "ContainsName", name: "JEAN" },
      { _tag: "ContainsName", name: "DUPONT" }
    ]
    const { detail } = problemOf(new PasswordRefused({ broken }))
    expect(detail).toBe("Il faut au moins 8 caractères. Il ne doit contenir ni votre nom ni votre prénom.")
  })

  it("tells every contradiction of a commune's file", () => {
    const { detail } = problemOf(
      new CommuneRefused({
        problems: [
          { _tag: "unknownFacility", id: "cantine" },
          { _tag: "duplicatePrefix", id: "AL" }
        ]
      })
    )
    expect(detail).toContain("cantine")
    expect(detail).toContain("AL")
    expect(detail).toSatisfy(isSentences)
  })
})
