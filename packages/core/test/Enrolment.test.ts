import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ActivityId } from "../src/Activity.ts"
import { ChildId } from "../src/Child.ts"
import { addDays, make, weekday, weekdays } from "../src/Day.ts"
import { booksByContract, covers, type EnrolmentRecord } from "../src/Enrolment.ts"
import { PayerId } from "../src/Payer.ts"
import { generators } from "../src/testing/index.ts"

const enrolment: EnrolmentRecord = {
  childId: ChildId.make(1),
  activityId: ActivityId.make("cantine"),
  payerId: PayerId.make(1),
  from: make("2015-04-07"),
  until: make("2015-04-10"),
  contract: null
}

describe("laws of enrolments", () => {
  it("cover their first and last day and all between, and none around", () => {
    fc.assert(
      fc.property(generators.day, fc.nat(20), generators.day, (from, length, day) => {
        const until = addDays(from, length)
        expect(covers({ ...enrolment, from, until }, day)).toBe(from <= day && day <= until)
        expect(covers({ ...enrolment, from, until: null }, day)).toBe(from <= day)
      })
    )
  })

  it("a contract books its weekdays and no others", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...weekdays]), generators.day, ([first, ...rest], day) => {
        const contract = first === undefined ? null : ([first, ...rest] as const)
        expect(booksByContract({ ...enrolment, contract }, day)).toBe(contract?.includes(weekday(day)) ?? false)
      })
    )
  })
})

it("an enrolment covers both its ends", () => {
  const days = ["2015-04-06", "2015-04-07", "2015-04-10", "2015-04-11"].map(make)
  expect(days.map((day) => covers(enrolment, day))).toEqual([false, true, true, false])
})
