import { describe, expect, it } from "vitest"
import { of } from "../../src/words/names.ts"

describe("a name after de", () => {
  it.each([
    ["LÉA", "de LÉA"],
    ["INÈS", "d'INÈS"],
    ["Élise", "d'Élise"],
    ["Œdipe", "d'Œdipe"],
    ["Hugo", "d'Hugo"],
    ["Yves", "d'Yves"],
    ["Yanis", "de Yanis"],
    ["Noé", "de Noé"]
  ])("%s is %s", (name, said) => {
    expect(of(name)).toBe(said)
  })
})
