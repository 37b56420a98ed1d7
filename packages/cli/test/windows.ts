import { once } from "node:events"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { chenex } from "@portail-famille/example-chenex"
import type { Browser, BrowserContextOptions, Page } from "playwright-core"
import { expect, onTestFinished } from "vitest"
import { launchChromium } from "../../ui-web/test/browser.ts"

/** What stands on the commune's site as far as these tests go. */
export const communeSays = "Mairie de Chênex"

/** A browser that knows two places: this machine, and the commune's site, which a server of ours stands for. */
export const browserOfFamilies = async (): Promise<Browser> => {
  const site = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8")
    response.end(
      `<!doctype html><html lang="fr"><title>Chênex</title><link rel="icon" href="data:,"><h1>${communeSays}</h1>`
    )
  }).listen(0, "127.0.0.1")
  await once(site, "listening")
  const { port } = site.address() as AddressInfo
  const places = `MAP ${new URL(chenex.site.home).hostname} 127.0.0.1:${port}, MAP * ~NOTFOUND, EXCLUDE localhost`
  const browser = await launchChromium([`--host-resolver-rules=${places}`])
  onTestFinished(async () => {
    await browser.close()
    site.close()
  })
  return browser
}

/**
 * Uses a window on the portal. What goes wrong in it fails the test: a script that breaks, an error in the console but
 * for the answers that are `expected`, a request to anyone but the portal and, at the end, the commune's site.
 */
export const inWindow = async (
  browser: Browser,
  origin: string,
  options: BrowserContextOptions,
  use: (page: Page, faults: Array<string>) => Promise<void>,
  expected?: RegExp
): Promise<void> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: "fr-FR", ...options })
  const faults: Array<string> = []
  const known = [origin, new URL(chenex.site.home).origin]
  try {
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    page.on("pageerror", (error) => faults.push(String(error)))
    page.on("console", (message) => {
      if (message.type() === "error" && expected?.test(message.text()) !== true)
        faults.push(`${page.url()}: ${message.text()}`)
    })
    page.on("request", (request) => {
      const { origin: to, protocol } = new URL(request.url())
      if (protocol !== "data:" && !known.includes(to)) faults.push(`${page.url()} asked ${request.url()}`)
    })
    await use(page, faults)
  } finally {
    await context.close()
  }
  expect(faults).toEqual([])
}

/** The path of the address. */
export const pathOf = (page: Page): string => new URL(page.url()).pathname

/** The box of a slot of the planning. */
export const slotOf = (page: Page, activityId: string, day: string) =>
  page.locator(`input[name="slot"][value="${activityId}|${day}"]`)
