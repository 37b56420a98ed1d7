/** What laws expect of values: they are compared by what they say, not by the objects that say it. */
import { DateTime, Effect, Exit } from "effect"
import { expect } from "vitest"

/** Expects the same value; instants are compared as instants. */
export const same = (actual: unknown, expected: unknown): void => {
  expect(plain(actual)).toEqual(plain(expected))
}

/** Expects the same values in whatever order. */
export const sameSet = (actual: ReadonlyArray<unknown>, expected: ReadonlyArray<unknown>): void => {
  expect(sorted(actual)).toEqual(sorted(expected))
}

/** Expects the program to fail with an error of that tag. */
export const refuses = Effect.fnUntraced(function* <A, E, R>(
  program: Effect.Effect<A, E, R>,
  tag: string
): Effect.fn.Return<void, A, R> {
  expect(yield* Effect.flip(program)).toMatchObject({ _tag: tag })
})

/** Expects the program to die of a fault: it was asked for what cannot be. */
export const dies = Effect.fnUntraced(function* <A, E, R>(
  program: Effect.Effect<A, E, R>
): Effect.fn.Return<void, never, R> {
  expect(Exit.hasDies(yield* Effect.exit(program))).toBe(true)
})

/** How many start together in a race, and how often it is run: one round does not show a missing lock. */
export const racers = 8
export const rounds = 20

/** Runs as many at once as race, each with its number; tells how each one ended. */
export const atOnce = <A, E, R>(
  racer: (i: number) => Effect.Effect<A, E, R>
): Effect.Effect<ReadonlyArray<Exit.Exit<A, E>>, never, R> =>
  Effect.all(
    Array.from({ length: racers }, (_, i) => Effect.exit(racer(i))),
    { concurrency: "unbounded" }
  )

/** Runs a race round after round. */
export const inRounds = <E, R>(round: (i: number) => Effect.Effect<void, E, R>): Effect.Effect<void, E, R> =>
  Effect.forEach(
    Array.from({ length: rounds }, (_, i) => i),
    round,
    { discard: true }
  )

/** The instant that the text names: "2015-04-08T10:00:00Z". */
export const instant = (text: string): DateTime.Utc => DateTime.makeUnsafe(text)

const plain = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))

const sorted = (values: ReadonlyArray<unknown>): ReadonlyArray<string> => values.map((v) => canonical(v)).toSorted()

const canonical = (value: unknown): string =>
  JSON.stringify(plain(value), (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part
  )
