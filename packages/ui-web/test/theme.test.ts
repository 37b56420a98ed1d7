import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

const css = readFileSync(new URL("../src/theme.css", import.meta.url), "utf8")

/** The colours of a block of tokens. */
const tokens = (block: string): ReadonlyMap<string, string> =>
  new Map([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = "", colour = ""]) => [name, colour]))

const light = tokens(css.slice(0, css.indexOf("@media")))
const dark = tokens(css.slice(css.indexOf("@media"), css.indexOf("@media (pointer: coarse)")))

/** Relative luminance of WCAG 2.2. */
const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ["ground", "paper", "band", "rest"]
const planningGrounds = [...grounds, "warning-ground", "danger-ground"]
const pairs: ReadonlyArray<readonly [text: string, ground: string, atLeast: number]> = [
  ...["ink", "strong", "link", "danger"].flatMap((text) => planningGrounds.map((on) => [text, on, 4.5] as const)),
  ...["soft"].flatMap((text) => planningGrounds.map((on) => [text, on, 4.5] as const)),
  ...["ground", "paper"].map((on) => ["warning", on, 4.5] as const),
  ...["strong", "link", "danger", "warning"].map((tone) => [tone, `${tone}-ground`, 4.5] as const),
  ...["ink", "link"].flatMap((text) =>
    ["strong", "link", "danger", "warning"].map((tone) => [text, `${tone}-ground`, 4.5] as const)
  ),
  ["on-strong", "strong", 4.5],
  ["ground", "ink", 4.5],
  ...planningGrounds.map((on) => ["edge", on, 3] as const)
]

describe.each([
  ["light", light],
  ["dark", dark]
])("the %s theme", (_, theme) => {
  it.each(pairs)("reads %s on %s at %f at least", (text, ground, atLeast) => {
    const ratio = contrast(theme.get(text) ?? "#000000", theme.get(ground) ?? "#000000")
    expect(ratio).toBeGreaterThanOrEqual(atLeast)
  })
})
