import { type TransportRefusal, transportProblems } from "@portail-famille/core/words/transport"
import { expect, it } from "vitest"
import { read, tableOf } from "../../../core/test/docs/markdown.ts"
import type { Caller } from "../../src/index.ts"
import { statuses, transportProblem } from "../../src/server/index.ts"
import { endpoints } from "../endpoints.ts"

const page = read("docs/reference/api.md")

it("docs/reference/api.md names every problem with its status", () => {
  const transport = (Object.keys(transportProblems) as ReadonlyArray<TransportRefusal>).map((refusal) => [
    String(transportProblem(refusal).status),
    refusal
  ])
  const domain = Object.entries(statuses).map(([tag, status]) => [String(status), tag])
  const told = tableOf(page, "status").map((cells) => cells.slice(0, 2))
  expect(told.toSorted()).toEqual([...transport, ...domain].toSorted())
})

it("docs/reference/api.md names every endpoint with who may call it", () => {
  const who = (caller: Caller | undefined): string => {
    if (caller === undefined) return ""
    if (caller._tag === "Staff") return `staff: ${caller.act}`
    return caller._tag === "Public" ? "anyone" : caller.anyStage ? "family, at any stage" : "family"
  }
  const told = tableOf(page, "endpoint").map((cells) => cells.slice(0, 2))
  expect(told.toSorted()).toEqual(
    endpoints.map(({ caller, method, path }) => [`${method} ${path}`, who(caller)]).toSorted()
  )
})
