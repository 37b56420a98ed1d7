import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Effect, Exit, Redacted, Scope } from "effect"
import type { TestProject } from "vitest/node"
import { EmbeddedPostgres } from "../src/embedded/index.ts"

/** The addresses of the tests' server; `appUrl` and `ownerUrl` open the database that fresh ones are copies of. */
export interface TestServer {
  readonly appUrl: string
  readonly ownerUrl: string
  readonly adminUrl: string
}

declare module "vitest" {
  interface ProvidedContext {
    readonly postgres: TestServer
  }
}

/** Starts one PostgreSQL for all integration tests; at the end neither a process nor a file of it is left. */
export default async function startPostgres({ provide }: Pick<TestProject, "provide">): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "portail-test-"))
  const scope = Scope.makeUnsafe()
  const stop = async () => {
    await Effect.runPromise(Scope.close(scope, Exit.void))
    await rm(folder, { recursive: true, force: true })
  }
  try {
    const served = await Effect.runPromise(Scope.provide(EmbeddedPostgres.start({ dataDir: folder }), scope))
    provide("postgres", {
      appUrl: Redacted.value(served.appUrl),
      ownerUrl: Redacted.value(served.ownerUrl),
      adminUrl: Redacted.value(served.adminUrl)
    })
  } catch (error) {
    await stop()
    throw error
  }
  return stop
}
