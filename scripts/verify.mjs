// Everything that must hold before a change goes in: types, lint, unused code, all tests, the packages as published.
// Stops at the first failure with its exit code; the last line sums up the tests.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { endLike, run } from "./run.mjs"

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const temporary = mkdtempSync(join(tmpdir(), "portail-verify-"))
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }))
const results = join(temporary, "vitest.json")

const islands = "packages/ui-web/tsconfig.islands.json"
const tsc = "node_modules/typescript/bin/tsc"
const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${results}`]
const steps = [
  ["Types", tsc, "-p", "tsconfig.json"],
  ...(existsSync(join(root, islands)) ? [["Types of what runs in the browser", tsc, "-p", islands]] : []),
  ["Lint", "node_modules/@biomejs/biome/bin/biome", "ci", "--error-on-warnings"],
  ["Unused files, exports and dependencies", "node_modules/knip/bin/knip.js"],
  ["Tests", "node_modules/vitest/vitest.mjs", "run", "--allowOnly=false", ...reporters],
  ["Packages", "scripts/pack-check.mjs"]
]

const levels = {
  unit: (name) => !/\.(integration|e2e)\.test\.ts$/.test(name),
  integration: (name) => name.endsWith(".integration.test.ts"),
  e2e: (name) => name.endsWith(".e2e.test.ts")
}

/**
 * The tests that passed, failed and were left out, and the levels without any test.
 * A file that could not be loaded counts as one that failed.
 */
const countTests = () => {
  if (!existsSync(results)) return { passed: 0, failed: 0, left: 0, missing: Object.keys(levels) }
  const told = JSON.parse(readFileSync(results, "utf8"))
  const unloaded = told.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0)
  return {
    passed: told.numPassedTests,
    failed: told.numFailedTests + unloaded.length,
    left: told.numPendingTests + told.numTodoTests,
    missing: Object.keys(levels).filter((level) => !told.testResults.some((file) => levels[level](file.name)))
  }
}

const stop = (end) => {
  const { passed, failed } = countTests()
  console.log(`\n${passed} passed, ${failed} failed`)
  endLike(end)
}

for (const [title, file, ...args] of steps) {
  console.log(`\n── ${title} ${"─".repeat(70 - title.length)}`)
  const start = performance.now()
  const end = await run(process.execPath, [join(root, file), ...args], { cwd: root })
  console.log(`${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
  if (end.code !== 0) stop(end)
  if (title === "Tests") {
    const { left, missing } = countTests()
    if (left > 0) console.error(`${left} tests were skipped or left to do: none may be.`)
    for (const level of missing) console.error(`No ${level} test ran.`)
    if (left > 0 || missing.length > 0) stop({ code: 1, signal: null })
  }
}
stop({ code: 0, signal: null })
