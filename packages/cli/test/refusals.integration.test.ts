import { writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { join } from "node:path"
import { describe, expect, it, onTestFinished } from "vitest"
import { database, ownerLogin } from "./database.ts"
import { chenexFile, demonstration, postmasterOf, ran, temporaryFolder } from "./program.ts"

const timeout = 120_000

/** What `portail` says as it refuses: exit code 1, nothing on its output, no stack. */
const refusal = async (args: ReadonlyArray<string>, env: Readonly<Record<string, string>>, folder: string) => {
  const { code, err, out } = await ran(args, { PORT: "0", PORTAIL_DATA_DIR: join(folder, "data"), ...env }, folder)
  expect(err).not.toMatch(/^\s+at /m)
  expect({ code, out }).toEqual({ code: 1, out: "" })
  return err.trim()
}

const takenPort = async (): Promise<string> => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return String(typeof address === "object" ? address?.port : 0)
}

describe("portail serve refuses, in a sentence and with exit code 1,", { timeout }, () => {
  it.each([
    ["the demonstration on an address that others reach", ["serve", "--demo"], { HOST: "0.0.0.0" }, "loopback"],
    ["plain http for families", ["serve"], { PORTAIL_ORIGIN: "http://famille.example.fr" }, "https"],
    ["plain http on an address that others reach", ["serve"], { HOST: "0.0.0.0" }, "https"],
    ["another time than the machine's in production", ["serve"], { PORTAIL_NOW: "2015-05-04" }, "demonstration"],
    ["a port that is none", ["serve", "--demo"], { PORT: "http" }, "PORT=http"],
    ["an unknown command", ["sevre"], {}, "do not know this command"],
    ["an unknown option", ["serve", "--dmeo"], {}, "--dmeo"],
    [
      "an unreachable database",
      ["serve"],
      { DATABASE_URL: "postgres://portail_app:secret@127.0.0.1:1/portail" },
      "ECONNREFUSED"
    ]
  ] as const)("%s", async (_what, args, env, said) => {
    const folder = await temporaryFolder()
    const told = await refusal(args, env, folder)
    expect(told).toContain(said)
    expect(told).not.toContain("secret")
  })

  it("a data folder that is a file", async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, "data"), "")
    expect(await refusal(["serve", "--demo"], {}, folder)).toMatch(/data folder cannot be used.*PORTAIL_DATA_DIR/)
  })

  it("a data folder that is a file, beside a database of its own", async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, "data"), "")
    const { urls } = await database()
    expect(await refusal(["serve", "--demo"], urls, folder)).toMatch(/data folder .* cannot be written/)
  })

  it("a busy port, and leaves no PostgreSQL behind", async () => {
    const folder = await temporaryFolder()
    const told = await refusal(["serve", "--demo"], { PORT: await takenPort() }, folder)
    expect(told).toMatch(/port is taken.*PORT/)
    expect(await postmasterOf(join(folder, "data"))).toBeUndefined()
  })

  it("a data folder that another server holds", async () => {
    const folder = await temporaryFolder()
    const { program } = await demonstration(folder)
    expect(await refusal(["serve", "--demo"], {}, folder)).toContain(`already served by process ${program.pid}`)
    expect(await program.stop("SIGTERM")).toEqual({ code: 0, signal: null })
  })

  it("an application login that row security does not hold", async () => {
    const folder = await temporaryFolder()
    const { adminUrl, urls } = await database()
    const superuser = await refusal(["serve"], { ...urls, DATABASE_URL: adminUrl }, folder)
    expect(superuser).toMatch(/may not run as "postgres".*superuser/)
    const owner = await refusal(["serve"], { ...urls, DATABASE_URL: await ownerLogin(adminUrl) }, folder)
    expect(owner).toMatch(/may not run as "test_owning", which, as a member of "pg_database_owner", owns the schema/)
    const same = await refusal(["serve"], { ...urls, DATABASE_URL: urls.DATABASE_OWNER_URL }, folder)
    expect(same).toContain("the same login")
  })

  it("a database that lacks its tables, where no owner may make them", async () => {
    const folder = await temporaryFolder()
    const { DATABASE_URL } = (await database()).urls
    expect(await refusal(["serve"], { DATABASE_URL }, folder)).toContain("migrate")
  })

  it("to show the demonstration on a database of other communes", async () => {
    const folder = await temporaryFolder()
    const { urls } = await database()
    const file = await chenexFile(folder, { slug: "valclair", name: "VALCLAIR", hosts: ["famille.valclair.test"] })
    expect(await ran(["commune", "import", file], urls, folder)).toMatchObject({ code: 0, err: "" })
    expect(await refusal(["serve", "--demo"], urls, folder)).toContain("serves other communes")
  })
})
