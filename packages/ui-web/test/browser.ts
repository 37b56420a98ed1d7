import { existsSync } from "node:fs"
import { delimiter, join } from "node:path"
import sparticuz from "@sparticuz/chromium"
import { type Browser, chromium } from "playwright-core"

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"]

/** A Chromium of this machine: PORTAIL_CHROMIUM, one on PATH, Playwright's own, else the one in @sparticuz/chromium. */
const findChromium = async (): Promise<string> => {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const found = [process.env.PORTAIL_CHROMIUM, ...onPath, chromium.executablePath()].find(
    (path) => path !== undefined && path !== "" && existsSync(path)
  )
  return found ?? sparticuz.executablePath()
}

/** Starts a real browser that calls nobody; close it when done. */
export const launchBrowser = (): Promise<Browser> => launchChromium([])

/** The same, with arguments of its own. */
export const launchChromium = async (args: ReadonlyArray<string>): Promise<Browser> =>
  chromium.launch({
    executablePath: await findChromium(),
    timeout: 30_000,
    args: [
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...args
    ]
  })
