/**
 * `portail commune`: a commune's document goes in from a file and comes out again (a commune is data).
 */
import { readFile } from "node:fs/promises"
import { Commune } from "@portail-famille/core"
import { bySlug, importCommune } from "@portail-famille/core/services/Communes"
import { problemOf } from "@portail-famille/core/words/problems"
import { mistakes } from "@portail-famille/core/words/validation"
import { Console, Effect, Schema } from "effect"
import { Refused, refused } from "./Refused.ts"

/** Writes the document in the file, or tells everything that is wrong in it. */
export const importFile = Effect.fnUntraced(function* (file: string) {
  const text = yield* Effect.tryPromise({
    try: () => readFile(file, "utf8"),
    catch: () => refused(`${file} cannot be read.`)
  })
  const json = yield* Effect.try({ try: (): unknown => JSON.parse(text), catch: () => refused(`${file} is not JSON.`) })
  const commune = yield* Schema.decodeUnknownEffect(Commune.Commune)(json, {
    errors: "all",
    onExcessProperty: "error"
  }).pipe(
    Effect.mapError(
      ({ issue }) =>
        new Refused({ sentences: mistakes(issue).map(({ path, message }) => `${path.join(".")}: ${message}`) })
    )
  )
  const id = yield* importCommune(commune).pipe(Effect.mapError((error) => refused(problemOf(error).detail)))
  yield* Console.log(`${commune.name} (${commune.slug}) is written as commune n° ${id}.`)
})

/** Prints the document that is served. */
export const exportDocument = Effect.fnUntraced(function* (slug: string) {
  const { id: _, ...commune } = yield* bySlug(slug).pipe(Effect.mapError((error) => refused(problemOf(error).detail)))
  const document = yield* Effect.orDie(Schema.encodeEffect(Commune.Commune)(commune))
  yield* Console.log(JSON.stringify(document, null, 2))
})
