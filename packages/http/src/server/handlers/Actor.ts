/**
 * The adult who asks, as the workflows name them.
 */
import type { Access } from "@portail-famille/core"
import { Effect } from "effect"
import { CurrentVisitor } from "../../Current.ts"

/** The adult whose session holds. */
export const currentAdult = Effect.map(
  CurrentVisitor,
  ({ adult }): Access.AdultActor => ({ _tag: "Adult", adultId: adult.id })
)
