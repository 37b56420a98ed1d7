import { defineConfig } from "vitest/config"

const places = ["packages/*", "examples/*"]
const postgres = "packages/adapter-pg/test/postgres.setup.ts"
const testsNamed = (suffix: string) => places.map((place) => `${place}/test/**/*${suffix}.test.ts`)

/** Levels by suffix: `.test.ts` does no I/O, `.integration.test.ts` a real database, `.e2e.test.ts` a real browser. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "unit",
          include: testsNamed(""),
          exclude: [...testsNamed(".integration"), ...testsNamed(".e2e")]
        }
      },
      {
        test: {
          name: "integration",
          include: testsNamed(".integration"),
          globalSetup: postgres,
          testTimeout: 30_000,
          hookTimeout: 60_000
        }
      },
      {
        test: {
          name: "e2e",
          include: testsNamed(".e2e"),
          globalSetup: postgres,
          testTimeout: 120_000,
          hookTimeout: 60_000
        }
      }
    ]
  }
})
