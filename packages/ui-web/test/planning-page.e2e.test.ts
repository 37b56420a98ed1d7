import { gzipSync } from "node:zlib"
import AxeBuilder from "@axe-core/playwright"
import { describe, expect, layer } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import type { Browser, BrowserContextOptions, Page, Response } from "playwright-core"
import { launchBrowser } from "./browser.ts"
import { Portal, portal } from "./pages/portal.ts"

class Chromium extends Context.Service<Chromium, Browser>()("test/Chromium") {}

const chromium = Layer.effect(
  Chromium,
  Effect.acquireRelease(Effect.promise(launchBrowser), (browser) => Effect.promise(() => browser.close()))
)

/** A page of the father's browser. What the console says of errors fails the test, but for answers that refuse. */
const visit = Effect.fnUntraced(function* (
  path: (childId: number) => string,
  options: BrowserContextOptions,
  use: (page: Page, childId: number) => Promise<void>
) {
  const browser = yield* Chromium
  const { origin, own, cookies } = yield* Portal
  yield* Effect.promise(async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
    const faults: Array<string> = []
    try {
      context.setDefaultTimeout(10_000)
      const [name = "", value = ""] = cookies.father.split("=")
      await context.addCookies([{ name, value, url: origin }])
      const page = await context.newPage()
      page.on("pageerror", (error) => faults.push(String(error)))
      page.on("console", (message) => {
        if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) faults.push(message.text())
      })
      await page.goto(origin + path(own.childId))
      await use(page, own.childId)
    } finally {
      await context.close()
    }
    expect(faults).toEqual([])
  })
})

const april = (childId: number) => `/mes-enfants/${childId}/planning?mois=2015-04`
const slot = (page: Page, value: string) => page.locator(`input[value="${value}"]`)
const stateOf = (page: Page, value: string) => page.locator("td", { has: slot(page, value) }).getAttribute("class")
const notice = (page: Page) => page.locator(".notice[role=status]")
const focused = (page: Page) => page.locator("*:focus").first()
const bodyOf = async (response: Response) => ({ path: new URL(response.url()).pathname, body: await response.body() })

