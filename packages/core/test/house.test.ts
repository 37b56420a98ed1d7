import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { importsOf } from "./house/imports.ts"
import { breachesIn } from "./house/law.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const house = new Map(
  globSync(["packages/*/src/**/*.ts", "examples/*/src/**/*.ts"], { cwd: root }).map((path) => [
    path.replaceAll("\\", "/"),
    readFileSync(join(root, path), "utf8")
  ])
)

const rule = "packages/core/src/Planted.ts"
const service = "packages/core/src/services/Planted.ts"
const page = "packages/ui-web/src/pages/planted.ts"
const island = "packages/ui-web/src/islands/planted.ts"

const breaches: ReadonlyArray<[title: string, path: string, source: string, told: string]> = [
  ["a rule that runs programs", rule, `import { Effect } from "effect"`, "may not import Effect"],
  ["a rule that takes the whole of effect", rule, `import * as E from "effect"`, "may not import the whole of effect"],
  ["a rule behind an unstable door", rule, `import { Model } from "effect/schema"`, "may not import effect/schema"],
  [
    "a rule that imports a service",
    rule,
    `import { Plannings } from "./services/Plannings.ts"`,
    "./services/Plannings"
  ],
  ["a rule that speaks", rule, `export * from "./words/fr.ts"`, "may not import ./words/fr.ts"],
  ["a rule that reads the clock", rule, "const now = new Date()", "may not use new Date("],
  ["a rule that throws dice", rule, "export const chance = () => Math.random()", "may not use Math.random"],
  ["a service that knows SQL", service, `import { SqlClient } from "effect/sql"`, "may not import effect/sql"],
  ["a service that speaks", service, `import { late } from "../words/fr.ts"`, "may not import ../words/fr.ts"],
  [
    "words that read a service",
    "packages/core/src/words/fr.ts",
    `import "../services/Accounts.ts"`,
    "../services/Accounts.ts"
  ],
  [
    "words that take more than a type from a service",
    "packages/core/src/words/fr.ts",
    `import { type NotFound, requireStaff } from "../services/Families.ts"`,
    "../services/Families.ts"
  ],
  [
    "a store that knows the web",
    "packages/adapter-pg/src/a.ts",
    `import "@portail-famille/http"`,
    "@portail-famille/http"
  ],
  ["mail that knows a store", "packages/adapter-node/src/a.ts", `import "@portail-famille/adapter-pg"`, "adapter-pg"],
  [
    "a contract that needs Node",
    "packages/http/src/a.ts",
    `const fs = await import("node:fs")`,
    "may not import node:fs"
  ],
  [
    "a contract that reaches the server",
    "packages/http/src/a.ts",
    `export * from "./server/index.ts"`,
    "./server/index.ts"
  ],
  [
    "a handler that knows a store",
    "packages/http/src/server/a.ts",
    `import "@portail-famille/adapter-pg"`,
    "adapter-pg"
  ],
  ["a page that knows a store", page, `import { sql } from "@portail-famille/adapter-pg"`, "adapter-pg"],
  ["an island with a library", island, `import { Schema } from "effect"`, "brings effect into the browser"],
  ["an island with a service", island, `import "@portail-famille/core/services/Accounts"`, "core/services/Accounts"],
  ["a source without a room", "packages/core/src/helpers/a.ts", "", "stands in no room"]
]

describe("the import law of the house", () => {
  it("is kept by every source", () => {
    expect(house.size).toBeGreaterThan(0)
    expect(breachesIn(house)).toEqual([])
  })

  it.each(breaches)("reports %s", (_title, path, source, told) => {
    expect(breachesIn(new Map([[path, source]])).join("\n")).toContain(told)
  })

  it("reports an island that reaches a library through a rule", () => {
    const sources = new Map([
      [island, `import { check } from "@portail-famille/core/Planted"`],
      [rule, `import { Schema } from "effect"\nexport const check = Schema.String`]
    ])
    expect(breachesIn(sources)).toEqual([`${island} (islands) brings effect into the browser`])
  })

  it("lets an island reach a rule that uses effect as types only", () => {
    const sources = new Map([
      [island, `import { check } from "@portail-famille/core/Planted"`],
      [rule, `import type { Schema } from "effect"\nexport const check = (s: Schema.Schema<string>) => s`]
    ])
    expect(breachesIn(sources)).toEqual([])
  })

  it("lets words name the errors of a service as types", () => {
    const source = `import type { NotFound } from "../services/Families.ts"`
    expect(breachesIn(new Map([["packages/core/src/words/fr.ts", source]]))).toEqual([])
  })

  it("lets words read the types of a service, to name every error", () => {
    const source = `import type { NotFound } from "../services/Families.ts"`
    expect(breachesIn(new Map([["packages/core/src/words/problems.ts", source]]))).toEqual([])
  })

  it("reports a circle", () => {
    const sources = new Map([
      ["packages/core/src/A.ts", `import { b } from "./B.ts"`],
      ["packages/core/src/B.ts", `import { c } from "./C.ts"`],
      ["packages/core/src/C.ts", `import { a } from "./A.ts"`]
    ])
    expect(breachesIn(sources)).toEqual([
      "circular imports: packages/core/src/A.ts → packages/core/src/B.ts → packages/core/src/C.ts → packages/core/src/A.ts"
    ])
  })
})

describe("imports of a source", () => {
  it("are read over several lines, with types told apart", () => {
    const source = `import {\n  type A,\n  B as C\n} from "./one.ts"\nimport type { D } from "./two.ts"\nexport { type E } from "./three.ts"`
    expect(importsOf(source)).toEqual([
      { specifier: "./one.ts", names: ["A", "B"], typeOnly: false },
      { specifier: "./two.ts", names: ["D"], typeOnly: true },
      { specifier: "./three.ts", names: ["E"], typeOnly: true }
    ])
  })

  it("are not read from comments and strings", () => {
    const source = `/**\n * import { A } from "./one.ts"\n */\n// import "./two.ts"\nexport const url = "https://a.fr" // import "./three.ts"`
    expect(importsOf(source)).toEqual([])
  })
})
