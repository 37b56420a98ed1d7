/** The laws of the trace. */
import { Effect } from "effect"
import { StaffActor, StaffId, system } from "../Access.ts"
import { AdultId } from "../Adult.ts"
import type { AuditEntry } from "../Audit.ts"
import { FacilityId } from "../Facility.ts"
import { Records } from "../services/Records.ts"
import { instant, same } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { emptyCommune } from "./world.ts"

const at = instant("2015-04-08T10:00:00Z")
const entries: ReadonlyArray<AuditEntry> = [
  { at, actor: system, act: "operationPosted", subject: "1" },
  { at, actor: { _tag: "Adult", adultId: AdultId.make(7) }, act: "requestAsked", subject: "2" },
  {
    at,
    actor: StaffActor.make({
      staffId: StaffId.make(3),
      name: "Hélène",
      roles: ["agent"],
      facilities: [FacilityId.make("restaurant")]
    }),
    act: "attendanceTaken",
    subject: "1/cantine/2015-04-08"
  }
]

export const records: PortSuite = {
  port: "Records",
  laws: {
    "entries are read newest first, as many as asked for": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const { append, latest } = yield* Records
      yield* append(id, entries.slice(0, 2))
      yield* append(id, entries.slice(2))
      yield* append(id, [])
      same(yield* latest(id, 10), entries.toReversed())
      same(yield* latest(id, 2), entries.toReversed().slice(0, 2))
    }),

    "another commune's entries are unknown": Effect.gen(function* () {
      const { id } = yield* emptyCommune
      const neighbour = yield* emptyCommune
      const { append, latest } = yield* Records
      yield* append(id, entries)
      same(yield* latest(neighbour.id, 10), [])
    })
  }
}
