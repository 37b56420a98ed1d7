import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const places = ["packages/core", "packages/http", "packages/ui-web", "packages/adapter-node", "packages/adapter-pg"]

const sources = [...places, "packages/cli", "examples/chenex"].flatMap((place) =>
  readdirSync(`${root}${place}/src`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${place}/src/${file}`)
)

const mounting = /\bHttpRouter\.(add|addAll|use|route|make)\b|\bHttpApi(Builder|Scalar|Swagger)\.(layer|api)\b/g

describe("the routes of the portal", () => {
  it("are mounted from the contract, from the table of pages, and for the letters of the demonstration only", () => {
    const found = sources.flatMap((file) =>
      [...readFileSync(root + file, "utf8").matchAll(mounting)].map(([call]) => `${file} ${call}`)
    )
    expect(found.toSorted()).toEqual([
      "packages/cli/src/outboxPage.ts HttpRouter.add",
      "packages/http/src/server/Routes.ts HttpApiBuilder.layer",
      "packages/http/src/server/Routes.ts HttpApiScalar.layer",
      "packages/ui-web/src/Pages.ts HttpRouter.addAll",
      "packages/ui-web/src/Pages.ts HttpRouter.route"
    ])
  })
})
