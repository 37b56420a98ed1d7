import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const source = fileURLToPath(new URL("../src", import.meta.url))
const clocks =
  /(?<!performance\.|Date\.)\bnow\s*\(|'now'|\b(clock_timestamp|(statement|transaction)_timestamp|timeofday)\b/i
const days = /\b(current_(timestamp|date|time)|localtime(stamp)?)\b/i

describe("the clock", () => {
  it("is never PostgreSQL's: the demonstration lives at another time", () => {
    const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))
    const lines = files.flatMap((name) => readFileSync(join(source, name), "utf8").split("\n"))
    expect(lines.length).toBeGreaterThan(1000)
    expect(lines.filter((line) => clocks.test(line) || days.test(line))).toEqual([])
    expect(["SET at = now()", "now( )", "DEFAULT current_date", "'now'::date"].every(isCaught)).toBe(true)
  })
})

const isCaught = (line: string): boolean => clocks.test(line) || days.test(line)
