import AxeBuilder from "@axe-core/playwright"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launchBrowser } from "./browser.ts"
import { type GalleryServer, serveGallery } from "./galleryServer.ts"

let browser: Browser
let server: GalleryServer
const faults: Array<string> = []

beforeAll(async () => {
  server = await serveGallery()
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const visit = async (path: string, options: BrowserContextOptions, use: (page: Page) => Promise<void>) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, ...options })
  context.setDefaultTimeout(10_000)
  try {
    const page = await context.newPage()
    page.on("pageerror", (error) => faults.push(String(error)))
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()))
    await page.goto(server.origin + path)
    await use(page)
    expect(faults.splice(0)).toEqual([])
  } finally {
    await context.close()
  }
}

const slot = (page: Page, value: string) => page.locator(`input[value="${value}"]`)
const chosen = (page: Page) =>
  page.locator("input[name=slot]:checked").evaluateAll((boxes) => boxes.map((box) => box.getAttribute("value")))
const focused = (page: Page) => page.locator("*:focus").first()

describe("accessibility", () => {
  const screens = (["light", "dark"] as const).flatMap((colorScheme) =>
    [360, 1280].flatMap((width) => ["/", "/planning", "/connexion"].map((path) => [path, width, colorScheme] as const))
  )
  it.each(screens)("of %s at %i px, %s", async (path, width, colorScheme) => {
    await visit(path, { viewport: { width, height: 800 }, colorScheme }, async (page) => {
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`)).toEqual([])
    })
  })

  it("fits 320 px without scrolling sideways", async () => {
    for (const path of ["/", "/planning", "/connexion"]) {
      await visit(path, { viewport: { width: 320, height: 700 } }, async (page) => {
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(320)
      })
    }
  })
})

describe("the planning by keyboard", () => {
  it("is one stop of the Tab key, walked with the arrows", async () => {
    await visit("/planning", {}, async (page) => {
      await page.locator("a[rel=next]").focus()
      await page.keyboard.press("Tab")
      expect(await focused(page).getAttribute("value")).toBe("1|2015-04-29")
      await page.keyboard.press("ArrowDown")
      expect(await focused(page).getAttribute("value")).toBe("2|2015-04-29")
      await page.keyboard.press("ArrowRight")
      expect(await focused(page).evaluate((cell) => cell.tagName)).toBe("TD")
      await page.keyboard.press("Control+End")
      await page.keyboard.press("Home")
      await page.keyboard.press("Shift+Tab")
      expect(await focused(page).getAttribute("rel")).toBe("next")
    })
  })

  it("chooses with Space, extends with Shift, and posts from the bar", async () => {
    await visit("/planning", {}, async (page) => {
      await slot(page, "3|2015-04-13").focus()
      await page.keyboard.press("Space")
      await page.keyboard.press("Shift+ArrowRight")
      await page.keyboard.press("Shift+ArrowRight")
      await page.keyboard.press("Shift+ArrowLeft")
      expect(await chosen(page)).toEqual(["3|2015-04-13", "3|2015-04-14"])
      expect(await page.locator(".bar [role=status]").textContent()).toBe("2 jours choisis")
      await page.keyboard.press("Tab")
      expect(await focused(page).textContent()).toBe("Demander une réservation")
      await page.keyboard.press("Enter")
      await page.waitForURL("**/enfants/1/planning")
      expect(await page.locator("body").textContent()).toContain(
        "slot=3|2015-04-13&slot=3|2015-04-14&action=requestBooking"
      )
    })
  })

  it("tells how many of the chosen days take an action", async () => {
    await visit("/planning", {}, async (page) => {
      await slot(page, "4|2015-04-16").focus()
      await page.keyboard.press("Shift+ArrowRight")
      await expect
        .poll(() => page.locator(".bar button:visible").allTextContents())
        .toEqual(["Demander une réservation (1 sur 2)", "Déclarer une absence (1 sur 2)", "Tout décocher"])
      await page.getByRole("button", { name: "Déclarer une absence" }).click()
      await page.waitForURL("**/enfants/1/planning")
      expect(await page.locator("body").textContent()).toMatch(/&slot=4\|2015-04-16&action=declareAbsence$/)
    })
  })

  it("lets go of everything at once", async () => {
    await visit("/planning", {}, async (page) => {
      await slot(page, "4|2015-04-16").check()
      await page.getByRole("button", { name: "Tout décocher" }).click()
      expect(await chosen(page)).toEqual([])
      await expect.poll(() => page.locator(".bar [role=status]").textContent()).toBe("Aucun jour choisi")
    })
  })

  it("opens the menu of a cell with Enter, and gives the focus back with Escape", async () => {
    await visit("/planning", {}, async (page) => {
      await slot(page, "9|2015-04-09").focus()
      await page.keyboard.press("Enter")
      expect(await focused(page).textContent()).toBe("Déclarer une absence")
      await page.keyboard.press("Escape")
      expect(await focused(page).getAttribute("value")).toBe("9|2015-04-09")
      await page.keyboard.press("Shift+F10")
      await page.keyboard.press("Enter")
      await page.waitForURL("**/enfants/1/planning")
      expect(await page.locator("body").textContent()).toContain("slot=9|2015-04-09&action=declareAbsence")
    })
  })

  it("says in the menu why nothing can be done", async () => {
    await visit("/planning", {}, async (page) => {
      await slot(page, "9|2015-04-09").focus()
      await page.keyboard.press("ArrowLeft")
      await page.keyboard.press("ArrowLeft")
      await page.keyboard.press("Enter")
      const item = page.getByRole("menuitem").first()
      expect(await item.getAttribute("aria-disabled")).toBe("true")
      expect(await item.textContent()).toContain("Ce jour est passé.")
      expect(await page.locator(".menu p").textContent()).toBe("Restauration scolaire, mardi 7 avril : Absent facturé.")
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([])
    })
  })

  it("goes to the next month with Page Down and keeps its place", async () => {
    await visit("/planning", {}, async (page) => {
      await slot(page, "9|2015-04-09").focus()
      await page.keyboard.press("PageDown")
      await page.waitForURL("**/planning?mois=2015-05")
      await expect.poll(() => focused(page).getAttribute("value")).toBe("9|2015-04-09")
    })
  })
})

describe("the planning by mouse and touch", () => {
  it("opens the menu with a right click and acts on what is chosen", async () => {
    await visit("/planning", {}, async (page) => {
      await slot(page, "3|2015-04-13").click()
      await slot(page, "3|2015-04-15").click({ modifiers: ["Shift"] })
      expect(await chosen(page)).toEqual(["3|2015-04-13", "3|2015-04-14", "3|2015-04-15"])
      await slot(page, "3|2015-04-14").click({ button: "right" })
      await page.getByRole("menuitem", { name: "Demande de réservation" }).click()
      await page.waitForURL("**/enfants/1/planning")
      expect(await page.locator("body").textContent()).toContain(
        "slot=3|2015-04-13&slot=3|2015-04-14&slot=3|2015-04-15&action="
      )
    })
  })

  it("chooses by dragging, and back", async () => {
    await visit("/planning", {}, async (page) => {
      await slot(page, "3|2015-04-20").hover()
      await page.mouse.down()
      await slot(page, "4|2015-04-23").hover()
      await slot(page, "3|2015-04-21").hover()
      await page.mouse.up()
      expect(await chosen(page)).toEqual(["3|2015-04-20", "3|2015-04-21"])
      await slot(page, "3|2015-04-21").click()
      expect(await chosen(page)).toEqual(["3|2015-04-20"])
    })
  })

  it("opens the menu with a long press, which chooses nothing", async () => {
    await visit(
      "/planning",
      { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
      async (page) => {
        await slot(page, "9|2015-04-09").scrollIntoViewIfNeeded()
        const box = await slot(page, "9|2015-04-09").boundingBox()
        expect(box?.width).toBeGreaterThanOrEqual(44)
        expect(box?.height).toBeGreaterThanOrEqual(44)
        const client = await page.context().newCDPSession(page)
        const at = { x: (box?.x ?? 0) + 20, y: (box?.y ?? 0) + 20 }
        await client.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [at] })
        await page.getByRole("menuitem", { name: "Déclarer une absence" }).waitFor()
        await client.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] })
        expect(await chosen(page)).toEqual([])
        await page.getByRole("menuitem", { name: "Déclarer une absence" }).tap()
        await page.waitForURL("**/enfants/1/planning")
      }
    )
  })

  it("works without script", async () => {
    await visit("/planning", { javaScriptEnabled: false }, async (page) => {
      await slot(page, "3|2015-04-13").check()
      await slot(page, "3|2015-04-14").check()
      await page.getByRole("button", { name: "Demander une réservation" }).click()
      await page.waitForURL("**/enfants/1/planning")
      expect(await page.locator("body").textContent()).toContain(
        "slot=3|2015-04-13&slot=3|2015-04-14&action=requestBooking"
      )
    })
  })
})

describe("the password's script", () => {
  it("tells the rules while one types, and shows the password", async () => {
    await visit("/", {}, async (page) => {
      const kept = () => page.locator(".rules [data-kept]").allTextContents()
      const field = page.getByLabel("Nouveau mot de passe")
      await field.fill("dupont")
      expect(await kept()).toEqual(["une minuscule au moins", "pas un mot de passe courant"])
      await field.fill("Tilleul7 vert")
      expect(await kept()).toHaveLength(6)
      await page.getByRole("button", { name: "Afficher" }).click()
      expect(await field.getAttribute("type")).toBe("text")
    })
  })
})
