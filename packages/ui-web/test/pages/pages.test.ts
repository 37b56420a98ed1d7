import { get, type IncomingHttpHeaders } from "node:http"
import { brotliDecompressSync, gunzipSync } from "node:zlib"
import { expect, layer } from "@effect/vitest"
import { system } from "@portail-famille/core/Access"
import { bySlug } from "@portail-famille/core/services/Communes"
import { publishDocument, setBanner } from "@portail-famille/core/services/Documents"
import { Effect } from "effect"
import { pages } from "../../src/Pages.ts"
import { faults } from "../wellFormed.ts"
import { guideCommune } from "./guide.ts"
import { Portal, portal, words } from "./portal.ts"

const isPage = (path: string): boolean => !path.startsWith("/assets/")
/** A path of the table with an id in each place. */
const filled = (path: string): string => path.replace(/:\w+/g, "1")

/** A file as it travels. */
const packedFile = (address: string, accepted: string) =>
  Effect.callback<{ readonly headers: IncomingHttpHeaders; readonly body: Buffer }>((resume) => {
    get(address, { headers: { "accept-encoding": accepted } }, (response) => {
      const chunks: Array<Buffer> = []
      response.on("data", (chunk: Buffer) => chunks.push(chunk))
      response.on("end", () => resume(Effect.succeed({ headers: response.headers, body: Buffer.concat(chunks) })))
    })
  })

layer(portal)("every page of the table", (it) => {
  it.effect("stands once, and who is signed out is led to the sign-in page by each that is a family's", () =>
    Effect.gen(function* () {
      const { send } = yield* Portal
      const places = pages.map(({ method, path }) => `${method} ${path}`)
      expect(new Set(places).size).toBe(places.length)
      for (const { method, path, caller } of pages.filter((page) => page.caller !== "public")) {
        const sent = yield* send(filled(path), undefined, method === "POST" ? [] : undefined)
        expect([path, caller, sent.status, sent.location]).toEqual([path, caller, 303, "/connexion"])
        const ended = yield* send(filled(path), "portail=gone", method === "POST" ? [] : undefined)
        expect([path, ended.location]).toEqual([path, "/connexion?fait=session-finie"])
      }
    })
  )

  it.effect("is well formed for its family, says its entry, and carries no script of its own", () =>
    Effect.gen(function* () {
      const { send, cookies } = yield* Portal
      for (const { method, path } of pages) {
        if (method !== "GET" || path.includes(":") || path === "/" || !isPage(path)) continue
        const page = yield* send(path, cookies.father)
        expect([path, page.status, faults(page.text)]).toEqual([path, 200, []])
        expect(page.text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=/)
        expect(page.headers["cache-control"]).toBe("no-store")
        expect(page.headers["content-encoding"]).toBe(undefined)
      }
    })
  )

  it.effect("a body that is no form, or comes from elsewhere, or is too large, is refused by a page", () =>
    Effect.gen(function* () {
      const { send, cookies } = yield* Portal
      const json = yield* send("/connexion", undefined, { json: {} })
      expect([json.status, words(json).includes("Données à corriger")]).toEqual([400, true])
      const large = yield* send("/connexion", cookies.father, [["identifiant", "x".repeat(1_000_000)]])
      expect([large.status, words(large).includes("Envoi trop grand")]).toEqual([413, true])
      const nothing = yield* send("/rien", cookies.father)
      expect([nothing.status, faults(nothing.text), words(nothing).includes("Page introuvable")]).toEqual([
        404,
        [],
        true
      ])
    })
  )
})

