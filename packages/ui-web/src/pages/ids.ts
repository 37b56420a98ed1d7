import { NotFound } from "@portail-famille/core/services/Families"
import { Effect, Schema } from "effect"

/** No id is larger; a number beyond it is unknown everywhere. */
const largestId = 2_147_483_647

/** The id in a part of a path; one that is none is answered like one that is unknown. */
export const idIn = <A extends number>(
  schema: Schema.Codec<A, number>,
  what: NotFound["what"],
  text: string | undefined
): Effect.Effect<A, NotFound> => {
  const number = /^[1-9]\d{0,9}$/.test(text ?? "") ? Number(text) : 0
  return Schema.is(schema)(number) && number <= largestId ? Effect.succeed(number) : Effect.fail(new NotFound({ what }))
}
