import type { ChildId } from "@portail-famille/core/Child"
import type { YearMonth } from "@portail-famille/core/Day"
import { visitMonth } from "@portail-famille/core/services/Plannings"
import { month as monthName } from "@portail-famille/core/words/dates"
import { planningOf } from "@portail-famille/core/words/record"
import { Effect } from "effect"
import { freshKey } from "../../Form.ts"
import type { Html } from "../../Html.ts"
import type { AskedByDigest } from "../../Page.ts"
import { draw } from "../../Shell.ts"
import { planningMain } from "./planningMain.ts"

/** What a month is drawn with, beside its facts: what was done, or why nothing was and what stays ticked. */
export interface MonthDrawing {
  readonly outcome?: Html | null
  readonly chosen?: ReadonlySet<string>
  readonly status?: number
}

/** The month of a child as a response; session, visitor and facts come in one round trip. */
export const drawMonth = Effect.fnUntraced(function* (
  { commune, digest, today }: AskedByDigest,
  childId: ChildId,
  month: YearMonth,
  { outcome, chosen, status = 200 }: MonthDrawing
) {
  const { visitor, planning } = yield* visitMonth(commune, digest, childId, month)
  return yield* draw(
    { commune, today, visitor },
    {
      title: `${planningOf(planning.child.firstName)}, ${monthName(month)}`,
      entry: "children",
      wide: true,
      scripts: ["planning.js"],
      status,
      main: planningMain({ planning, key: yield* freshKey, outcome, chosen })
    }
  )
})