layer(portal)("home and the family's record", (it) => {
  it.effect("home says what is to be done first, then the guide's blocks and figures", () =>
    Effect.gen(function* () {
      const { send, cookies } = yield* Portal
      const commune = yield* bySlug(guideCommune.slug)
      yield* publishDocument(commune, system, { label: "Fiche <d'inscription>", url: "https://exemple.fr/fiche" })
      yield* setBanner(commune, system, "Bienvenue <b>à tous</b>")
      const home = yield* send("/accueil", cookies.father)
      expect([home.status, faults(home.text)]).toEqual([200, []])
      const text = words(home)
      const inOrder = [
        "Bienvenue JEAN DUPONT,",
        "vous avez 1 nouveau message",
        "Mercredi 8 avril 2015",
        "Accueil Mon compte Mes enfants Relevé de compte Boîte de réception Liste des demandes Déconnexion",
        "Bienvenue sur votre page d'accueil",
        "À faire",
        "1 facture impayée, 120,60 € en tout",
        "à payer jusqu'au 30 avril 2015",
        "1 nouveau message",
        "Responsable",
        "Civilité",
        "1001001818331",
        "DUPONT",
        "JEAN",
        "Changer le mot de passe",
        "Opérations en cours",
        "À la date du mercredi 8 avril 2015",
        "Votre avance est de 0,00 €.",
        "Il reste 120,60 € à payer.",
        "Informations compte",
        "Factures impayées",
        "N° facture Date facture Date d'échéance Montant",
        "AL-36 08/04/2015 30/04/2015 120,60 €",
        "Total de 1 facture 120,60 €",
        "Infos et documents"
      ]
      let from = 0
      for (const part of inOrder) {
        const at = text.indexOf(part, from)
        expect([part, at >= from]).toEqual([part, true])
        from = at + part.length
      }
      expect(home.text).toContain("Bienvenue &lt;b&gt;à tous&lt;/b&gt;")
      expect(home.text).toContain("Fiche &lt;d&#39;inscription&gt;")
      expect((yield* send("/infos-documents", cookies.father)).text).toContain('href="https://exemple.fr/fiche"')
    })
  )

  it.effect("an adult who pays nothing sees no account and nothing to do", () =>
    Effect.gen(function* () {
      const { send, cookies } = yield* Portal
      const text = words(yield* send("/accueil", cookies.mother))
      expect(text).toContain("Rien à faire pour le moment.")
      expect(text).toContain("Aucune opération sur votre compte pour le moment.")
      expect(text).not.toContain("120,60")
    })
  )

  it.effect("the record is one's own with its 22 rows; the other adult, who has a login, is a name", () =>
    Effect.gen(function* () {
      const { send, cookies } = yield* Portal
      const page = yield* send("/mon-compte", cookies.father)
      const [, own = "", other = ""] = page.text.split('<section class="record">')
      const labels = (part: string) => [...part.matchAll(/<dt>([^<]*)<\/dt>/g)].map(([, label]) => label)
      expect(labels(own)).toHaveLength(22)
      expect(labels(own).slice(0, 6)).toEqual(["Civilité", "N° famille", "Nom", "Prénom", "Qualité", "Situation"])
      expect(labels(other)).toEqual(["Nom", "Prénom", "Qualité"])
      expect(words(page)).toContain("Ses coordonnées ne sont visibles que dans son propre compte.")
      const hers = yield* send("/mon-compte", cookies.mother)
      expect(words(hers)).toMatch(/Mes informations .* JEANNE .* Responsable Nom DUPONT Prénom JEAN /)
    })
  )

  it.effect("the children lead to their planning of this month; who may only look is told so", () =>
    Effect.gen(function* () {
      const { send, own, cookies } = yield* Portal
      const page = yield* send("/mes-enfants", cookies.father)
      expect(words(page)).toContain("LÉA DUPONT Date de naissance : 12 juin 2007")
      expect(page.text).toContain(`href="/mes-enfants/${own.childId}/planning?mois=2015-04"`)
      expect(words(page)).not.toContain("sans pouvoir réserver")
      expect(words(yield* send("/mes-enfants", cookies.mother))).toContain("sans pouvoir réserver")
    })
  )
})

layer(portal)("the files that pages load", (it) => {
  it.effect("are served packed as the browser asks, for ever, and nothing else is there", () =>
    Effect.gen(function* () {
      const { send, origin } = yield* Portal
      const raw = (path: string, accepted: string) => packedFile(`${origin}${path}`, accepted)
      const path = /\/assets\/theme\.[0-9a-f]{8}\.css/.exec((yield* send("/connexion")).text)?.[0] ?? ""
      const plain = yield* raw(path, "")
      expect([plain.headers["content-encoding"], plain.headers.vary]).toEqual([undefined, "accept-encoding"])
      expect(plain.headers["cache-control"]).toBe("public, max-age=31536000, immutable")
      expect(plain.headers["content-type"]).toBe("text/css; charset=utf-8")
      for (const [accepted, coding, unpack] of [
        ["gzip, deflate, br", "br", brotliDecompressSync],
        ["gzip;q=1, br;q=0", "gzip", gunzipSync]
      ] as const) {
        const packed = yield* raw(path, accepted)
        expect([packed.headers["content-encoding"], unpack(packed.body).equals(plain.body)]).toEqual([coding, true])
      }
      expect((yield* send("/assets/theme.00000000.css")).status).toBe(404)
    })
  )
})
