import { expect, it } from "vitest"
import { blocksOf, read, tableOf } from "../../../core/test/docs/markdown.ts"
import { help } from "../../src/Command.ts"
import { readSettings } from "../../src/Settings.ts"

it("docs/reference/settings.md names exactly the variables that are read", () => {
  const asked = new Set<string>()
  const env = new Proxy<Record<string, string | undefined>>(
    {},
    { get: (_, name) => void (typeof name === "string" && asked.add(name)) }
  )
  readSettings(true, env, "/")
  const told = tableOf(read("docs/reference/settings.md"), "variable").map(([name]) => name)
  expect(told.toSorted()).toEqual([...asked].toSorted())
})

it("docs/reference/command-line.md shows what `portail help` prints", () => {
  expect(blocksOf(read("docs/reference/command-line.md")).map(({ text }) => text)).toContain(`${help}\n`)
})
