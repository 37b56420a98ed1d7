import { expect, layer } from "@effect/vitest"
import { Accounts } from "@portail-famille/core/services/Accounts"
import { bySlug } from "@portail-famille/core/services/Communes"
import { makeLink } from "@portail-famille/core/services/Passwords"
import { Effect } from "effect"
import { faults } from "../wellFormed.ts"
import { loginOf } from "./family.ts"
import { guideCommune } from "./guide.ts"
import { type Answer, Portal, portal, words } from "./portal.ts"

const cookieIn = ({ headers }: Answer): string => String(headers["set-cookie"]).split(";", 1)[0] ?? ""
const typed = (identifiant: string, motDePasse: string) =>
  [
    ["identifiant", identifiant],
    ["motDePasse", motDePasse]
  ] as const
/** What a browser with script off can do on the page: the addresses it posts to and leads to. */
const fieldsOf = ({ text }: Answer): ReadonlyArray<string> =>
  [...text.matchAll(/<input[^>]* name="([^"]+)"/g)].map(([, name = ""]) => name)

layer(portal)("signing in and out", (it) => {
  it.effect("the sign-in page has two fields, the forgotten link and the help line", () =>
    Effect.gen(function* () {
      const { send } = yield* Portal
      expect((yield* send("/")).location).toBe("/connexion")
      const page = yield* send("/connexion")
      expect([page.status, faults(page.text), fieldsOf(page)]).toEqual([200, [], ["identifiant", "motDePasse"]])
      for (const part of [
        "Compte famille",
        "Afin d'accéder à notre service, veuillez vous identifier.",
        "Mot de passe oublié ?",
        "04.00.00.00.00",
        "enfance@valclair.test"
      ])
        expect(words(page)).toContain(part)
      expect(page.text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/)
    })
  )

  it.effect("a wrong password and an unknown identifiant get the same page, what was typed escaped and kept", () =>
    Effect.gen(function* () {
      const { send } = yield* Portal
      const wrong = yield* send("/connexion", undefined, typed("dupont.jean", "Secret-Faux-1"))
      const unknown = yield* send("/connexion", undefined, typed("nobody.here", "Secret-Faux-1"))
      expect([wrong.status, faults(wrong.text), wrong.headers["set-cookie"]]).toEqual([401, [], undefined])
      expect(words(wrong)).toContain("Identifiant ou mot de passe incorrect")
      expect(unknown.text).toBe(wrong.text.replace("dupont.jean", "nobody.here"))
      expect(wrong.text).not.toContain("Secret-Faux-1")
      const hostile = yield* send("/connexion", undefined, typed(`"><script>alert('x')</script>`, "x"))
      expect(hostile.text).toContain("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")
      expect([hostile.status, faults(hostile.text)]).toEqual([401, []])
    })
  )

  it.effect("empty fields are told one by one", () =>
    Effect.gen(function* () {
      const { send } = yield* Portal
      const page = yield* send("/connexion", undefined, [])
      expect(page.status).toBe(400)
      for (const sentence of ["Donnez votre identifiant.", "Donnez votre mot de passe."])
        expect(words(page).split(sentence)).toHaveLength(3)
    })
  )

  it.effect("too many tries are told with how long to wait", () =>
    Effect.gen(function* () {
      const { send } = yield* Portal
      for (let i = 0; i < 5; i++) yield* send("/connexion", undefined, typed("slow.down", "x"))
      const page = yield* send("/connexion", undefined, typed("slow.down", "x"))
      expect([page.status, page.headers["retry-after"], faults(page.text)]).toEqual([429, "1", []])
      expect(words(page)).toContain("Attendez 1 seconde avant de recommencer.")
    })
  )

  it.effect("a first sign-in leads to a password of one's own, all broken rules told at once", () =>
    Effect.gen(function* () {
      const { send, stranger } = yield* Portal
      const { identifiant, secret } = yield* loginOf(stranger.motherId, "martin.jeanne")
      const signedIn = yield* send("/connexion", undefined, typed(identifiant, secret))
      expect([signedIn.status, signedIn.location]).toEqual([303, "/mot-de-passe"])
      expect(String(signedIn.headers["set-cookie"])).toMatch(
        /^portail=[^;]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/
      )
      const cookie = cookieIn(signedIn)
      for (const path of ["/accueil", "/mon-compte", "/mes-enfants", "/infos-documents"])
        expect((yield* send(path, cookie)).location).toBe("/mot-de-passe")
      const page = yield* send("/mot-de-passe", cookie)
      expect([page.status, faults(page.text), fieldsOf(page)]).toEqual([200, [], ["nouveau"]])
      expect(words(page)).toContain("Ce mot de passe vous a été remis par la mairie.")
      expect(words(page)).toContain(
        "8 caractères au moins Une majuscule au moins Une minuscule au moins Un chiffre au moins"
      )

      const refused = yield* send("/mot-de-passe", cookie, [["nouveau", "abc"]])
      expect([refused.status, faults(refused.text)]).toEqual([409, []])
      for (const sentence of ["Il faut au moins 8 caractères.", "Il manque une majuscule.", "Il manque un chiffre."])
        expect(words(refused).split(sentence)).toHaveLength(3)

      const chosen = yield* send("/mot-de-passe", cookie, [["nouveau", "Tulipe-Grise-77"]])
      expect([chosen.status, chosen.location]).toEqual([303, "/accueil?fait=mot-de-passe"])
      expect(cookieIn(chosen)).not.toBe(cookie)
      expect((yield* send("/accueil", cookie)).location).toBe("/connexion?fait=session-finie")
      const home = yield* send(chosen.location ?? "", cookieIn(chosen))
      expect(words(home)).toContain("Votre mot de passe est changé.")
      // A second click of the same form meets a closed session and changes nothing.
      const again = yield* send("/mot-de-passe", cookie, [["nouveau", "Autre-Choix-78"]])
      expect(again.location).toBe("/connexion?fait=session-finie")
      expect((yield* send("/connexion", undefined, typed(identifiant, "Tulipe-Grise-77"))).location).toBe("/accueil")
    })
  )

  it.effect("changing it by choice asks for the present one", () =>
    Effect.gen(function* () {
      const { send, cookies } = yield* Portal
      const page = yield* send("/mot-de-passe", cookies.mother)
      expect([page.status, faults(page.text), fieldsOf(page)]).toEqual([200, [], ["actuel", "nouveau"]])
      const sent = [
        ["actuel", "Pas-Celui-1"],
        ["nouveau", "Tulipe-Rouge-79"]
      ] as const
      const wrong = yield* send("/mot-de-passe", cookies.mother, sent)
      expect([wrong.status, words(wrong).split("Le mot de passe actuel n'est pas le bon.").length]).toEqual([401, 3])
      expect(wrong.text).not.toMatch(/Pas-Celui-1|Tulipe-Rouge-79/)
    })
  )

  it.effect("signing out closes the session and leads to the commune's site", () =>
    Effect.gen(function* () {
      const { send } = yield* Portal
      const cookie = cookieIn(yield* send("/connexion", undefined, typed("dupont.jeanne", "Cerise-Verte-2015")))
      expect((yield* send("/accueil", cookie)).text).toContain('<form method="post" action="/deconnexion">')
      const out = yield* send("/deconnexion", cookie, [])
      expect([out.status, out.location, String(out.headers["set-cookie"])]).toEqual([
        303,
        "https://www.valclair.test/",
        "portail=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax"
      ])
      expect((yield* send("/accueil", cookie)).location).toBe("/connexion?fait=session-finie")
      expect(words(yield* send("/connexion?fait=session-finie"))).toContain("Votre session est finie.")
      expect((yield* send("/deconnexion", cookie, [])).status).toBe(303)
    })
  )
})

