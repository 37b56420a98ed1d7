import { demonstrationLogins } from "@portail-famille/example-chenex"
import { describe, expect, it } from "vitest"
import { type Answer, type Ask, demonstration, eventually, postmasterOf, signedIn, temporaryFolder } from "./program.ts"

const { claire } = demonstrationLogins
const settings = { PORTAIL_NOW: "2026-09-15T08:00:00Z" }

interface Free {
  readonly child: number
  readonly days: ReadonlyArray<string>
}

interface Line {
  readonly request: { readonly id: number; readonly subject: { readonly childId: number; readonly day: string } }
}

/** School days of the year to come: whatever is refused among them is simply not acknowledged. */
const days = Array.from({ length: 260 }, (_, i) => new Date(Date.UTC(2026, 9, 1 + i)).toISOString().slice(0, 10))

const childOf = async (ask: Ask, cookie: string): Promise<Free> => {
  const [child] = (await ask("/api/children", { cookie })).json as ReadonlyArray<{ readonly id: number }>
  return { child: child?.id ?? 0, days }
}

/** The write of a day, always the same under the same key. */
const booking = (cookie: string, child: number, day: string) =>
  [
    `/api/children/${child}/bookings`,
    { cookie, key: `booking-${day}`, body: { slots: [{ activityId: "restauration", day }] } }
  ] as const

/**
 * Writes day after day with several at once, until told to stop; what fails is sent again later under its key. `done` is
 * what the portal acknowledged.
 */
const writing = (ask: () => Ask, cookie: string, { child, days }: Free) => {
  const left = [...days]
  const done = new Map<string, string>()
  const others: Array<Answer> = []
  let stopped = false
  const worker = async () => {
    while (!stopped) {
      const day = left.shift()
      if (day === undefined) return
      const answer = await ask()(...booking(cookie, child, day)).catch(() => undefined)
      if (answer?.status === 201) done.set(day, answer.text)
      else if (answer?.status !== 409) {
        left.push(day)
        if (answer !== undefined) others.push(answer)
      }
    }
  }
  const ended = Promise.all([worker(), worker(), worker()])
  const stop = () => {
    stopped = true
    return ended
  }
  return { done, others, stop }
}

const requestsByDay = async (ask: Ask, cookie: string, child: number) => {
  const { open } = (await ask("/api/requests?type=Booking", { cookie })).json as { readonly open: ReadonlyArray<Line> }
  const ofChild = open.filter(({ request }) => request.subject.childId === child)
  return Map.groupBy(ofChild, ({ request }) => request.subject.day)
}

/** Every acknowledged request is there once, and every write sent again, twice at once, changes nothing. */
const expectOneEffectEach = async (ask: Ask, cookie: string, child: number, done: ReadonlyMap<string, string>) => {
  const before = await requestsByDay(ask, cookie, child)
  for (const [day, said] of done) {
    expect(before.get(day)?.map(({ request }) => request.id)).toEqual([JSON.parse(said)[0].id])
    const replays = await Promise.all([1, 2].map(() => ask(...booking(cookie, child, day))))
    expect(replays.map(({ status, text }) => ({ status, text }))).toEqual(
      [1, 2].map(() => ({ status: 201, text: said }))
    )
  }
  for (const day of days) {
    if (done.has(day)) continue
    const [first, second] = await Promise.all([1, 2].map(() => ask(...booking(cookie, child, day))))
    expect(second?.status).toBe(first?.status)
  }
  for (const [, lines] of await requestsByDay(ask, cookie, child)) expect(lines.length).toBe(1)
}

describe("signal 9 under writes", { timeout: 300_000 }, () => {
  it("of the portal: every acknowledged request is there once after the next start", async () => {
    const folder = await temporaryFolder()
    const first = await demonstration(folder, settings)
    const cookie = await signedIn(first.ask, claire.identifiant, claire.password)
    const free = await childOf(first.ask, cookie)
    const { done, others, stop } = writing(() => first.ask, cookie, free)
    await eventually("ten are acknowledged", async () => (done.size >= 10 ? true : undefined))
    expect(await first.program.stop("SIGKILL")).toEqual({ code: null, signal: "SIGKILL" })
    await stop()
    expect(others).toEqual([])
    const outlived = await postmasterOf(first.dataDir)

    const second = await demonstration(folder, settings)
    expect(await postmasterOf(second.dataDir)).not.toBe(outlived)
    await expectOneEffectEach(second.ask, cookie, free.child, done)
    expect(await second.program.stop("SIGTERM")).toEqual({ code: 0, signal: null })
    expect(second.program.err).toBe("")
  })

  it("of PostgreSQL: an incident and not ready meanwhile, then the portal goes on by itself", async () => {
    const { ask, dataDir, program } = await demonstration(await temporaryFolder(), settings)
    const cookie = await signedIn(ask, claire.identifiant, claire.password)
    const free = await childOf(ask, cookie)
    const { done, others, stop } = writing(() => ask, cookie, { ...free, days: days.slice(0, 200) })
    await eventually("ten are acknowledged", async () => (done.size >= 10 ? true : undefined))
    const postmaster = (await postmasterOf(dataDir)) ?? 0
    process.kill(postmaster, "SIGKILL")
    const unready = await eventually("it is not ready", async () => {
      const answer = await ask("/health/ready")
      return answer.status === 503 ? answer : undefined
    })
    expect(unready.json).toMatchObject({ status: 503, incident: expect.stringMatching(/^[0-9a-f]{12}$/) })
    expect((await ask("/health/live")).status).toBeLessThan(300)
    await eventually("it is ready again", async () => ((await ask("/health/ready")).status < 300 ? true : undefined))
    const before = done.size
    await eventually("writes go on", async () => (done.size > before ? true : undefined))
    await stop()
    for (const { json, status } of others) {
      expect(status).toBe(503)
      expect(json).toMatchObject({ incident: expect.stringMatching(/^[0-9a-f]{12}$/) })
    }
    expect(await postmasterOf(dataDir)).not.toBe(postmaster)
    await expectOneEffectEach(ask, cookie, free.child, done)
    expect(await program.stop("SIGTERM")).toEqual({ code: 0, signal: null })
    expect(program.err).toContain("is started again")
    expect(await postmasterOf(dataDir)).toBeUndefined()
  })
})
