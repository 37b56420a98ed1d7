/** Named staff and their tokens in memory. */
import { Effect, Layer, Result } from "effect"
import { StaffId } from "../../Access.ts"
import { NotFound } from "../Families.ts"
import { Staff, type StaffToken } from "../Staff.ts"
import { next, put } from "./Rows.ts"
import { Store } from "./Store.ts"

/** Staff over the shared store. */
export const layer: Layer.Layer<Staff, never, Store> = Layer.effect(
  Staff,
  Effect.gen(function* () {
    const { read, step } = yield* Store
    return Staff.of({
      add: (commune, digest, input) =>
        step(commune, (rows) => {
          const { counters, id } = next(rows, "staff")
          const member: StaffToken = { ...input, staffId: StaffId.make(id), revokedAt: null }
          return Result.succeed([member, { ...rows, counters, staff: [...rows.staff, { digest, member }] }])
        }),
      byToken: (commune, digest) => read(commune, ({ staff }) => staff.find((row) => row.digest === digest)?.member),
      revoke: (commune, id, at) =>
        step(commune, (rows) => {
          const known = rows.staff.find(({ member }) => member.staffId === id)
          if (known === undefined) return Result.fail(new NotFound({ what: "staff" }))
          const row = { ...known, member: { ...known.member, revokedAt: known.member.revokedAt ?? at } }
          return Result.succeed([
            undefined,
            { ...rows, staff: put(rows.staff, row, ({ member }) => member.staffId === id) }
          ])
        }),
      list: (commune) => read(commune, ({ staff }) => staff.map(({ member }) => member))
    })
  })
)
