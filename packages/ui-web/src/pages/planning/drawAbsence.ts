import type { Slot } from "@portail-famille/core/Booking"
import type { ChildId } from "@portail-famille/core/Child"
import type { YearMonth } from "@portail-famille/core/Day"
import { visitMonth } from "@portail-famille/core/services/Plannings"
import { actionName } from "@portail-famille/core/words/planning"
import { Effect } from "effect"
import { freshKey } from "../../Form.ts"
import type { AskedByDigest } from "../../Page.ts"
import { draw } from "../../Shell.ts"
import { type AbsencePage, absenceMain } from "./absenceMain.ts"
import { refusedIn } from "./slots.ts"

/**
 * The page that asks why a child will not come, as a response. Fails with `SlotsRefused` when the
 * month offers no absence on one of the slots, before anyone has typed a reason.
 */
export const drawAbsence = Effect.fnUntraced(function* (
  { commune, digest, today }: AskedByDigest,
  childId: ChildId,
  month: YearMonth,
  slots: ReadonlyArray<Slot>,
  { typed, faults = [] }: Pick<AbsencePage, "typed" | "faults">
) {
  const { visitor, planning } = yield* visitMonth(commune, digest, childId, month)
  const refused = refusedIn(planning, slots, "declareAbsence")
  if (refused !== null) return yield* refused
  return yield* draw(
    { commune, today, visitor },
    {
      title: actionName("declareAbsence"),
      entry: "children",
      status: faults.length === 0 ? 200 : 400,
      main: absenceMain({ commune, child: planning.child, month, slots, key: yield* freshKey, typed, faults })
    }
  )
})
