import { readdirSync } from "node:fs"
import { gunzipSync, gzipSync } from "node:zlib"
import { describe, expect, it } from "vitest"
import { load } from "../src/Assets.ts"
import { examples } from "../src/gallery/examples.ts"
import { galleryPage, planningPage, signInPage } from "../src/gallery/pages.ts"
import { planningView } from "../src/gallery/planning.ts"
import { faults } from "./wellFormed.ts"

const assets = await load()
const sizeOf = (page: string): number => {
  const used = [...assets.files].filter(([path]) => page.includes(path)).map(([, { gzip }]) => gzip.length)
  return used.reduce((total, size) => total + size, gzipSync(page, { level: 1 }).length)
}

describe("the gallery", () => {
  it.each(examples.map((example) => [`${example.component}, ${example.name}`, example] as const))(
    "draws %s",
    (_, { html }) => {
      expect(faults(html?.value ?? "")).toEqual([])
    }
  )

  it.each([
    ["gallery", galleryPage],
    ["planning", planningPage],
    ["sign-in", signInPage]
  ])("draws the %s page", (_, page) => {
    expect(faults(page(assets.href).value)).toEqual([])
  })

  it("has an example of each component", () => {
    const shown = new Set([...examples.map(({ component }) => component), "Layout", "StateMark"])
    const parts = ["PlanningCell", "PlanningKey", "PlanningBar", "PlanningView"]
    const files = readdirSync(new URL("../src/components/", import.meta.url)).map((file) => file.replace(".ts", ""))
    expect(files.filter((name) => !shown.has(name) && !parts.includes(name))).toEqual([])
  })

  it("finds a planted fault", () => {
    expect(faults('<p><b>x</p></b><i id="a"></i><i id="a"></i><label for="z">undefined')).toHaveLength(6)
  })
})

describe("the planning page", () => {
  const page = planningPage(assets.href).value

  it("offers a checkbox exactly where something can be done", () => {
    const able = planningView.groups.flatMap(({ rows }) =>
      rows.flatMap(({ activityId, cells }) =>
        cells.flatMap(({ actions }, at) => (actions.length > 0 ? [`${activityId}|${planningView.days[at]?.day}`] : []))
      )
    )
    expect([...page.matchAll(/name="slot" value="([^"]*)"/g)].map(([, value]) => value)).toEqual(able)
  })

  it("says each state that it draws, in words", () => {
    for (const { rows } of planningView.groups) {
      for (const cell of rows.flatMap(({ cells }) => cells)) {
        if (cell.state._tag !== "notOffered") expect(page).toContain(cell.label)
      }
    }
  })

  it("weighs at most 25 KB at a first visit, 8 of script and 5 of style; sign-in at most 12", () => {
    expect(sizeOf(page)).toBeLessThanOrEqual(25_000)
    expect(sizeOf(signInPage(assets.href).value)).toBeLessThanOrEqual(12_000)
    const gz = (name: Parameters<typeof assets.href>[0]) => assets.files.get(assets.href(name))?.gzip.length
    expect(gz("planning.js")).toBeLessThanOrEqual(8_000)
    expect(gz("theme.css")).toBeLessThanOrEqual(5_000)
  })
})

describe("assets", () => {
  it("carry their hash, and give the same text in each encoding", () => {
    for (const [path, { body, gzip }] of assets.files) {
      expect(path).toMatch(/^\/assets\/[a-z]+\.[0-9a-f]{8}\.(css|js)$/)
      expect(gunzipSync(gzip).equals(body)).toBe(true)
    }
  })
})
