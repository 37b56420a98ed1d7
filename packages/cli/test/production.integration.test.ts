import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { database } from "./database.ts"
import { asking, chenexFile, portail, ran, temporaryFolder } from "./program.ts"

const host = "famille.valclair.test"

describe("portail in production", { timeout: 240_000 }, () => {
  it("migrates, takes and gives back a commune, makes and ends tokens, and serves that commune only", async () => {
    const folder = await temporaryFolder()
    const { urls } = await database()
    const run = async (...args: ReadonlyArray<string>) => {
      const { code, err, out } = await ran(args, urls, folder)
      expect({ args, code, err }).toEqual({ args, code: 0, err: "" })
      return out
    }
    expect(await run("migrate")).toContain("up to date")
    expect(await run("migrate")).toContain("up to date")

    const file = await chenexFile(folder, { slug: "valclair", name: "VALCLAIR", hosts: [host], banner: "Bonjour" })
    expect(await run("commune", "import", file)).toContain("VALCLAIR (valclair)")
    const exported = await run("commune", "export", "valclair")
    expect(JSON.parse(exported)).toMatchObject({ slug: "valclair", hosts: [host], banner: "Bonjour" })
    const again = join(folder, "again.json")
    await writeFile(again, exported)
    await run("commune", "import", again)
    expect(await run("commune", "export", "valclair")).toBe(exported)

    const made = await run("staff", "make", "--commune", "valclair", "--name", "Anne Blanc", "--roles", "agent")
    const [, token = "", number = ""] = /^(\S+)\n\nn° (\d+), Anne Blanc/.exec(made) ?? []
    const listed = await run("staff", "list", "--commune", "valclair")
    expect(listed).toMatch(/Anne Blanc {2}agent {2}all facilities {2}until /)
    expect(listed).not.toContain(token)

    const settings = { ...urls, PORT: "0", PORTAIL_ORIGIN: `https://${host}` }
    const program = portail(["serve"], settings, folder)
    const [, port = ""] = await program.said(/port (\d+), for https:\/\/famille\.valclair\.test/)
    const ask = asking(Number(port))
    const requests = () => ask("/api/staff/requests", { host, bearer: token })
    expect(await requests()).toMatchObject({ status: 200, json: [] })
    expect((await ask("/demonstration/courriels", { host })).status).toBe(404)
    expect((await ask("/api/openapi.json")).status).toBe(404)
    const body = { identifiant: "martin.claire", password: "Sapin-Vert-7452" }
    expect((await ask("/api/session", { host, body })).status).toBe(401)

    await run("staff", "revoke", "--commune", "valclair", "--id", number)
    expect((await requests()).status).toBe(401)
    expect(await run("staff", "list", "--commune", "valclair")).toContain("revoked")
    expect(await program.stop("SIGTERM")).toEqual({ code: 0, signal: null })
    expect(program.err).toBe("")
    expect(program.out).not.toContain(token)
  })

  it("says what is wrong with a command, and changes nothing", async () => {
    const folder = await temporaryFolder()
    const { urls } = await database()
    const refused = async (...args: ReadonlyArray<string>) => {
      const { code, err, out } = await ran(args, urls, folder)
      expect({ args, code, out }).toEqual({ args, code: 1, out: "" })
      expect(err).not.toMatch(/^\s+at /m)
      return err
    }
    expect(await refused("commune", "import", "absent.json")).toContain("absent.json cannot be read")
    const broken = join(folder, "broken.json")
    await writeFile(broken, "{")
    expect(await refused("commune", "import", broken)).toContain("is not JSON")
    const unfit = await refused("commune", "import", await chenexFile(folder, { postcode: "ABC", banners: [] }))
    expect(unfit).toContain("postcode: ")
    expect(unfit).toContain("banners: ")
    const torn = await chenexFile(folder, { facilities: [{ id: "piscine", label: "Piscine" }] })
    expect(await refused("commune", "import", torn)).toContain("restauration")
    expect(await refused("commune", "export", "valclair")).toMatch(/\S/)
    expect(await refused("staff", "make", "--commune", "valclair", "--name", "A", "--roles", "agent")).toMatch(/\S/)
    await ran(["commune", "import", await chenexFile(folder, {})], urls, folder)
    const make = ["staff", "make", "--commune", "chenex", "--name", "A", "--roles"]
    expect(await refused(...make, "mayor")).toContain("--roles")
    expect(await refused(...make, "agent", "--facilities", "piscine")).toContain("piscine is none of the facilities")
    expect(await refused("staff", "revoke", "--commune", "chenex", "--id", "99")).toMatch(/\S/)
  })
})
