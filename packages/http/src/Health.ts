/**
 * Whether the server lives and whether it can serve, for whoever supervises it. It answers under any host.
 */
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { anyone, MayCall } from "./Caller.ts"
import { Refusals } from "./Door.ts"
import { problems } from "./Problem.ts"

export class HealthGroup extends HttpApiGroup.make("health")
  .add(
    HttpApiEndpoint.get("live", "/live").annotate(MayCall, anyone),
    HttpApiEndpoint.get("ready", "/ready", { error: problems(503) }).annotate(MayCall, anyone)
  )
  .prefix("/health")
  .middleware(Refusals) {}
