/**
 * Takes the pictures of README.md and docs/ anew: `node packages/cli/test/pictures.ts`. It serves the demonstration on
 * 4 May 2015 from a folder of its own, and looks at it with a real browser.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { launchBrowser } from "../../ui-web/test/browser.ts"

const images = fileURLToPath(new URL("../../../docs/images/", import.meta.url))
const program = fileURLToPath(new URL("../src/bin.ts", import.meta.url))

/** Waits until the demonstration says where it is served. */
const addressOf = async (portal: ChildProcess): Promise<string> => {
  if (portal.stdout === null) throw new Error("The demonstration says nothing")
  for await (const line of createInterface({ input: portal.stdout })) {
    const address = /served at (http:\S+)/.exec(line)?.[1]
    if (address !== undefined) return address
  }
  throw new Error("The demonstration did not start")
}

const dataDir = await mkdtemp(join(tmpdir(), "portail-pictures-"))
const portal = spawn(process.execPath, [program, "serve", "--demo"], {
  env: { ...process.env, PORT: "3980", PORTAIL_DATA_DIR: dataDir, PORTAIL_NOW: "2015-05-04" },
  stdio: ["ignore", "pipe", "inherit"]
})
try {
  const origin = await addressOf(portal)
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 1110 }, locale: "fr-FR" })
    const page = await context.newPage()
    await page.goto(origin)
    await page.getByLabel("Identifiant").fill("martin.claire")
    await page.getByLabel("Mot de passe", { exact: true }).fill("Sapin-Vert-7452")
    await page.getByRole("button", { name: "Se connecter" }).click()
    await page.getByRole("link", { name: "Mes enfants" }).click()
    await page.getByRole("link", { name: "Ouvrir le planning" }).first().click()
    for (const day of ["2015-05-21", "2015-05-22"]) await page.locator(`input[value="restauration|${day}"]`).check()
    await page.getByRole("button", { name: "Demander une réservation" }).waitFor()
    await page.screenshot({ path: join(images, "planning.png") })
  } finally {
    await browser.close()
  }
} finally {
  portal.kill("SIGINT")
  await once(portal, "exit")
  await rm(dataDir, { recursive: true, force: true })
}
