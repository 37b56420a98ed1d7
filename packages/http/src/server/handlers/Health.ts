/** Whether the server lives and can serve. */
import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { PortalApi } from "../../PortalApi.ts"
import { Incidents } from "../Incidents.ts"
import { Readiness } from "../Readiness.ts"
import { transportProblem } from "../Refusal.ts"

export const healthHandlers = HttpApiBuilder.group(PortalApi, "health", (handlers) =>
  handlers.handleAll({
    live: () => Effect.void,
    ready: Effect.fnUntraced(function* () {
      if (yield* (yield* Readiness).check) return
      const incident = yield* (yield* Incidents).next
      return yield* Effect.fail(transportProblem("unavailable", { incident, seconds: 5 }))
    })
  })
)
