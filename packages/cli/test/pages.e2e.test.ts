import AxeBuilder from "@axe-core/playwright"
import { demonstrationLogins } from "@portail-famille/example-chenex"
import { Pages } from "@portail-famille/ui-web"
import type { Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { addressOf, idsIn, pageSamples } from "./pageSamples.ts"
import { type Ask, demonstration, eventually, temporaryFolder } from "./program.ts"
import { browserOfFamilies, inWindow } from "./windows.ts"

const { claire, jean } = demonstrationLogins

interface Identified {
  readonly id: number
}

const signIn = async (page: Page, origin: string, { identifiant, password }: typeof claire) => {
  await page.goto(`${origin}/connexion`)
  await page.getByLabel("Identifiant", { exact: true }).fill(identifiant)
  await page.getByLabel("Mot de passe", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Se connecter" }).click()
}

/** The ids that the addresses of Claire MARTIN's pages name. */
const idsOf = async (ask: Ask) => {
  const { identifiant, password } = claire
  const { cookie } = await ask("/api/session", { body: { identifiant, password } })
  const first = async (path: string) => ((await ask(path, { cookie })).json as ReadonlyArray<Identified>)[0]?.id ?? 0
  const ids = { childId: await first("/api/children"), messageId: await first("/api/messages") }
  // The counter of unread messages then stays the same on every page.
  await ask(`/api/messages/${ids.messageId}`, { cookie })
  return ids
}

/** Every page that is read, by address: all of the table of pages, months of every kind, and what is refused. */
const addresses = (ids: { readonly childId: number; readonly messageId: number }) => {
  const read = Pages.pages.filter(({ method, path }) => method === "GET" && !path.startsWith("/assets/"))
  for (const { path } of read) for (const id of idsIn(path)) expect(Object.keys(ids)).toContain(id)
  const listed = read.map(({ method, path }) => addressOf(path, pageSamples[`${method} ${path}`] ?? {}, ids))
  const planning = `/mes-enfants/${ids.childId}/planning`
  return [
    ...listed,
    `${planning}?mois=2015-04`,
    `${planning}?mois=2016-01`,
    `${planning}?mois=2013-01`,
    "/connexion?fait=session-finie",
    "/mot-de-passe/oublie?fait=lien",
    "/demandes?type=Booking",
    "/demandes?type=Inconnu",
    "/releve?annee=2014-2015&vue=factures",
    "/releve?annee=2010-2011",
    "/mes-enfants/99999/planning",
    "/rien",
    "/demonstration/courriels"
  ]
}

const sideways = (page: Page) => page.locator("html").evaluate((root) => root.scrollWidth - root.clientWidth)
/** Without frames the legacy mode sees the same in half the time. */
const violationsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).setLegacyMode(true).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes[0]?.html}`
  )

/** A window's width and colours; at 320 px only the page's own scroll is looked at. */
const faces = [
  [320, "light"],
  [360, "light"],
  [360, "dark"],
  [1280, "dark"],
  [1280, "light"]
] as const

/** What is wrong with a page in any of the faces. */
const faultsOf = async (page: Page, what: string): Promise<ReadonlyArray<string>> => {
  const faults: Array<string> = []
  for (const [width, colorScheme] of faces) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
    const where = `${what} at ${width} px, ${colorScheme}`
    const beyond = await sideways(page)
    if (beyond > 0) faults.push(`${where} scrolls sideways by ${beyond} px`)
    if (width > 320) for (const violation of await violationsOf(page)) faults.push(`${where}: ${violation}`)
  }
  return faults
}

/** A letter in the outbox, so that its page has something to show. */
const aLetter = async (ask: Ask) => {
  expect((await ask("/api/password-resets", { body: { identifiant: claire.identifiant } })).status).toBe(202)
  await eventually("the letter has left", async () =>
    (await ask("/demonstration/courriels")).text.includes("<article>") ? true : undefined
  )
}

describe("every page of the demonstration", { timeout: 500_000 }, () => {
  it("is sound for assistive technology, fits a phone and asks nobody else", async () => {
    const { ask, origin } = await demonstration(await temporaryFolder(), { PORTAIL_NOW: "2015-05-04" })
    await aLetter(ask)
    const browser = await browserOfFamilies()
    const ids = await idsOf(ask)
    const faults: Array<string> = []
    const look = async (page: Page, what: string) => void faults.push(...(await faultsOf(page, what)))
    await inWindow(
      browser,
      origin,
      {},
      async (page) => {
        await signIn(page, origin, { ...claire, password: "Faux-Mot-1" })
        await page.getByRole("alert").waitFor()
        await look(page, "a wrong password")
        await signIn(page, origin, jean)
        await look(page, "the first sign-in")
        await page.getByLabel("Nouveau mot de passe").fill("abc")
        await page.getByRole("button", { name: "Enregistrer" }).click()
        await page.getByRole("alert").waitFor()
        await look(page, "a password refused")
        await signIn(page, origin, claire)
        await page.getByRole("heading", { name: "Bienvenue sur votre page d'accueil" }).waitFor()
        for (const path of addresses(ids)) {
          await page.goto(origin + path)
          await look(page, path)
        }
        await page.goto(`${origin}/mes-enfants/${ids.childId}/planning?mois=2015-05`)
        await page.locator(`input[value="restauration|2015-05-05"]`).click({ button: "right" })
        await look(page, "the menu of a cell")
        await page.getByRole("menuitem", { name: "Déclarer une absence" }).click()
        await page.getByRole("button", { name: "Déclarer une absence" }).click()
        await page.getByRole("alert").waitFor()
        await look(page, "an absence with faults")
      },
      /status of 4(00|01|04|09)/
    )
    expect(faults).toEqual([])
  })

  it("says the same with script off, and its documentation asks nobody else", async () => {
    const { ask, origin } = await demonstration(await temporaryFolder(), { PORTAIL_NOW: "2015-05-04" })
    const browser = await browserOfFamilies()
    const all = addresses(await idsOf(ask))
    /** What the pages say, and what can be done there. */
    const read = async (javaScriptEnabled: boolean) => {
      const said: Record<string, unknown> = {}
      await inWindow(
        browser,
        origin,
        { javaScriptEnabled },
        async (page) => {
          await signIn(page, origin, claire)
          for (const path of all) {
            await page.goto(origin + path)
            said[path] = {
              headings: await page.locator("h1, h2, h3").allTextContents(),
              links: await page.locator("a").count(),
              fields: await page.locator("input:not([type=hidden]), select, textarea").count(),
              buttons: await page.locator("button[type=submit], button:not([type])").count()
            }
          }
        },
        /status of 4(00|04|09)/
      )
      return said
    }
    expect(await read(false)).toEqual(await read(true))
    await inWindow(browser, origin, {}, async (page) => {
      await page.goto(`${origin}/api/docs`)
      await page.getByRole("heading", { name: "Portail famille" }).first().waitFor()
    })
  })
})
