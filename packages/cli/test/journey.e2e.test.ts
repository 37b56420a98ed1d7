import { demonstrationLogins } from "@portail-famille/example-chenex"
import type { BrowserContextOptions, Page } from "playwright-core"
import { describe, expect, it } from "vitest"
import { byKeyboard, byMouse, type Hands, withoutScript } from "./hands.ts"
import { type Ask, demonstration, temporaryFolder } from "./program.ts"
import { browserOfFamilies, communeSays, inWindow, pathOf, slotOf } from "./windows.ts"

const { claire } = demonstrationLogins
const password = "Tulipe-Grise-77"

/** INÈS's canteen in May 2015, seen on Monday the 4th: two free days side by side, and one that is booked. */
const free = [
  ["restauration", "2015-05-28"],
  ["restauration", "2015-05-29"]
] as const
const booked = ["restauration", "2015-05-05"] as const

interface File {
  readonly adults: ReadonlyArray<{ readonly adult: { readonly id: number; readonly firstName: string } }>
}

/** Staff hand out a new one-time password: who gets it has a first sign-in before them (S13). */
const handedOut = async (ask: Ask, bearer: string): Promise<string> => {
  const families = (await ask("/api/staff/families", { bearer })).json as ReadonlyArray<{ readonly id: number }>
  for (const { id } of families) {
    const { adults } = (await ask(`/api/staff/families/${id}`, { bearer })).json as File
    const found = adults.find(({ adult }) => adult.firstName === "Claire")
    if (found === undefined) continue
    const path = `/api/staff/adults/${found.adult.id}/login`
    const { json, status } = await ask(path, { bearer, method: "PUT", body: { handover: "password" } })
    expect(status).toBe(200)
    return (json as { readonly secret: string }).secret
  }
  throw new Error("No family has a Claire")
}

interface Line {
  readonly request: {
    readonly id: number
    readonly subject: { readonly _tag: string; readonly activityId: string; readonly day: string }
  }
}

/** Staff read what waits, accept the first of the two days and refuse the other. */
const answered = async (ask: Ask, bearer: string): Promise<void> => {
  const waiting = (await ask("/api/staff/requests", { bearer })).json as ReadonlyArray<Line>
  const answers = [
    { _tag: "Accept", outcome: null },
    { _tag: "Refuse", reason: "Sortie scolaire : la cantine est fermée à ce groupe." }
  ]
  for (const [i, [, day]] of free.entries()) {
    const asked = waiting.filter(({ request: { subject } }) => subject._tag === "Booking" && subject.day === day)
    expect(asked).toHaveLength(1)
    const path = `/api/staff/requests/${asked[0]?.request.id}/answer`
    expect((await ask(path, { bearer, body: answers[i] })).status).toBe(200)
  }
}

const signIn = async (hands: Hands, secret: string) => {
  await hands.type("Identifiant", claire.identifiant)
  await hands.type("Mot de passe", secret)
  await hands.press("button", "Se connecter")
}

const toPlanning = async (page: Page, hands: Hands) => {
  await hands.press("link", "Mes enfants")
  await page.getByRole("heading", { name: "INÈS BENALI" }).waitFor()
  await hands.press("link", "Planning d'INÈS")
  await page.getByRole("heading", { name: "Planning d'INÈS" }).waitFor()
}

const done = (page: Page, text: string) => page.locator(".notice[role=status]").getByText(text).waitFor()
const cellOf = (page: Page, [activityId, day]: readonly [string, string]) =>
  page.locator("td", { has: slotOf(page, activityId, day) })

