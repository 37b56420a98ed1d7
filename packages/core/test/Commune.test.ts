import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { Commune, refusal } from "../src/Commune.ts"
import { FacilityId } from "../src/Facility.ts"
import { examples } from "../src/testing/index.ts"

const { valclair } = examples

describe("a commune's document", () => {
  it.each([valclair, examples.belleroche])("$name is written and read back the same", (commune) => {
    const text = JSON.stringify(Schema.encodeSync(Commune)(commune))
    expect(Schema.decodeUnknownSync(Commune)(JSON.parse(text))).toEqual(commune)
    expect(refusal(commune)).toBeNull()
  })

  it("may give two activities the same label (S100)", () => {
    const labels = valclair.activities.map(({ label }) => label)
    expect(new Set(labels).size).toBeLessThan(labels.length)
  })

  it("tells all that contradicts itself at once", () => {
    const [activity] = valclair.activities
    const [office] = valclair.collectionOffices
    const [facility] = valclair.facilities
    const contradictory: Commune = {
      ...valclair,
      facilities: [...valclair.facilities, facility],
      activities: [...valclair.activities, { ...activity, facilityId: FacilityId.make("piscine") }],
      collectionOffices: [...valclair.collectionOffices, office]
    }
    expect(refusal(contradictory)?.problems).toEqual([
      { _tag: "unknownFacility", id: "cantine" },
      { _tag: "duplicateFacility", id: "restaurant" },
      { _tag: "duplicateActivity", id: "cantine" },
      { _tag: "duplicateOffice", id: "garderie" },
      { _tag: "duplicatePrefix", id: "AL" }
    ])
  })

  it.each([
    { hosts: [] },
    { hosts: ["Valclair.test"] },
    { hosts: ["valclair.test:3000"] },
    { timeZone: "+02:00" },
    { site: { home: "javascript:alert(1)", origin: null } },
    { site: { home: "https://user@valclair.test/", origin: null } },
    { department: { code: "1", name: "AIN" } },
    { activities: [] }
  ])("is refused with %j", (part) => {
    const document = { ...Schema.encodeSync(Commune)(valclair), ...part }
    expect(Schema.is(Commune)(document)).toBe(false)
  })
})
