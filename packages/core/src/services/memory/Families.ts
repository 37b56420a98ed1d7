/** Family files in memory. */
import { Effect, Layer, Result } from "effect"
import { type Adult, AdultId } from "../../Adult.ts"
import { ChildId } from "../../Child.ts"
import { type FamilyFile, FamilyId, fullName } from "../../Family.ts"
import { type Payer, PayerId } from "../../Payer.ts"
import { Families, FamilyNumberTaken, NotFound, OtherFamily } from "../Families.ts"
import { next, put, type Rows } from "./Rows.ts"
import { Store, type Taken } from "./Store.ts"

/** Families over the shared store; their list is in the order of the numbers' text. */
export const layer: Layer.Layer<Families, never, Store> = Layer.effect(
  Families,
  Effect.gen(function* () {
    const { read, step } = yield* Store
    return Families.of({
      open: (commune, number) =>
        step(commune, (rows) => {
          if (rows.families.some((family) => family.number === number))
            return Result.fail(new FamilyNumberTaken({ number }))
          const { counters, ...made } = next(rows, "family")
          const id = FamilyId.make(made.id)
          return Result.succeed([id, { ...rows, counters, families: [...rows.families, { id, number }] }])
        }),
      addAdult: (commune, family, record) =>
        step(commune, (rows) => {
          if (!hasFamily(rows, family)) return Result.fail(new NotFound({ what: "family" }))
          const { counters, id } = next(rows, "adult")
          const adult: Adult = { ...record, id: AdultId.make(id), protected: false }
          return Result.succeed([adult, { ...rows, counters, adults: [...rows.adults, { family, adult }] }])
        }),
      addChild: (commune, family, record) =>
        step(commune, (rows) => {
          if (!hasFamily(rows, family)) return Result.fail(new NotFound({ what: "family" }))
          const { counters, id } = next(rows, "child")
          const child = { ...record, id: ChildId.make(id) }
          return Result.succeed([child, { ...rows, counters, children: [...rows.children, { family, child }] }])
        }),
      link: (commune, link) =>
        step(commune, (rows): Taken<void, NotFound | OtherFamily> => {
          const child = rows.children.find((row) => row.child.id === link.childId)
          const adult = adultRow(rows, link.adultId)
          if (child === undefined) return Result.fail(new NotFound({ what: "child" }))
          if (adult === undefined) return Result.fail(new NotFound({ what: "adult" }))
          if (child.family !== adult.family) return Result.fail(new OtherFamily())
          const links = put(rows.links, link, (l) => l.childId === link.childId && l.adultId === link.adultId)
          return Result.succeed([undefined, { ...rows, links }])
        }),
      protect: (commune, id, protect) =>
        step(commune, (rows) => {
          const known = adultRow(rows, id)
          if (known === undefined) return Result.fail(new NotFound({ what: "adult" }))
          const row = { ...known, adult: { ...known.adult, protected: protect } }
          return Result.succeed([undefined, { ...rows, adults: put(rows.adults, row, ({ adult }) => adult.id === id) }])
        }),
      addPayer: (commune, adults) =>
        step(commune, (rows): Taken<Payer, NotFound | OtherFamily> => {
          const families = adults.map((id) => adultRow(rows, id)?.family)
          const [family] = families
          if (family === undefined || families.includes(undefined)) return Result.fail(new NotFound({ what: "adult" }))
          if (families.some((other) => other !== family)) return Result.fail(new OtherFamily())
          const { counters, id } = next(rows, "payer")
          const payer: Payer = { id: PayerId.make(id), adults }
          return Result.succeed([payer, { ...rows, counters, payers: [...rows.payers, { family, payer }] }])
        }),
      file: (commune, family) => read(commune, fileOf(family)),
      fileOf: (commune, adult) => read(commune, fileOfAdult(adult)),
      adult: (commune, id) =>
        read(commune, (rows) => {
          const row = adultRow(rows, id)
          if (row === undefined) throw new Error("An adult who is none of the commune's")
          return row.adult
        }),
      payers: (commune, family) =>
        read(commune, ({ payers }) => payers.filter((row) => row.family === family).map(({ payer }) => payer)),
      list: (commune, { after, limit }) =>
        read(commune, (rows) => {
          const sorted = rows.families.toSorted((a, b) => (a.number < b.number ? -1 : 1))
          const start = after === null ? 0 : sorted.findIndex(({ id }) => id === after) + 1
          return sorted.slice(start, start + limit).map(({ id, number }) => ({ id, number, names: namesIn(rows, id) }))
        })
    })
  })
)

/** The family file of an adult, or `undefined` for one who is none of the commune's. */
export const fileOfAdult =
  (adult: AdultId) =>
  (rows: Rows): FamilyFile | undefined => {
    const family = adultRow(rows, adult)?.family
    return family === undefined ? undefined : fileOf(family)(rows)
  }

/** The full names of a payer's adults, in the payer's order. */
export const payerNamesIn = (rows: Rows, payer: Payer): ReadonlyArray<string> =>
  payer.adults.flatMap((id) => adultRow(rows, id)?.adult ?? []).map(fullName)

const fileOf =
  (family: FamilyId) =>
  (rows: Rows): FamilyFile | undefined => {
    const known = rows.families.find(({ id }) => id === family)
    if (known === undefined) return undefined
    const children = rows.children.filter((row) => row.family === family).map(({ child }) => child)
    return {
      ...known,
      adults: rows.adults
        .filter((row) => row.family === family)
        .map(({ adult }) => ({
          adult,
          hasActiveLogin: rows.accounts.some(({ adultId, stage }) => adultId === adult.id && stage === "active")
        })),
      children,
      links: rows.links.filter(({ childId }) => children.some(({ id }) => id === childId))
    }
  }

const adultRow = (rows: Rows, id: AdultId) => rows.adults.find(({ adult }) => adult.id === id)

const hasFamily = (rows: Rows, family: FamilyId): boolean => rows.families.some(({ id }) => id === family)

const namesIn = (rows: Rows, family: FamilyId): ReadonlyArray<string> =>
  rows.adults.filter((row) => row.family === family).map(({ adult }) => fullName(adult))
