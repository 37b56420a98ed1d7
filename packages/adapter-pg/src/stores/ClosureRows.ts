/** A closure as columns, and back. */
import type { ActivityId } from "@portail-famille/core/Activity"
import type { Closure, ClosureId, ClosureRecord } from "@portail-famille/core/Closure"
import type { Day } from "@portail-famille/core/Day"
import type { FacilityId } from "@portail-famille/core/Facility"

/** A row of the table `closure`. */
export interface ClosureRow {
  readonly id: number
  readonly activity_id: string | null
  readonly facility_id: string | null
  readonly from_day: string
  readonly until_day: string
  readonly label: string
}

/** The columns of what is closed. */
export const closureColumns = ({ from, label, scope, until }: ClosureRecord): Omit<ClosureRow, "id"> => ({
  activity_id: scope._tag === "Activity" ? scope.activityId : null,
  facility_id: scope._tag === "Facility" ? scope.facilityId : null,
  from_day: from,
  until_day: until,
  label
})

/** The closure of a row. */
export const closureOf = (row: ClosureRow): Closure => ({
  id: row.id as ClosureId,
  scope:
    row.activity_id === null
      ? { _tag: "Facility", facilityId: row.facility_id as FacilityId }
      : { _tag: "Activity", activityId: row.activity_id as ActivityId },
  from: row.from_day as Day,
  until: row.until_day as Day,
  label: row.label
})
