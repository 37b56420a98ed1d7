import { demonstrationLogins } from "@portail-famille/example-chenex"
import { describe, expect, it, onTestFinished } from "vitest"
import { type Mood, openMailServer } from "../../adapter-node/test/mail.ts"
import { demonstration, eventually, signedIn, temporaryFolder } from "./program.ts"

const { claire, karim } = demonstrationLogins
const chosen = "Rose-Trémière-2031"

const mailServer = async (moods: Array<Mood>) => {
  const server = await openMailServer(moods)
  onTestFinished(() => server.close())
  return server
}

const messageIdOf = (raw: string) => /^Message-ID: (.+)\r$/m.exec(raw)?.[1]

const secretIn = (raw: string, origin: string) =>
  new RegExp(`${origin}/mot-de-passe/lien/([\\w-]+)`).exec(raw.replaceAll("=\r\n", "").replaceAll("=3D", "="))?.[1]

describe("a forgotten password", { timeout: 240_000 }, () => {
  it("is chosen anew with the link of an e-mail, which the Host header cannot bend", async () => {
    const mail = await mailServer([])
    const { ask, origin, program } = await demonstration(await temporaryFolder(), { SMTP_URL: mail.url })
    const reset = (identifiant: string, host?: string) =>
      ask("/api/password-resets", { body: { identifiant }, ...(host !== undefined && { host }) })
    const unknown = await reset("nobody.here")
    const known = await reset(claire.identifiant, "127.0.0.1:9")
    expect(known).toEqual({ ...unknown, status: 202 })
    expect((await reset(claire.identifiant, "evil.test")).status).toBe(404)
    const [letter] = await eventually("the letter is there", async () =>
      mail.arrived.length > 0 ? mail.arrived : undefined
    )
    expect(letter?.to).toEqual(["claire.martin@famille.example"])
    expect(letter?.raw).not.toMatch(/127\.0\.0\.1:9|evil/)
    const secret = secretIn(letter?.raw ?? "", origin)
    expect(secret).toBeDefined()
    const redeem = (password: string) => ask("/api/password-resets", { method: "PUT", body: { secret, password } })
    expect((await redeem("court")).status).toBe(409)
    expect((await redeem(chosen)).status).toBe(204)
    expect((await redeem(chosen)).status).toBe(409)
    expect(await signedIn(ask, claire.identifiant, chosen)).not.toBe("")
    await expect(signedIn(ask, claire.identifiant, claire.password)).rejects.toThrow("401")
    await eventually("she is told of the change", async () => (mail.arrived.length > 1 ? true : undefined))
    const kept = (await ask("/demonstration/courriels")).text
    expect(kept).toContain(`${origin}/mot-de-passe/lien/${secret}`)
    await program.stop("SIGTERM")
    for (const marker of [secret ?? "", chosen, "claire.martin@", "MARTIN", "evil.test"])
      expect(program.err + program.out.replace(/Claire MARTIN/g, "")).not.toContain(marker)
  })

  it("waits for a mail server that is down, then leaves under the same message id", async () => {
    const folder = await temporaryFolder()
    const mail = await mailServer(["dropInTheMiddle"])
    const settings = { SMTP_URL: mail.url }
    const down = await demonstration(folder, { ...settings, PORTAIL_NOW: "2026-09-15T08:00:00Z" })
    expect((await down.ask("/api/password-resets", { body: { identifiant: karim.identifiant } })).status).toBe(202)
    await eventually("the letter was begun", async () => (mail.begun.length > 0 ? true : undefined))
    expect((await down.ask("/health/ready")).status).toBeLessThan(300)
    await down.program.stop("SIGTERM")
    expect(mail.arrived).toEqual([])

    const up = await demonstration(folder, { ...settings, PORTAIL_NOW: "2026-09-15T08:30:00Z" })
    await eventually("the letter has left", async () => (mail.arrived.length > 0 ? true : undefined))
    const [first, second] = mail.begun.map(messageIdOf)
    expect(first).toMatch(/^<notice-\d+\.commune-1@localhost>$/)
    expect(second).toBe(first)
    await up.program.stop("SIGTERM")
    expect(down.program.err + up.program.err).not.toMatch(/@|BENALI|lien/)
  })

  it("is sent again under the same message id when the portal is killed before it knows that the letter left", async () => {
    const folder = await temporaryFolder()
    const mail = await mailServer(["accept"])
    const settings = { SMTP_URL: mail.url }
    const first = await demonstration(folder, { ...settings, PORTAIL_NOW: "2026-09-15T08:00:00Z" })
    mail.onAccepted(() => first.program.child.kill("SIGKILL"))
    expect((await first.ask("/api/password-resets", { body: { identifiant: karim.identifiant } })).status).toBe(202)
    expect(await first.program.ended).toEqual({ code: null, signal: "SIGKILL" })

    const second = await demonstration(folder, { ...settings, PORTAIL_NOW: "2026-09-15T08:30:00Z" })
    await eventually("the letter came again", async () => (mail.arrived.length > 1 ? true : undefined))
    const ids = mail.arrived.map(({ raw }) => messageIdOf(raw))
    expect(new Set(ids).size).toBe(1)
    await second.program.stop("SIGTERM")
  })
})
