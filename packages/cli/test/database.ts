import { Effect, Exit, Redacted, Scope } from "effect"
import { onTestFinished } from "vitest"
import { connectedTo, freshDatabase } from "../../adapter-pg/test/database.ts"

/** A database of its own on the tests' PostgreSQL, without tables, dropped when the test ends. */
export const database = async () => {
  const scope = Scope.makeUnsafe()
  onTestFinished(() => Effect.runPromise(Scope.close(scope, Exit.void)))
  const { adminUrl, appUrl, ownerUrl } = await Effect.runPromise(Scope.provide(freshDatabase, scope))
  return {
    adminUrl: Redacted.value(adminUrl),
    /** What an operator sets: the application's login, and the one that migrates. */
    urls: { DATABASE_URL: Redacted.value(appUrl), DATABASE_OWNER_URL: Redacted.value(ownerUrl) }
  }
}

/** The address of a login that can become the owner of the tables, dropped when the test ends. */
export const ownerLogin = async (adminUrl: string): Promise<string> => {
  const run = (statement: string) =>
    Effect.runPromise(connectedTo(Redacted.make(adminUrl), (sql) => sql.unsafe(statement)))
  await run("CREATE ROLE test_owning LOGIN IN ROLE portail_owner")
  onTestFinished(async () => void (await run("DROP ROLE test_owning")))
  const url = new URL(adminUrl)
  url.username = "test_owning"
  return url.href
}
