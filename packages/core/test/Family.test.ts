import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Adult, AdultId } from "../src/Adult.ts"
import { ChildId, ParentalAuthority } from "../src/Child.ts"
import { childrenOf, type FamilyFile, FamilyId, fullName, viewOf } from "../src/Family.ts"
import { examples } from "../src/testing/index.ts"

const adult = (n: number, protected_ = false): Adult => ({
  ...examples.father,
  id: AdultId.make(n),
  protected: protected_
})
const flags = fc.record({ active: fc.boolean(), protected_: fc.boolean() })

describe("laws of what adults see of each other", () => {
  it("one's own record is always whole", () => {
    fc.assert(
      fc.property(flags, ({ active, protected_ }) => {
        const own = adult(1, protected_)
        expect(viewOf(own.id, { adult: own, hasActiveLogin: active })).toEqual({ _tag: "Whole", adult: own })
      })
    )
  })

  it("another's contact fields are shown while their login is not active and staff do not protect them", () => {
    fc.assert(
      fc.property(flags, ({ active, protected_ }) => {
        const view = viewOf(AdultId.make(1), { adult: adult(2, protected_), hasActiveLogin: active })
        expect(view._tag).toBe(active || protected_ ? "NameOnly" : "Whole")
        if (view._tag === "NameOnly")
          expect(view).toEqual({
            _tag: "NameOnly",
            id: 2,
            firstName: "PAUL",
            lastName: "MARTIN",
            relationship: "father"
          })
      })
    )
  })

  it("an adult sees the children over whom they have authority, and no others", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom(...ParentalAuthority.literals))), (authorities) => {
        const children = authorities.map((_, i) => ({ ...examples.child, id: ChildId.make(i + 1) }))
        const file: FamilyFile = {
          id: FamilyId.make(1),
          number: examples.familyNumber,
          adults: [],
          children,
          links: authorities.flatMap((authority, i) =>
            authority === null
              ? []
              : [
                  {
                    childId: ChildId.make(i + 1),
                    adultId: AdultId.make(1),
                    relationship: "father" as const,
                    authority,
                    mayBook: true
                  }
                ]
          )
        }
        const sees = (i: number) => authorities[i] !== null && authorities[i] !== "none"
        expect(childrenOf(file, AdultId.make(1))).toEqual(children.filter((_, i) => sees(i)))
        expect(childrenOf(file, AdultId.make(2))).toEqual([])
      })
    )
  })
})

it("a full name is the first name, then the surname (S19)", () => {
  expect(fullName(examples.grandfather)).toBe("ÉMILE D'ARC")
})
