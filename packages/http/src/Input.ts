/**
 * What may be sent: numbers in paths, pages of lists, keys of writes, text without control characters.
 */
import { Schema, SchemaTransformation } from "effect"

/** No id is larger; a number beyond it is unknown everywhere. */
const largestId = 2_147_483_647

/** An id of a path: digits only; anything else is no id at all. */
export const inPath = <S extends Schema.Codec<number, number>>(id: S) =>
  Schema.String.pipe(
    Schema.check(Schema.isPattern(/^[1-9]\d{0,9}$/)),
    Schema.decodeTo(
      Schema.Int.pipe(Schema.check(Schema.isLessThanOrEqualTo(largestId))),
      SchemaTransformation.numberFromString
    ),
    Schema.decodeTo(id)
  )

/** An id in a body. */
export const inBody = <S extends Schema.Codec<number, number>>(id: S): S["Rebuild"] =>
  id.pipe(Schema.check(Schema.isLessThanOrEqualTo(largestId)))

/** A page of a list: what comes after an id, at most `limit` of it. */
export const page = <S extends Schema.Codec<number, number>>(id: S) => ({
  after: Schema.optionalKey(inPath(id)),
  limit: Schema.optionalKey(
    Schema.String.pipe(
      Schema.check(Schema.isPattern(/^([1-9]\d?|1\d\d|200)$/)),
      Schema.decodeTo(Schema.Int, SchemaTransformation.numberFromString)
    )
  )
})

/** How many a page holds when its limit is not said. */
export const defaultLimit = 50

/** The key of a write, of the sender's choice: the same key never makes it happen twice. Kept 24 hours. */
export const writeHeaders = {
  "idempotency-key": Schema.optionalKey(Schema.String.pipe(Schema.check(Schema.isPattern(/^[\x21-\x7e]{1,200}$/))))
}

/** Data without control characters in its texts; line breaks and tabs are text. */
export const clean = <S extends Schema.Top>(schema: S): S["Rebuild"] => schema.pipe(Schema.check(withoutControls))

const control = /(?![\t\n\r])\p{Cc}|\p{Cs}/u

const withoutControls = Schema.makeFilter(
  (value: unknown) => dirtyPaths(value, []).map((path) => ({ path, issue: "control characters" })),
  {
    expected: "text without control characters",
    // The words of the project know the check by the pattern that it amounts to.
    representation: { id: "effect/schema/isPattern", payload: { source: "^[^\\p{C}]*$", flags: "u" } },
    toJsonSchema: () => [{}, true]
  }
)

function dirtyPaths(value: unknown, path: ReadonlyArray<PropertyKey>): ReadonlyArray<ReadonlyArray<PropertyKey>> {
  if (typeof value === "string") return control.test(value) ? [path] : []
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([key, part]) =>
    dirtyPaths(part, [...path, Array.isArray(value) ? Number(key) : key])
  )
}
