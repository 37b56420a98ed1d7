/** The facts of a planning, from the JSON of the function `planning_facts`: plain loops, since a month has hundreds of lines. */
import type { AbsenceReason } from "@portail-famille/core/Absence"
import type { ActivityId } from "@portail-famille/core/Activity"
import type { AdultId, Relationship } from "@portail-famille/core/Adult"
import type { Booking } from "@portail-famille/core/Booking"
import type { ChildId, ParentalAuthority } from "@portail-famille/core/Child"
import { addDays, type Day, type Weekday } from "@portail-famille/core/Day"
import type { EnrolmentId } from "@portail-famille/core/Enrolment"
import { fullName } from "@portail-famille/core/Family"
import type { PayerId } from "@portail-famille/core/Payer"
import type { RequestState } from "@portail-famille/core/Request"
import type { CommuneDay } from "@portail-famille/core/SchoolCalendar"
import type { PlanningRead } from "@portail-famille/core/services/Plannings"
import { type ClosureRow, closureOf } from "./ClosureRows.ts"
import { factsOf, type LineWords, plainFactsOf } from "./PlanningCodes.ts"
import { requestOf } from "./RequestRows.ts"

type Row<A extends ReadonlyArray<unknown>> = ReadonlyArray<A>

/** What `planning_facts` gives: each row as an array, in the order of the migration. */
export interface PlanningJson {
  readonly child: readonly [id: number, firstName: string, lastName: string, birthDay: string]
  readonly links: Row<[adult: number, relationship: Relationship, authority: ParentalAuthority, mayBook: boolean]>
  readonly enrolments: Row<
    [id: number, activity: string, payer: number, from: string, until: string | null, contract: Array<Weekday> | null]
  >
  readonly payers: Row<[payer: number, name: readonly [firstName: string, lastName: string]]>
  readonly closures: Row<
    [id: number, activity: string | null, facility: string | null, from: string, until: string, label: string]
  >
  readonly communeDays: Row<[day: string, marker: CommuneDay["marker"], label: string]>
  /** Whole columns, all `null` where there is no line; a day as how many lie between the first and it. */
  readonly bookings: readonly [
    activities: ReadonlyArray<string> | null,
    days: ReadonlyArray<number>,
    payers: ReadonlyArray<number>,
    codes: ReadonlyArray<number>
  ]
  readonly words: Row<[activity: string, day: string, refusal: string | null, absenceText: string | null]>
  readonly openRequests: Row<
    [
      id: number,
      activity: string,
      day: string,
      kind: "Booking" | "Absence",
      reason: AbsenceReason["_tag"] | null,
      reasonText: string | null,
      askedBy: number,
      askedAt: number,
      state: RequestState["_tag"],
      stateAt: number | null
    ]
  >
}

/** The facts of the days from that one on, with the names of the payers. */
export const planningOf = (json: PlanningJson, from: Day): PlanningRead => {
  const [id, firstName, lastName, birthDay] = json.child
  const childId = id as ChildId
  return {
    facts: {
      child: { id: childId, firstName, lastName, birthDay: birthDay as Day },
      links: json.links.map(([adult, relationship, authority, mayBook]) => ({
        childId,
        adultId: adult as AdultId,
        relationship,
        authority,
        mayBook
      })),
      enrolments: json.enrolments.map(([id, activity, payer, from, until, contract]) => ({
        id: id as EnrolmentId,
        childId,
        activityId: activity as ActivityId,
        payerId: payer as PayerId,
        from: from as Day,
        until: until as Day | null,
        contract: contract as [Weekday, ...Array<Weekday>] | null
      })),
      closures: json.closures.map(([id, activity_id, facility_id, from_day, until_day, label]) =>
        closureOf({ id, activity_id, facility_id, from_day, until_day, label } satisfies ClosureRow)
      ),
      communeDays: json.communeDays.map(([day, marker, label]) => ({ day: day as Day, marker, label })),
      bookings: bookingsOf(json, from),
      openRequests: json.openRequests.map((row) =>
        requestOf({
          id: row[0],
          child_id: id,
          activity_id: row[1],
          day: row[2],
          kind: row[3],
          reason: row[4],
          reason_text: row[5],
          asked_by: row[6],
          asked_at: row[7],
          state: row[8],
          state_at: row[9],
          outcome: null,
          refusal: null
        })
      )
    },
    payerNames: payerNamesOf(json)
  }
}

const bookingsOf = (
  { bookings: [activities, offsets, payers, codes], words }: PlanningJson,
  from: Day
): ReadonlyArray<Booking> => {
  if (activities === null) return []
  const said = new Map<string, LineWords>()
  for (const [activity, day, refusal, absenceText] of words) said.set(day + activity, { refusal, absenceText })
  const days: Array<Day> = []
  return activities.map((activity, i): Booking => {
    const offset = offsets[i] as number
    const day = days[offset] ?? addDays(from, offset)
    days[offset] = day
    const code = codes[i] as number
    const { absence, attendance, reservation } = plainFactsOf(code) ?? factsOf(code, said.get(day + activity))
    return { activityId: activity as ActivityId, day, payerId: payers[i] as PayerId, reservation, absence, attendance }
  })
}

const payerNamesOf = (json: PlanningJson): ReadonlyMap<PayerId, ReadonlyArray<string>> => {
  const names = new Map<PayerId, Array<string>>()
  for (const [payer, [firstName, lastName]] of json.payers) {
    const known = names.get(payer as PayerId)
    if (known === undefined) names.set(payer as PayerId, [fullName({ firstName, lastName })])
    else known.push(fullName({ firstName, lastName }))
  }
  return names
}