/** From the first sign-in to the sign-out. */
const asks = async (page: Page, hands: Hands, secret: string) => {
  await signIn(hands, secret)
  await page.getByRole("heading", { name: "Choisir un mot de passe" }).waitFor()
  await hands.type("Nouveau mot de passe", "claire")
  await hands.press("button", "Enregistrer")
  await page.getByRole("alert").waitFor()
  expect(await page.getByRole("alert").getByRole("listitem").allTextContents()).toEqual([
    "Il faut au moins 8 caractères.",
    "Il manque une majuscule.",
    "Il manque un chiffre.",
    "Il ne doit contenir ni votre nom ni votre prénom."
  ])
  await hands.type("Nouveau mot de passe", password)
  if (hands.script) expect(await page.locator("ul.rules li:not([data-kept])").count()).toBe(0)
  await hands.press("button", "Enregistrer")
  await page.getByRole("heading", { name: "Bienvenue sur votre page d'accueil" }).waitFor()
  await page.getByText("Bienvenue Claire MARTIN").waitFor()

  await toPlanning(page, hands)
  await hands.act(free, "Demander une réservation")
  await done(page, "Réservation demandée pour 2 jours.")
  for (const slot of free) expect(await cellOf(page, slot).getAttribute("class")).toBe("requested")

  await hands.act([booked], "Déclarer une absence")
  await page.getByRole("heading", { name: "Jours d'absence d'INÈS" }).waitFor()
  await hands.tick("Raison médicale")
  await hands.tick("Je confirme que mon enfant sera absent.")
  await hands.press("button", "Déclarer une absence")
  await done(page, "Pièce attendue : un certificat médical, à remettre à la mairie au plus tard le vendredi 8 mai 2015")
  expect(await cellOf(page, booked).getAttribute("class")).toBe("absenceRequested")

  await hands.press("button", "Déconnexion")
  await page.getByRole("heading", { name: communeSays }).waitFor()
  expect(new URL(page.url()).origin).toBe("http://www.chenex.fr")
}

/** What the family sees once staff have answered. */
const sees = async (page: Page, hands: Hands, origin: string) => {
  await page.goto(`${origin}/accueil`)
  expect(pathOf(page)).toBe("/connexion")
  await signIn(hands, password)
  await page.getByRole("heading", { name: "Bienvenue sur votre page d'accueil" }).waitFor()
  await toPlanning(page, hands)
  const [accepted, refused] = free
  expect(await cellOf(page, accepted).getAttribute("class")).toBe("booked")
  expect(await cellOf(page, refused).getAttribute("class")).toBe("refused")
  expect(await cellOf(page, refused).textContent()).toContain("Sortie scolaire : la cantine est fermée à ce groupe.")
  await hands.press("link", "Liste des demandes")
  const item = (title: string) => page.getByRole("article").filter({ has: page.getByRole("heading", { name: title }) })
  await item("INÈS : Réservation du jeudi 28 mai 2015").getByText("Acceptée par la mairie").waitFor()
  const no = item("INÈS : Réservation du vendredi 29 mai 2015")
  await no.getByText("Refusée par la mairie").waitFor()
  await no.getByText("Sortie scolaire : la cantine est fermée à ce groupe.").waitFor()
  const absence = item("INÈS : Absence du mardi 5 mai 2015")
  await absence.getByText("En cours de traitement").waitFor()
  await absence.getByText("un certificat médical, à remettre à la mairie au plus tard").waitFor()
  await hands.press("button", "Déconnexion")
  await page.getByRole("heading", { name: communeSays }).waitFor()
}

const ways: ReadonlyArray<readonly [way: string, (page: Page) => Hands, BrowserContextOptions]> = [
  ["by mouse", byMouse, {}],
  ["by keyboard alone", byKeyboard, {}],
  ["with script off", withoutScript, { javaScriptEnabled: false }]
]

describe("a family asks, the mairie answers, the family sees it", { timeout: 240_000 }, () => {
  it.each(ways)("%s", async (_, handsOn, options) => {
    const { ask, origin, token } = await demonstration(await temporaryFolder(), { PORTAIL_NOW: "2015-05-04" })
    const secret = await handedOut(ask, token)
    const browser = await browserOfFamilies()
    await inWindow(
      browser,
      origin,
      options,
      async (page) => {
        const hands = handsOn(page)
        await page.goto(origin)
        await asks(page, hands, secret)
        await answered(ask, token)
        await sees(page, hands, origin)
      },
      /status of 409/
    )
  })
})
