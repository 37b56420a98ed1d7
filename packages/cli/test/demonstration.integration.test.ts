import { readdir } from "node:fs/promises"
import { demonstrationLogins } from "@portail-famille/example-chenex"
import { describe, expect, it } from "vitest"
import { type Ask, demonstration, postmasterOf, signedIn, temporaryFolder } from "./program.ts"

const { claire, jean } = demonstrationLogins

const waitingOf = async (ask: Ask, cookie: string): Promise<number> => {
  const { json } = await ask("/api/requests", { cookie })
  return (json as { readonly open: ReadonlyArray<unknown> }).open.length
}

describe("portail serve --demo", { timeout: 240_000 }, () => {
  it("shows all that a newcomer needs, keeps the data, and leaves nothing behind", async () => {
    const folder = await temporaryFolder()
    const first = await demonstration(folder)
    for (const { identifiant, password, who } of Object.values(demonstrationLogins))
      expect(first.program.out).toMatch(new RegExp(`${identifiant} +${password} +${who}`))
    expect(first.program.out).toContain(`${first.origin}/api/docs`)
    expect((await first.ask("/api/docs")).status).toBe(200)
    expect((await first.ask("/health/ready")).status).toBeLessThan(300)
    expect((await first.ask("/demonstration/courriels")).text).toContain("Aucun courriel")
    expect((await first.ask("/api/staff/requests", { bearer: first.token })).status).toBe(200)
    const { identifiant, password } = jean
    expect((await first.ask("/api/session", { body: { identifiant, password } })).json).toEqual({ stage: "issued" })
    const cookie = await signedIn(first.ask, claire.identifiant, claire.password)
    const waiting = await waitingOf(first.ask, cookie)
    expect(waiting).toBeGreaterThan(0)
    const before = await postmasterOf(first.dataDir)
    expect(before).toBeGreaterThan(0)
    expect(await first.program.stop("SIGINT")).toEqual({ code: 0, signal: null })
    expect(await postmasterOf(first.dataDir)).toBeUndefined()
    expect(await readdir(first.dataDir)).not.toContain("postgresql.lock")
    expect(first.program.err).toBe("")

    const again = await demonstration(folder)
    expect(again.token).not.toBe(first.token)
    expect(await waitingOf(again.ask, cookie)).toBe(waiting)
    expect(await again.program.stop("SIGTERM")).toEqual({ code: 0, signal: null })
    expect(await postmasterOf(again.dataDir)).toBeUndefined()
    expect(again.program.err).toBe("")
  })

  it("lives at the time that PORTAIL_NOW says, and ends the sessions when it is moved", async () => {
    const folder = await temporaryFolder()
    const guide = await demonstration(folder, { PORTAIL_NOW: "2015-05-04" })
    expect(guide.program.out).toContain("2015-05-04T09:00:00.000Z")
    const cookie = await signedIn(guide.ask, claire.identifiant, claire.password)
    expect((await guide.ask("/api/home", { cookie })).json).toMatchObject({ today: "2015-05-04" })
    const [child] = (await guide.ask("/api/children", { cookie })).json as ReadonlyArray<{ readonly id: number }>
    const slot = (day: string) => ({ slots: [{ activityId: "restauration", day }] })
    const ask = (day: string) => guide.ask(`/api/children/${child?.id}/bookings`, { cookie, body: slot(day) })
    expect((await ask("2015-04-30")).status).toBe(409)
    const booked = await ask("2015-06-26")
    expect(booked.text).toContain('"askedAt":"2015-05-04T09:')
    expect(booked.status).toBe(201)
    expect(await guide.program.stop("SIGHUP")).toEqual({ code: 0, signal: null })
    expect(await postmasterOf(guide.dataDir)).toBeUndefined()

    const same = await demonstration(folder, { PORTAIL_NOW: "2015-05-04" })
    expect((await same.ask("/api/home", { cookie })).status).toBe(200)
    await same.program.stop("SIGTERM")

    const later = await demonstration(folder, { PORTAIL_NOW: "2015-05-04T09:10:00Z" })
    expect((await later.ask("/api/home", { cookie })).status).toBe(401)
    const anew = await signedIn(later.ask, claire.identifiant, claire.password)
    expect((await later.ask("/api/home", { cookie: anew })).status).toBe(200)
    expect(later.program.err + guide.program.err + same.program.err).toBe("")
  })
})
