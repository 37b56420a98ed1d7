import { Adult } from "@portail-famille/core"
import { describe, expect, it, onTestFinished } from "vitest"
import { openMailServer } from "../../adapter-node/test/mail.ts"
import { type Ask, demonstration, eventually, postmasterOf, signedIn, temporaryFolder } from "./program.ts"

const firstName = "Zéphyrine"
const lastName = "QUINQUEMPOIX"
const email = "zephyrine.q@boite.example"
const address = "9 impasse du Vendémiaire"
const child = "Théodebert"
const identifiant = "quinquempoix.z"
const chosen = "Hirondelle-Bleue-9137"
const wrong = "Corneille-Grise-4408"
const message = "Le goûter de brumaire"

/** What staff write of a family; gives the one-time password that it gets. */
const openFamily = async (ask: Ask, bearer: string): Promise<string> => {
  const post = async (path: string, body: unknown): Promise<Readonly<Record<string, string>>> => {
    const { json, status, text } = await ask(`/api/staff${path}`, { body, bearer })
    expect({ path, status, text }).toEqual({ path, status: 201, text })
    return json
  }
  const { id: family } = await post("/families", { number: "7777777777777" })
  const adult = { ...Adult.named(firstName, lastName), email, address }
  const { id } = await post(`/families/${family}/adults`, adult)
  await post(`/families/${family}/children`, { firstName: child, lastName, birthDay: "2018-02-03" })
  await post("/messages", { recipient: id, from: "Mairie", subject: message, body: message })
  const { secret } = await post(`/adults/${id}/login`, { identifiant, handover: "password" })
  return secret ?? ""
}

/** The letter's link, once it has come. */
const linkIn = (letters: ReadonlyArray<{ readonly raw: string }>) =>
  eventually("the letter has come", async () =>
    letters
      .map(({ raw }) => /lien\/([\w-]+)/.exec(raw.replaceAll("=\r\n", ""))?.[1])
      .find((found) => found !== undefined)
  )

describe("the log", { timeout: 240_000 }, () => {
  it("holds nothing of a family and no secret, whatever happens to it", async () => {
    const mail = await openMailServer(["refuse", "accept"])
    onTestFinished(() => mail.close())
    const { ask, dataDir, program, token } = await demonstration(await temporaryFolder(), { SMTP_URL: mail.url })
    const issued = await openFamily(ask, token)
    const first = await signedIn(ask, identifiant, issued)
    const password = { method: "PUT", cookie: first, body: { current: null, next: chosen } }
    expect((await ask("/api/password", password)).status).toBe(204)
    const cookie = await signedIn(ask, identifiant, chosen)
    expect((await ask("/api/home", { cookie })).text).toContain(lastName)
    expect((await ask("/api/session", { body: { identifiant, password: wrong } })).status).toBe(401)
    expect((await ask("/api/password-resets", { body: { identifiant } })).status).toBe(202)
    const secret = await linkIn(mail.arrived)
    expect((await ask("/api/session", { body: { identifiant, password: chosen, [lastName]: address } })).status).toBe(
      400
    )

    process.kill((await postmasterOf(dataDir)) ?? 0, "SIGKILL")
    const paths = ["/api/home", `/mot-de-passe/lien/${secret}`, `/api/children/${child}/planning?month=${address}`]
    const tries = paths.map((path) =>
      eventually(`${path} is an incident`, async () => {
        const { status } = await ask(encodeURI(path), { cookie })
        return status === 503 || (await ask("/health/ready")).status < 300 ? true : undefined
      })
    )
    await Promise.all([...tries, ask("/api/session", { body: { identifiant, password: wrong } })])
    await eventually("it is ready again", async () => ((await ask("/health/ready")).status < 300 ? true : undefined))
    await program.stop("SIGTERM")

    const said = (program.out + program.err).replace(token, "")
    expect(said).toMatch(/is started again/)
    const markers = [firstName, lastName, email, address, child, identifiant, message, issued, chosen, wrong, secret]
    const cookies = [first, cookie].map((pair) => pair.split("=")[1] ?? "")
    for (const marker of [...markers, ...cookies, token, mail.url, "7777777777777"]) {
      expect(marker.length).toBeGreaterThan(5)
      for (const form of [marker, encodeURI(marker), marker.toLowerCase()]) expect(said).not.toContain(form)
    }
  })
})