layer(portal)("a forgotten password", (it) => {
  it.effect("asking for a link gets the same answer for anyone", () =>
    Effect.gen(function* () {
      const { send } = yield* Portal
      const page = yield* send("/mot-de-passe/oublie")
      expect([page.status, faults(page.text), fieldsOf(page)]).toEqual([200, [], ["identifiant"]])
      const known = yield* send("/mot-de-passe/oublie", undefined, [["identifiant", "dupont.jean"]])
      const unknown = yield* send("/mot-de-passe/oublie", undefined, [["identifiant", "nobody.here"]])
      expect([known.status, known.location, known.text]).toEqual([303, "/mot-de-passe/oublie?fait=lien", ""])
      expect([unknown.status, unknown.location, unknown.text]).toEqual([known.status, known.location, known.text])
      expect(words(yield* send(known.location ?? ""))).toContain("Si cet identifiant existe")
      expect((yield* send("/mot-de-passe/oublie", undefined, [])).status).toBe(400)
      const invisible = yield* send("/mot-de-passe/oublie", undefined, [["identifiant", "nobody\u0000here"]])
      expect([invisible.status, words(invisible)]).toEqual([400, expect.stringContaining("caractères invisibles")])
    })
  )

  it.effect("a link chooses a password once, and says so when it is dead", () =>
    Effect.gen(function* () {
      const { send, stranger } = yield* Portal
      const commune = yield* bySlug(guideCommune.slug)
      const account = yield* (yield* Accounts).findByAdult(commune.id, stranger.fatherId)
      const secret = account && (yield* makeLink(commune, account.id, "reset"))
      const path = `/mot-de-passe/lien/${secret}`
      const page = yield* send(path)
      expect([page.status, faults(page.text), fieldsOf(page)]).toEqual([200, [], ["nouveau"]])
      expect(words(page)).toContain("Votre identifiant : martin.jean")
      const refused = yield* send(path, undefined, [["nouveau", "Martin.Jean-1"]])
      expect([refused.status, faults(refused.text)]).toEqual([409, []])
      expect(words(refused)).toContain("Il ne doit pas contenir votre identifiant.")
      const chosen = yield* send(path, undefined, [["nouveau", "Orange-Bleue-81"]])
      expect([chosen.status, chosen.location]).toEqual([303, "/connexion?fait=mot-de-passe"])
      expect(words(yield* send(chosen.location ?? ""))).toContain("Votre mot de passe est enregistré.")
      const dead = yield* send(path)
      const replayed = yield* send(path, undefined, [["nouveau", "Orange-Verte-82"]])
      const never = yield* send("/mot-de-passe/lien/never-was")
      expect([dead.status, dead.text, faults(dead.text)]).toEqual([409, never.text, []])
      expect(replayed.text).toBe(never.text)
      expect(dead.text).toContain('href="/mot-de-passe/oublie"')
      expect((yield* send("/connexion", undefined, typed("martin.jean", "Orange-Bleue-81"))).status).toBe(303)
    })
  )
})
