import type { ChildId } from "@portail-famille/core/Child"
import type { CommuneId } from "@portail-famille/core/Commune"
import type { Day } from "@portail-famille/core/Day"
import type { EnrolmentId } from "@portail-famille/core/Enrolment"
import type { PlanningFacts } from "@portail-famille/core/Planning"
import type { PlanningChange } from "@portail-famille/core/PlanningGesture"
import type { Request, RequestId } from "@portail-famille/core/Request"
import { NotFound } from "@portail-famille/core/services/Families"
import { Plannings } from "@portail-famille/core/services/Plannings"
import { Effect, Layer, type Result } from "effect"
import { SqlClient } from "effect/sql"
import { machine, withCommune } from "../WithCommune.ts"
import { first, insertAll, only, toDate } from "./Answers.ts"
import { type ClosureRow, closureColumns, closureOf } from "./ClosureRows.ts"
import { lineColumns } from "./PlanningCodes.ts"
import { type PlanningJson, planningOf } from "./PlanningReading.ts"
import { stateColumns, subjectColumns } from "./RequestRows.ts"
import { type VisitorJson, visitorOf } from "./VisitorReading.ts"

/** Plannings on PostgreSQL. A change of a child's planning holds that child's row until its transaction ends. */
export const layer: Layer.Layer<Plannings, never, SqlClient.SqlClient> = Layer.effect(
  Plannings,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    const inCommune = withCommune(sql)

    const factsOf = (commune: CommuneId, child: ChildId, from: Day, to: Day) =>
      Effect.map(
        only(sql<{ read: PlanningJson | null }>`SELECT planning_facts(${commune}, ${child}, ${from}, ${to}) AS read`),
        ({ read }) => (read === null ? undefined : planningOf(read, from))
      )

    const write = Effect.fnUntraced(function* (child: ChildId, { bookings, closed, opened }: PlanningChange) {
      const lines = lastOfEachSlot(bookings).map((line) => ({
        child_id: child,
        day: line.day,
        activity_id: line.activityId,
        payer_id: line.payerId,
        ...lineColumns(line)
      }))
      yield* insertAll(sql, "booking", lines, inPlaceOfTheLine)
      const numbered: Array<Request> = []
      for (const request of opened) {
        const state: Request["state"] = { _tag: "Waiting" }
        const { id } = yield* only(
          sql<{ id: number }>`INSERT INTO request ${sql.insert({
            ...subjectColumns(request.subject),
            asked_by: request.askedBy,
            asked_at: toDate(request.askedAt),
            ...stateColumns(state)
          })} RETURNING id`
        )
        numbered.push({ ...request, id: id as RequestId, state })
      }
      for (const request of closed)
        yield* sql`UPDATE request SET ${sql.update(stateColumns(request.state))} WHERE id = ${request.id}`
      return [...numbered, ...closed]
    })

    return Plannings.of({
      read: (commune, child, from, to) => machine(factsOf(commune, child, from, to)),
      visit: (commune, digest, child, from, to) =>
        machine(
          Effect.map(
            only(
              sql<{ visit: { visitor: VisitorJson; read: PlanningJson | null } | null }>`
                SELECT planning_visit(${commune}, ${digest}, ${child}, ${from}, ${to}) AS visit`
            ),
            ({ visit }) =>
              visit === null
                ? undefined
                : {
                    visitor: visitorOf(digest, visit.visitor),
                    read: visit.read === null ? undefined : planningOf(visit.read, from)
                  }
          )
        ),
      modify: <E>(
        commune: CommuneId,
        child: ChildId,
        { from, to }: { readonly from: Day; readonly to: Day },
        rule: (facts: PlanningFacts) => Result.Result<PlanningChange, E>
      ) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            yield* sql`SELECT FROM child WHERE id = ${child} FOR NO KEY UPDATE`
            const read = yield* factsOf(commune, child, from, to)
            if (read === undefined) return yield* new NotFound({ what: "child" })
            return yield* write(child, yield* Effect.fromResult(rule(read.facts)))
          })
        ) as Effect.Effect<ReadonlyArray<Request>, E | NotFound>,
      enrol: (commune, record) =>
        inCommune(
          commune,
          Effect.gen(function* () {
            const { childId, payerId } = record
            if (!(yield* first(sql`SELECT FROM child WHERE id = ${childId}`)))
              return yield* new NotFound({ what: "child" })
            if (!(yield* first(sql`SELECT FROM payer WHERE id = ${payerId}`)))
              return yield* new NotFound({ what: "payer" })
            const { id } = yield* only(
              sql<{ id: number }>`INSERT INTO enrolment ${sql.insert({
                child_id: childId,
                activity_id: record.activityId,
                payer_id: payerId,
                from_day: record.from,
                until_day: record.until,
                contract: record.contract
              })} RETURNING id`
            )
            return { ...record, id: id as EnrolmentId }
          })
        ),
      close: (commune, record) =>
        inCommune(
          commune,
          Effect.map(
            only(sql<ClosureRow>`INSERT INTO closure ${sql.insert(closureColumns(record))} RETURNING *`),
            closureOf
          )
        ),
      reopen: (commune, id) =>
        inCommune(
          commune,
          Effect.flatMap(first(sql`DELETE FROM closure WHERE id = ${id} RETURNING id`), (gone) =>
            gone === undefined ? Effect.fail(new NotFound({ what: "closure" })) : Effect.void
          )
        ),
      closures: (commune, from, to) =>
        inCommune(
          commune,
          Effect.map(
            sql<ClosureRow>`SELECT id, activity_id, facility_id, from_day, until_day, label FROM closure
              WHERE from_day <= ${to}::date AND until_day >= ${from}::date ORDER BY id`,
            (rows) => rows.map(closureOf)
          )
        ),
      addCommuneDay: (commune, { day, label, marker }) =>
        inCommune(
          commune,
          Effect.asVoid(
            sql`INSERT INTO commune_day ${sql.insert({ day, marker, label })}
              ON CONFLICT (commune_id, day, marker) DO UPDATE SET label = excluded.label`
          )
        )
    })
  })
)

/** One statement writes a line once: of two writes of a slot in one change, the last one stands. */
const lastOfEachSlot = (bookings: PlanningChange["bookings"]): PlanningChange["bookings"] => [
  ...new Map(bookings.map((line) => [`${line.day} ${line.activityId}`, line])).values()
]

const inPlaceOfTheLine = `ON CONFLICT (commune_id, child_id, day, activity_id) DO UPDATE SET
  payer_id = excluded.payer_id, reservation = excluded.reservation, refusal = excluded.refusal,
  absence = excluded.absence, absence_reason = excluded.absence_reason, absence_text = excluded.absence_text,
  outcome = excluded.outcome, attendance = excluded.attendance`
