import { describe, expect, it } from "vitest"
import { isWorthTelling } from "../src/embedded/LogLine.ts"

const line = (state: string, said: string) => `2026-11-23 20:15:59.548 UTC [19195] ${state} ${said}`

describe("PostgreSQL's log", () => {
  it.each([
    line("00000", "LOG:  database system is ready to accept connections"),
    line("57P01", "FATAL:  terminating connection due to administrator command"),
    line("57P03", "FATAL:  the database system is starting up"),
    line("22P02", 'ERROR:  invalid input syntax for type integer: "DUPONT'),
    '\tJEAN"',
    line("23505", 'ERROR:  duplicate key value violates unique constraint "adult_pkey"')
  ])("keeps to itself: %s", (text) => {
    expect(isWorthTelling(text)).toBe(false)
  })

  it.each([
    line("53100", 'ERROR:  could not extend file "base/5/1259": No space left on device'),
    line("58030", "LOG:  could not fsync file"),
    line("01000", "WARNING:  out of the ordinary"),
    line("XX000", "PANIC:  could not locate a valid checkpoint record"),
    line("28P01", 'FATAL:  password authentication failed for user "portail_app"'),
    "postgres: could not access the server configuration file"
  ])("tells: %s", (text) => {
    expect(isWorthTelling(text)).toBe(true)
  })
})
