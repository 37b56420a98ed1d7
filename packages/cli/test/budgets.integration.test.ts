import { demonstrationLogins } from "@portail-famille/example-chenex"
import { describe, expect, it } from "vitest"
import { demonstration, signedIn, temporaryFolder } from "./program.ts"
import { firstVisit } from "./visits.ts"

const { claire } = demonstrationLogins

/** The most that a first visit may load, in bytes of packed bodies, and in how many requests. */
const budgets = { signIn: 12_000, home: 15_000, planning: 25_000, requests: 4 }

describe("a first visit", { timeout: 240_000 }, () => {
  it("stays within its budget on an old phone's network", async () => {
    const { ask, origin } = await demonstration(await temporaryFolder(), { PORTAIL_NOW: "2026-11-23" })
    const cookie = await signedIn(ask, claire.identifiant, claire.password)
    const children = (await ask("/mes-enfants", { cookie })).text
    const planning = [...children.matchAll(/href="(\/mes-enfants\/\d+\/planning[^"]*)"/g)].map(([, path = ""]) => path)
    expect(planning.length).toBeGreaterThan(0)

    for (const [name, path] of [
      ["signIn", "/connexion"],
      ["home", "/accueil"],
      ...planning.map((path) => ["planning", path] as const)
    ] as const) {
      const visit = await firstVisit(origin, path, name === "signIn" ? undefined : cookie)
      expect({ path, bytes: visit.bytes }).toSatisfy(({ bytes }) => bytes <= budgets[name])
      expect({ path, requests: visit.addresses.length }).toSatisfy(({ requests }) => requests <= budgets.requests)
      expect(visit.addresses.every((address) => address.startsWith("/"))).toBe(true)
    }
  })
})