const violationsOf = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`
  )

const press = async (page: Page, ...keys: ReadonlyArray<string>) => {
  for (const key of keys) await page.keyboard.press(key)
}

layer(Layer.merge(portal, chromium), { timeout: 60_000 })("the planning in a browser", (it) => {
  const pages = [
    april,
    () => "/demandes",
    () => "/releve",
    () => "/messages",
    (childId: number) => `/mes-enfants/${childId}/planning?mois=2028-01`
  ]
  it.effect(
    "fits 320 px without scrolling sideways, the page of an absence as well, which shows no fault of accessibility",
    () =>
      Effect.gen(function* () {
        const width = (page: Page) => page.evaluate("document.documentElement.scrollWidth")
        const face = { viewport: { width: 320, height: 700 } }
        for (const path of pages) yield* visit(path, face, async (page) => expect(await width(page)).toBe(320))
        yield* visit(april, face, async (page) => {
          await slot(page, "cantine|2015-04-10").check()
          await page.getByRole("button", { name: "Déclarer une absence" }).click()
          await page.getByRole("button", { name: "Déclarer une absence" }).click()
          await page.getByRole("alert").waitFor()
          expect(await width(page)).toBe(320)
          expect(await violationsOf(page)).toEqual([])
        })
      })
  )

  describe("by keyboard alone", () => {
    it.effect("asks for two days in one gesture, and withdraws them", () =>
      visit(april, {}, async (page) => {
        await page.locator("a[rel=next]").focus()
        await press(page, "Tab", ..."12345".split("").map(() => "ArrowDown"), "ArrowLeft", "ArrowLeft")
        expect(await focused(page).getAttribute("value")).toBe("garderie-1|2015-04-27")
        await press(page, "Space", "Shift+ArrowRight", "Tab")
        expect(await focused(page).textContent()).toBe("Demander une réservation")
        await press(page, "Enter")
        await notice(page).getByText("Réservation demandée pour 2 jours.").waitFor()
        expect(await stateOf(page, "garderie-1|2015-04-28")).toBe("requested")

        await slot(page, "garderie-1|2015-04-27").focus()
        await press(page, "Space", "Shift+ArrowRight", "Tab")
        expect(await focused(page).textContent()).toBe("Retirer la demande")
        await press(page, "Enter")
        await notice(page).getByText("Demandes retirées pour 2 jours.").waitFor()
        expect(await stateOf(page, "garderie-1|2015-04-28")).toBe("free")
      })
    )

    it.effect("declares an absence from the cell's menu, is told what is missing, and confirms", () =>
      visit(april, {}, async (page) => {
        await slot(page, "cantine|2015-04-09").focus()
        await press(page, "Enter")
        expect(await focused(page).textContent()).toBe("Déclarer une absence")
        await press(page, "Enter")
        await page.getByRole("heading", { name: "Jours d'absence de LÉA" }).waitFor()
        await page.getByRole("button", { name: "Déclarer une absence" }).focus()
        await press(page, "Enter")
        await page.getByRole("alert").waitFor()
        expect(await focused(page).getAttribute("role")).toBe("alert")
        await press(page, "Tab", "Enter")
        expect(new URL(page.url()).hash).toBe("#motif")
        await page.locator("#motif").focus()
        await press(page, "Space", "Tab", "Tab", "Space", "Tab", "Enter")
        await notice(page).getByText("Pièce attendue : un certificat médical").waitFor()
        expect(await stateOf(page, "cantine|2015-04-09")).toBe("absenceRequested")
      })
    )
  })

  it.effect("by right click, on what is chosen", () =>
    visit(april, {}, async (page) => {
      await slot(page, "vacances-matin|2015-04-13").click()
      await slot(page, "vacances-matin|2015-04-15").click({ modifiers: ["Shift"] })
      await slot(page, "vacances-matin|2015-04-14").click({ button: "right" })
      await page.getByRole("menuitem", { name: "Demander une réservation" }).click()
      await notice(page).getByText("Réservation demandée pour 3 jours.").waitFor()
    })
  )

  it.effect("by touch: a long press opens the menu of a cell, a tap chooses", () =>
    visit(april, { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }, async (page) => {
      const cell = slot(page, "garderie-2|2015-04-09")
      await cell.scrollIntoViewIfNeeded()
      const box = await cell.boundingBox()
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44)
      const client = await page.context().newCDPSession(page)
      const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }
      await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] })
      await page.getByRole("menuitem", { name: "Demander une réservation" }).waitFor()
      await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] })
      await page.getByRole("menuitem", { name: "Demander une réservation" }).tap()
      await notice(page).getByText("Réservation demandée pour 1 jour.").waitFor()
      await slot(page, "garderie-2|2015-04-10").tap()
      await page.getByRole("button", { name: "Demander une réservation" }).tap()
      await notice(page).getByText("Réservation demandée pour 1 jour.").waitFor()
    })
  )

  it.effect("with script off: boxes and buttons, the refusal with its reasons, the absence to its end", () =>
    visit(april, { javaScriptEnabled: false }, async (page) => {
      await slot(page, "cantine|2015-04-10").check()
      await slot(page, "cantine|2015-04-27").check()
      await page.getByRole("button", { name: "Demander une réservation" }).click()
      await page.getByRole("alert").getByText("Vendredi 10 avril 2015").waitFor()
      expect(await slot(page, "cantine|2015-04-27").isChecked()).toBe(true)
      await slot(page, "cantine|2015-04-10").uncheck()
      await page.getByRole("button", { name: "Demander une réservation" }).click()
      await notice(page).getByText("Réservation demandée pour 1 jour.").waitFor()

      await slot(page, "cantine|2015-04-10").check()
      await page.getByRole("button", { name: "Déclarer une absence" }).click()
      await page.getByRole("radio", { name: "Autre raison" }).check()
      await page.getByLabel("Précisez").fill("Mariage <b>à Annecy</b>")
      await page.getByRole("button", { name: "Déclarer une absence" }).click()
      await page.getByRole("alert").getByText("Cochez la case").waitFor()
      expect(await page.getByLabel("Précisez").inputValue()).toBe("Mariage <b>à Annecy</b>")
      await page.getByLabel("Je confirme").check()
      await page.getByRole("button", { name: "Déclarer une absence" }).click()
      await notice(page).getByText("Absence déclarée pour 1 jour.").waitFor()
      await page.getByRole("link", { name: "Voir la liste des demandes" }).click()
      await page.getByText("autre raison : Mariage <b>à Annecy</b>").waitFor()
    })
  )

  it.effect("goes from month to month, and back to a page whose form was sent", () =>
    visit(april, {}, async (page) => {
      await slot(page, "garderie-matin|2015-04-28").focus()
      await press(page, "PageDown")
      await page.getByRole("heading", { name: "Mai 2015" }).waitFor()
      await page.getByRole("link", { name: "Avril" }).click()
      await slot(page, "garderie-matin|2015-04-28").check()
      await page.getByRole("button", { name: "Demander une réservation" }).click()
      await notice(page).waitFor()
      await page.goBack()
      await page.getByRole("button", { name: "Tout décocher" }).click()
      await slot(page, "garderie-matin|2015-04-30").check()
      await page.getByRole("button", { name: "Demander une réservation" }).click()
      await page
        .locator(".notice")
        .getByText(/Cette page avait déjà servi|Réservation demandée pour 1 jour/)
        .waitFor()
    })
  )

  it.effect("loads at most 25 KB in at most 4 requests, of which 8 KB of script", () =>
    visit(
      () => "/demandes",
      {},
      async (page, childId) => {
        const responses: Array<Response> = []
        page.on("response", (response) => responses.push(response))
        await page.goto(new URL(april(childId), page.url()).href, { waitUntil: "networkidle" })
        const loaded = await Promise.all(responses.map(bodyOf))
        const sizes = loaded.map(({ path, body }) => [path, gzipSync(body, { level: 1 }).length] as const)
        const total = sizes.reduce((sum, [, size]) => sum + size, 0)
        const script = sizes.filter(([path]) => path.endsWith(".js")).reduce((sum, [, size]) => sum + size, 0)
        expect([sizes.length <= 4, total <= 25_000, script > 0 && script <= 8_000, sizes]).toEqual([
          true,
          true,
          true,
          sizes
        ])
      }
    )
  )

  const faces = [
    { colorScheme: "dark", viewport: { width: 360, height: 740 } },
    { colorScheme: "light", viewport: { width: 1280, height: 860 } }
  ] as const
  for (const face of faces) {
    it.effect(`shows no fault of accessibility at ${face.viewport.width} px, ${face.colorScheme}`, () =>
      Effect.forEach(pages, (path) =>
        visit(path, face, async (page) => {
          expect(await violationsOf(page)).toEqual([])
        })
      )
    )
  }
})
