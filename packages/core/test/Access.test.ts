import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Actor, may, mayStaff, type StaffAct, StaffId, type StaffRole, system } from "../src/Access.ts"
import { AdultId } from "../src/Adult.ts"
import { type ChildAdult, ChildId, ParentalAuthority } from "../src/Child.ts"
import { FacilityId } from "../src/Facility.ts"
import { PayerId } from "../src/Payer.ts"

const adult = (n: number) => ({ _tag: "Adult", adultId: AdultId.make(n) }) as const
const staff = (role: StaffRole, facilities: readonly [FacilityId] | null = null): Actor => ({
  _tag: "Staff",
  staffId: StaffId.make(1),
  name: "Hélène",
  roles: [role],
  facilities
})
const restaurant = FacilityId.make("restaurant")
const centre = FacilityId.make("centre")

const links: fc.Arbitrary<ReadonlyArray<ChildAdult>> = fc.uniqueArray(
  fc.record({
    childId: fc.constant(ChildId.make(1)),
    adultId: fc.integer({ min: 1, max: 4 }).map((n) => AdultId.make(n)),
    relationship: fc.constant("other" as const),
    authority: fc.constantFrom(...ParentalAuthority.literals),
    mayBook: fc.boolean()
  }),
  { selector: ({ adultId }) => adultId }
)

const acts: Readonly<Record<StaffAct, ReadonlyArray<StaffRole>>> = {
  readRequests: ["agent", "care", "reader"],
  answerRequest: ["agent", "care"],
  readFamilies: ["agent", "care", "regisseur", "admin", "reader"],
  writeFamilies: ["agent", "care", "admin"],
  takeAttendance: ["agent", "care"],
  sendMessage: ["agent", "care", "admin"],
  readMoney: ["regisseur", "reader"],
  postMoney: ["regisseur"],
  issueLogin: ["admin"],
  configure: ["admin"]
}
const everyRole: ReadonlyArray<StaffRole> = ["agent", "care", "regisseur", "admin", "reader"]

describe("laws of access", () => {
  it("who books for a child sees it, and without authority nobody does either", () => {
    fc.assert(
      fc.property(links, fc.integer({ min: 1, max: 5 }), (links, n) => {
        const sees = may(adult(n), { _tag: "SeeChild", links })
        const books = may(adult(n), { _tag: "BookForChild", links })
        if (books) expect(sees).toBe(true)
        const own = links.find(({ adultId }) => adultId === n)
        expect(sees).toBe(own !== undefined && own.authority !== "none")
        expect(books).toBe(sees && own?.mayBook === true)
      })
    )
  })

  it("staff and the portal itself never act as a family", () => {
    fc.assert(
      fc.property(links, fc.constantFrom(...everyRole), (links, role) => {
        for (const actor of [staff(role), system]) {
          expect(may(actor, { _tag: "SeeChild", links })).toBe(false)
          expect(may(actor, { _tag: "ReadMessage", recipient: AdultId.make(1) })).toBe(false)
        }
      })
    )
  })
})

describe("named access", () => {
  it.each(Object.entries(acts) as ReadonlyArray<[StaffAct, ReadonlyArray<StaffRole>]>)(
    "%s is for %s",
    (act, allowed) => {
      expect(everyRole.filter((role) => mayStaff(staff(role), act, null))).toEqual(
        everyRole.filter((role) => allowed.includes(role))
      )
      expect(mayStaff(adult(1), act, null)).toBe(false)
      expect(mayStaff(system, act, centre)).toBe(true)
    }
  )

  it("a member acts for their facilities only", () => {
    const agent = staff("agent", [restaurant])
    expect(mayStaff(agent, "answerRequest", restaurant)).toBe(true)
    expect(mayStaff(agent, "answerRequest", centre)).toBe(false)
    expect(mayStaff(agent, "readFamilies", null)).toBe(true)
    expect(mayStaff(staff("agent"), "answerRequest", centre)).toBe(true)
  })

  it("accounts are their payers', messages their recipient's, a file its adults'", () => {
    const payer = { id: PayerId.make(1), adults: [AdultId.make(1), AdultId.make(2)] } as const
    const seen = (n: number) => [
      may(adult(n), { _tag: "SeeAccount", payer }),
      may(adult(n), { _tag: "ReadMessage", recipient: AdultId.make(1) }),
      may(adult(n), { _tag: "SeeFamily", adults: [AdultId.make(1), AdultId.make(3)] })
    ]
    expect([1, 2, 3].map(seen)).toEqual([
      [true, true, true],
      [true, false, false],
      [false, false, true]
    ])
  })
})
