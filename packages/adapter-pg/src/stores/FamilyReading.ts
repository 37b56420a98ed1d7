/** A family file and its adults, from rows and from the JSON of the function `family_file`. */
import { type Adult, type AdultId, AdultRecord, type Relationship } from "@portail-famille/core/Adult"
import type { ChildId, ParentalAuthority } from "@portail-famille/core/Child"
import type { Day } from "@portail-famille/core/Day"
import type { FamilyFile, FamilyId, FamilyNumber } from "@portail-famille/core/Family"
import { columnOf } from "./Answers.ts"

/** A row of the table `adult`: its fields under the names of the columns. */
export interface AdultRow {
  readonly id: number
  readonly protected: boolean
  readonly [column: string]: unknown
}

/** What `family_file` gives. */
export interface FamilyJson {
  readonly id: number
  readonly number: string
  readonly adults: ReadonlyArray<{ readonly adult: AdultRow; readonly hasActiveLogin: boolean }>
  readonly children: ReadonlyArray<readonly [id: number, firstName: string, lastName: string, birthDay: string]>
  readonly links: ReadonlyArray<
    readonly [child: number, adult: number, relationship: Relationship, authority: ParentalAuthority, mayBook: boolean]
  >
}

const fields = (Object.keys(AdultRecord.fields) as ReadonlyArray<keyof AdultRecord>).map((field) => ({
  field,
  column: columnOf(field)
}))

/** The columns of what an adult's record says. */
export const adultColumns = (record: AdultRecord): Record<string, string | boolean | null> =>
  Object.fromEntries(fields.map(({ column, field }) => [column, record[field]]))

/** The adult of a row. */
export const adultOf = (row: AdultRow): Adult =>
  ({
    id: row.id as AdultId,
    ...Object.fromEntries(fields.map(({ column, field }) => [field, row[column]])),
    protected: row.protected
  }) as Adult

/** The family file of its JSON. */
export const familyOf = (json: FamilyJson): FamilyFile => ({
  id: json.id as FamilyId,
  number: json.number as FamilyNumber,
  adults: json.adults.map(({ adult, hasActiveLogin }) => ({ adult: adultOf(adult), hasActiveLogin })),
  children: json.children.map(([id, firstName, lastName, birthDay]) => ({
    id: id as ChildId,
    firstName,
    lastName,
    birthDay: birthDay as Day
  })),
  links: json.links.map(([child, adult, relationship, authority, mayBook]) => ({
    childId: child as ChildId,
    adultId: adult as AdultId,
    relationship,
    authority,
    mayBook
  }))
})
