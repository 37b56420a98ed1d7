import { describe, expect, it } from "vitest"
import { isLoopback, readSettings, type Settings } from "../src/Settings.ts"

const read = (env: Record<string, string>, demo = true) => readSettings(demo, env, "/srv/portail")
const problems = (env: Record<string, string>, demo = true): ReadonlyArray<string> => {
  const read_ = read(env, demo)
  return "problems" in read_ ? read_.problems : []
}

describe("Settings", () => {
  it("serves the demonstration on loopback without any setting", () => {
    const settings = read({}) as Settings
    expect(settings).toMatchObject({
      host: "127.0.0.1",
      port: 3000,
      trustedProxies: [],
      smtpUrl: null,
      now: null,
      database: { _tag: "Embedded", dataDir: "/srv/portail/.data" }
    })
    expect(settings.origin.origin).toBe("http://localhost:3000")
  })

  it("refuses to show the demonstration to other machines", () => {
    expect(problems({ HOST: "0.0.0.0" }).join()).toContain("loopback")
  })

  it("refuses plain http anywhere but loopback", () => {
    expect(problems({ PORTAIL_ORIGIN: "http://famille.example.fr" }, false).join()).toContain("https")
    expect(problems({ HOST: "0.0.0.0" }, false).join()).toContain("https")
    expect(problems({ HOST: "0.0.0.0", PORTAIL_ORIGIN: "https://famille.example.fr" }, false)).toEqual([])
  })

  it("keeps the clock for the demonstration", () => {
    expect(problems({ PORTAIL_NOW: "2015-05-04" }, false).join()).toContain("demonstration")
    expect((read({ PORTAIL_NOW: "2015-05-04" }) as Settings).now).toBe(Date.UTC(2015, 4, 4, 9))
    expect((read({ PORTAIL_NOW: "2015-05-04T06:30:00Z" }) as Settings).now).toBe(Date.UTC(2015, 4, 4, 6, 30))
  })

  it("tells everything that is wrong at once, and repeats no address that may hold a password", () => {
    const said = problems({
      PORT: "70000",
      PORTAIL_ORIGIN: "famille",
      PORTAIL_TRUSTED_PROXIES: "10.0.0.1, proxy",
      SMTP_URL: "http://user:secret@mail",
      DATABASE_OWNER_URL: "mysql://user:secret@db",
      PORTAIL_NOW: "hier"
    })
    expect(said).toHaveLength(7)
    expect(said.join()).not.toContain("secret")
  })

  it("refuses one login for the application and for migrations", () => {
    const urls = { DATABASE_URL: "postgres://me:a@db/portail", DATABASE_OWNER_URL: "postgres://me:b@db/portail" }
    expect(problems(urls, false).join()).toContain("the same login")
    expect(problems({ ...urls, DATABASE_URL: "postgres://app:a@db/portail" }, false)).toEqual([])
  })

  it("does not blame the origin for a port", () => {
    expect(problems({ PORT: "70000" })).toHaveLength(1)
  })

  it("knows loopback from the rest", () => {
    expect(["localhost", "127.0.0.1", "127.1.2.3", "::1"].every(isLoopback)).toBe(true)
    expect(["0.0.0.0", "::", "10.0.0.1", "127.example.fr", "localhost.example.fr"].some(isLoopback)).toBe(false)
  })
})
