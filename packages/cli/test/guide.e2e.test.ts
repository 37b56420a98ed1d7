import { demonstrationLogins } from "@portail-famille/example-chenex"
import type { Locator } from "playwright-core"
import { describe, expect, it } from "vitest"
import { demonstration, temporaryFolder } from "./program.ts"
import { browserOfFamilies, inWindow, pathOf } from "./windows.ts"

const { jean } = demonstrationLogins

/** The text of each cell of each row, spaces made plain. */
const rowsOf = (rows: Locator): Promise<ReadonlyArray<ReadonlyArray<string>>> =>
  rows.evaluateAll((all) =>
    all.map((row) => [...row.children].map((cell) => (cell.textContent ?? "").replace(/\s/g, " ").trim()))
  )

describe("the guide's screens on 4 May 2015", { timeout: 240_000 }, () => {
  it("are drawn from the three operations and the planning of the DUPONT family", async () => {
    const { origin } = await demonstration(await temporaryFolder(), { PORTAIL_NOW: "2015-05-04" })
    const browser = await browserOfFamilies()
    await inWindow(browser, origin, {}, async (page) => {
      await page.goto(origin)
      await page.getByLabel("Identifiant", { exact: true }).fill(jean.identifiant)
      await page.getByLabel("Mot de passe", { exact: true }).fill(jean.password)
      await page.getByRole("button", { name: "Se connecter" }).click()
      await page.getByRole("heading", { name: "Choisir un mot de passe" }).waitFor()
      expect(pathOf(page)).toBe("/mot-de-passe")
      await page.getByLabel("Nouveau mot de passe").fill("Tulipe-Grise-77")
      await page.getByRole("button", { name: "Enregistrer" }).click()

      await page.getByRole("heading", { name: "Bienvenue sur votre page d'accueil" }).waitFor()
      const head = page.locator("header.top")
      await head.getByText("Bienvenue JEAN DUPONT, vous avez 1 nouveau message").waitFor()
      await head.getByText("Lundi 4 mai 2015", { exact: true }).waitFor()
      await page.getByText("Votre avance est de 0,00 €.").waitFor()
      await page.getByText("Il reste 120,60 € à payer.").waitFor()
      const unpaid = page.getByRole("table", { name: "Vos factures impayées à la date du lundi 4 mai 2015" })
      expect(await rowsOf(unpaid.locator("tr"))).toEqual([
        ["N° facture", "Date facture", "Date d'échéance", "Montant"],
        ["AL-36", "08/04/2015", "30/04/2015", "120,60 €"],
        ["Total de 1 facture", "120,60 €"]
      ])

      await head.getByRole("link", { name: "Relevé de compte" }).click()
      await page.getByLabel("Année scolaire").selectOption("2014-2015")
      await page.getByRole("button", { name: "Afficher" }).click()
      const statement = page.getByRole("table", { name: "Relevé des opérations 2014-2015" })
      expect(await rowsOf(statement.locator("tr"))).toEqual([
        ["N° opération", "Date", "Description", "Régie", "Débit", "Crédit"],
        ["AL-36", "08/04/2015", "Facture : 01/04/2015 - 30/04/2015", "Régie garderie ALSH", "120,60 €", ""],
        ["AL-228", "08/04/2015", "Règlement : Chèque", "Régie garderie ALSH", "", "243,20 €"],
        ["AL-12", "08/04/2015", "Facture : 01/02/2015 - 31/03/2015", "Régie garderie ALSH", "243,20 €", ""],
        ["Ancien solde", "0,00 €", ""],
        ["Solde du compte pour l'année scolaire", "363,80 €", "243,20 €"]
      ])

      await head.getByRole("link", { name: "Mes enfants" }).click()
      await page.getByRole("link", { name: "Planning de LÉA" }).click()
      await page.getByRole("link", { name: "Avril" }).click()
      await page.getByRole("heading", { name: "Avril 2015" }).waitFor()
      const days = await page.locator("form.planning thead th i").allTextContents()
      const holidays = Array.from({ length: 30 }, (_, i) => (i + 1 >= 11 && i + 1 <= 26 ? "P" : i + 1 === 6 ? "J" : ""))
      expect(days).toEqual(holidays)
      const rows = await page
        .locator("form.planning tbody tr:has(td)")
        .evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.querySelector("b")?.textContent)))
      expect(rows).toHaveLength(9)
      for (const [label, ...cells] of rows) {
        expect(label).toBeUndefined()
        expect(cells.map((letter, i) => [i + 1, letter]).filter(([, letter]) => letter !== undefined)).toEqual([
          [6, "F"]
        ])
      }
    })
  })
})
