import { gzipSync } from "node:zlib"
import AxeBuilder from "@axe-core/playwright"
import { expect, layer } from "@effect/vitest"
import { Context, Effect, Layer } from "effect"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { launchBrowser } from "./browser.ts"
import { loginOf } from "./pages/family.ts"
import { Portal, portal } from "./pages/portal.ts"

class Chromium extends Context.Service<Chromium, Browser>()("test/Chromium") {}

const chromium = Layer.effect(
  Chromium,
  Effect.acquireRelease(Effect.promise(launchBrowser), (browser) => Effect.promise(() => browser.close()))
)

/** A browser of its own on the portal. */
const inBrowser = Effect.fnUntraced(function* (
  options: BrowserContextOptions,
  use: (page: Page, origin: string) => Promise<void>
) {
  const browser = yield* Chromium
  const { origin } = yield* Portal
  yield* Effect.promise(async () => {
    const context = await browser.newContext(options)
    try {
      context.setDefaultTimeout(10_000)
      await use(await context.newPage(), origin)
    } finally {
      await context.close()
    }
  })
})

const signIn = async (page: Page, identifiant: string, password: string) => {
  await page.getByLabel("Identifiant", { exact: true }).fill(identifiant)
  await page.getByLabel("Mot de passe", { exact: true }).fill(password)
  await page.getByRole("button", { name: "Se connecter" }).click()
}
const pathOf = (page: Page) => new URL(page.url()).pathname
const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
/** Whether anything stands out of the window. */
const overflows = (page: Page) => page.locator("html").evaluate((root) => root.scrollWidth > root.clientWidth)

layer(Layer.merge(portal, chromium), { timeout: 60_000 })("the account in a browser", (it) => {
  it.effect("with script off: first sign-in, a password refused with all its reasons, then accepted, and out", () =>
    Effect.gen(function* () {
      const { stranger } = yield* Portal
      const { identifiant, secret } = yield* loginOf(stranger.motherId, "martin.jeanne")
      yield* inBrowser({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } }, async (page, origin) => {
        await page.goto(origin)
        await signIn(page, identifiant, secret)
        expect(pathOf(page)).toBe("/mot-de-passe")
        const next = page.getByLabel("Nouveau mot de passe")
        await next.fill("abc")
        await page.getByRole("button", { name: "Enregistrer" }).click()
        expect(await page.getByRole("alert").getByRole("listitem").allTextContents()).toEqual([
          "Il faut au moins 8 caractères.",
          "Il manque une majuscule.",
          "Il manque un chiffre."
        ])
        await next.fill("Tulipe-Grise-77")
        await page.getByRole("button", { name: "Enregistrer" }).click()
        expect(pathOf(page)).toBe("/accueil")
        await page.getByRole("link", { name: "Mes enfants" }).click()
        expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Mes enfants")
        const toTheCommune = page.waitForRequest("https://www.valclair.test/")
        await page.getByRole("button", { name: "Déconnexion" }).click()
        await toTheCommune
        const another = await page.context().newPage()
        await another.goto(`${origin}/accueil`)
        expect(pathOf(another)).toBe("/connexion")
      })
    })
  )

  it.effect("with script: the rules are told live and the password can be seen", () =>
    inBrowser({}, async (page, origin) => {
      await page.goto(origin)
      await signIn(page, "dupont.jeanne", "Cerise-Verte-2015")
      await page.getByRole("link", { name: "Changer le mot de passe" }).click()
      const next = page.getByLabel("Nouveau mot de passe")
      const kept = () => page.locator("[data-kept]").allTextContents()
      await next.pressSequentially("dupont")
      expect(await kept()).not.toContain("Ni votre identifiant, ni votre nom, ni votre prénom")
      await next.fill("Tulipe-Grise-77")
      expect(await kept()).toHaveLength(6)
      await page.getByRole("button", { name: "Afficher" }).last().click()
      expect(await next.getAttribute("type")).toBe("text")
    })
  )

  it.effect("every page is sound for assistive technology and stays within a phone's width", () =>
    inBrowser({ viewport: { width: 360, height: 740 } }, async (page, origin) => {
      for (const path of ["/connexion", "/mot-de-passe/oublie", "/mot-de-passe/lien/rien", "/rien"]) {
        await page.goto(origin + path)
        expect([path, await violations(page), await overflows(page)]).toEqual([path, [], false])
      }
      await page.goto(`${origin}/connexion`)
      await signIn(page, "dupont.jean", "Faux-1")
      expect([await violations(page), await overflows(page)]).toEqual([[], false])
      await signIn(page, "dupont.jean", "Cerise-Verte-2015")
      for (const path of ["/accueil", "/mon-compte", "/mes-enfants", "/infos-documents", "/mot-de-passe"]) {
        await page.goto(origin + path)
        expect([path, await violations(page), await overflows(page)]).toEqual([path, [], false])
      }
    })
  )

  it.effect("a first visit of sign-in weighs at most 12 KB and of home 15 KB, in at most 4 requests", () =>
    inBrowser({}, async (page, origin) => {
      const weigh = async (act: () => Promise<unknown>) => {
        const seen: Array<Promise<number>> = []
        page.on("response", (response) => {
          if (response.status() < 300) seen.push(response.body().then((body) => gzipSync(body, { level: 9 }).length))
        })
        await act()
        await page.waitForLoadState("networkidle")
        const sizes = await Promise.all(seen)
        page.removeAllListeners("response")
        return { requests: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) }
      }
      const first = await weigh(() => page.goto(`${origin}/connexion`))
      expect([first.requests <= 4, first.bytes <= 12_288]).toEqual([true, true])
      const home = await weigh(() => signIn(page, "dupont.jean", "Cerise-Verte-2015"))
      expect([home.requests <= 4, home.bytes <= 15_360]).toEqual([true, true])
    })
  )
})
