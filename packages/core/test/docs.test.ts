import { existsSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "vitest"
import { mayStaff, type StaffAct, StaffId, StaffRole } from "../src/Access.ts"
import { make } from "../src/Day.ts"
import { actionsOn, CellState } from "../src/PlanningCell.ts"
import { actionName, stateName } from "../src/words/planning.ts"
import { blocksOf, deadLinks, pages, read, regionOf, tableOf, texts } from "./docs/markdown.ts"

const root = fileURLToPath(new URL("../../../", import.meta.url))
const documentation = pages()

describe("every page", () => {
  it.each([...documentation])("%s leads somewhere with each of its links", (path, page) => {
    expect(
      deadLinks(
        path,
        page,
        (to) => existsSync(join(root, to)),
        (to) => documentation.get(to)
      )
    ).toEqual([])
  })

  it.each([...documentation])("%s shows TypeScript that a test runs, word for word", (_path, page) => {
    for (const { language, region, text } of blocksOf(page)) {
      if (region === undefined) expect(language, text).not.toMatch(/^(ts|typescript|js)$/)
      else {
        const [file = "", name = ""] = region.split(" ")
        expect(text, region).toBe(regionOf(read(file), name))
      }
    }
  })
})

describe("what the tests read of a page", () => {
  it("are the links that lead nowhere, and no code", () => {
    const page =
      "[a](b.md) [c](../d.md#here) [e](https://e.fr) `[f](g.md)`\n```md\n[h](i.md)\n```\n# Where\n[j](#where)"
    const dead = (files: ReadonlyMap<string, string>) =>
      deadLinks(
        "docs/how/p.md",
        page,
        (to) => files.has(to),
        (to) => files.get(to)
      )
    const page_ = ["docs/how/p.md", page] as const
    expect(dead(new Map([page_]))).toEqual(["b.md", "../d.md#here"])
    expect(dead(new Map([page_, ["docs/how/b.md", ""], ["docs/d.md", "# There"]]))).toEqual(["../d.md#here"])
    expect(dead(new Map([page_, ["docs/how/b.md", ""], ["docs/d.md", "# Here"]]))).toEqual([])
  })

  it("are blocks with their region, and regions without their margin", () => {
    const page = "<!-- region: a.ts one -->\n```ts\nx()\n```\n\n```sh\nls\n```\n"
    expect(blocksOf(page)).toEqual([
      { language: "ts", text: "x()\n", region: "a.ts one" },
      { language: "sh", text: "ls\n", region: undefined }
    ])
    expect(regionOf("{\n  // #region one\n\n  x()\n    y()\n  // #endregion\n}", "one")).toBe("x()\n  y()\n")
    expect(regionOf("x()", "one")).toBeUndefined()
  })
})

it("docs/reference/roles.md says which roles may do what", () => {
  const acts: ReadonlyArray<StaffAct> = [
    "readRequests",
    "answerRequest",
    "readFamilies",
    "writeFamilies",
    "takeAttendance",
    "sendMessage",
    "readMoney",
    "postMoney",
    "issueLogin",
    "configure"
  ]
  const allowed = (act: StaffAct) =>
    StaffRole.literals.map((role) =>
      mayStaff({ _tag: "Staff", staffId: StaffId.make(1), name: "A", roles: [role], facilities: null }, act, null)
        ? "yes"
        : ""
    )
  const told = tableOf(read("docs/reference/roles.md"), "act").map(([act, , ...roles]) => [act, ...roles])
  expect(told).toEqual(acts.map((act) => [act, ...allowed(act)]))
})

it("docs/reference/cell-states.md names every state, what it is called and what a family may do there", () => {
  const today = make("2015-05-04")
  const facts = { origin: "request", reason: "", label: "" } as const
  const may = (state: CellState["_tag"], day: string) =>
    actionsOn({ ...facts, _tag: state } as CellState, make(day), { today, mayBook: true })
      .map(actionName)
      .join(", ") || "nothing"
  const told = tableOf(read("docs/reference/cell-states.md"), "state").map(([state, name, , future, past]) => [
    state,
    name?.split(", ")[0],
    future,
    past
  ])
  expect(told).toEqual(
    CellState.members.map(({ fields }) => {
      const state = fields._tag.schema.literal
      return [state, stateName(state), may(state, "2015-05-05"), may(state, "2015-05-04")]
    })
  )
})

it("docs/reference/vocabulary.md takes no identifier for real that is in no source", () => {
  const rows = tableOf(read("docs/reference/vocabulary.md"), "French")
  expect(rows.length).toBeGreaterThan(30)
  const rooms = [...texts("packages/*/src/**/*.ts").values()].join("\n")
  const unknown = rows
    .filter(([, , , status]) => status !== "to come")
    .flatMap(([, , identifiers]) => (identifiers ?? "").split(", "))
    .filter((identifier) => !new RegExp(`\\b${identifier}\\b`).test(rooms))
  expect(unknown).toEqual([])
})
