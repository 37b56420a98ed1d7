import { expect, layer } from "@effect/vitest"
import { Effect } from "effect"
import { faults } from "../wellFormed.ts"
import { keyIn, Portal, portal, words } from "./portal.ts"

layer(portal)("the pages of lists", (it) => {
  it.effect("requests stand with what waits first, are filtered, and are withdrawn once", () =>
    Effect.gen(function* () {
      const { send, own, cookies } = yield* Portal
      const list = yield* send("/demandes", cookies.father)
      expect([list.status, faults(list.text)]).toEqual([200, []])
      expect(words(list)).toMatch(
        /En attente de réponse LÉA : Réservation du mardi 28 avril 2015.*Depuis moins d'un mois/
      )
      expect(list.text).toContain("<blockquote>Complet &lt;b&gt;ce jour-là&lt;/b&gt;</blockquote>")
      expect(words(yield* send("/demandes?type=Absence", cookies.father))).toContain("Aucune demande de ce type")
      expect((yield* send("/demandes?type=Booking", cookies.father)).text).toContain('name="type" value="Booking"')

      const fields = [["cle", keyIn(list)]] as const
      const path = `/demandes/${own.requestId}/retrait`
      const sent = yield* send(path, cookies.father, fields)
      expect([sent.status, sent.location]).toEqual([303, "/demandes?fait=withdraw.1"])
      expect((yield* send(path, cookies.father, fields)).location).toBe(sent.location)
      const after = yield* send(sent.location ?? "", cookies.father)
      expect(words(after)).toContain("Demande retirée pour 1 jour.")
      expect(after.text).not.toContain(path)
      const late = yield* send(path, cookies.father, [["type", "Booking"]])
      expect([late.status, words(late).includes("Demande déjà close")]).toEqual([409, true])
    })
  )

  it.effect("a mother who may not book withdraws nothing", () =>
    Effect.gen(function* () {
      const { send, own, stranger, cookies } = yield* Portal
      expect((yield* send("/demandes", cookies.mother)).text).not.toContain("/retrait")
      const unknown = yield* send("/demandes/9999/retrait", cookies.mother, [])
      expect(unknown.status).toBe(404)
      for (const id of [own.requestId, stranger.requestId, "x"])
        expect((yield* send(`/demandes/${id}/retrait`, cookies.mother, [])).text).toBe(unknown.text)
    })
  )

  it.effect("the statement is the guide's, by year and by kind", () =>
    Effect.gen(function* () {
      const { send, cookies } = yield* Portal
      const page = yield* send("/releve", cookies.father)
      expect([page.status, faults(page.text)]).toEqual([200, []])
      for (const part of ["Il reste 120,60 € à payer.", "363,80 €", "243,20 €", "Ancien solde 0,00 €"])
        expect(words(page)).toContain(part)
      expect(words(yield* send("/releve?annee=2015-2016", cookies.father))).toContain("Ancien solde 120,60 €")
      expect(words(yield* send("/releve?annee=2014-2015&vue=factures", cookies.father))).not.toContain("AL-228")
      expect(words(yield* send("/releve", cookies.mother))).toContain("Aucune opération")
    })
  )

  it.effect("opening a message marks it as read, and the counter of that very page says so", () =>
    Effect.gen(function* () {
      const { send, own, cookies } = yield* Portal
      const before = yield* send("/messages", cookies.father)
      expect([before.status, faults(before.text)]).toEqual([200, []])
      expect(words(before)).toMatch(/vous avez 1 nouveau message.*Menus &lt;b&gt;d'avril&lt;\/b&gt; Non lu/)
      const path = `/messages/${own.messageId}`
      const unknown = yield* send("/messages/9999", cookies.stranger)
      expect(unknown.status).toBe(404)
      expect((yield* send(path, cookies.stranger)).text).toBe(unknown.text)
      const opened = yield* send(path, cookies.father)
      expect(words(opened)).toContain("vous avez 0 nouveau message")
      expect(opened.text).toContain("<p>Bonjour,<br>les menus sont affichés.</p>")
      expect(words(yield* send("/messages", cookies.father))).not.toContain("Non lu")
    })
  )

  it.effect("an address that says what there is not is told in a sentence; who is not signed in signs in", () =>
    Effect.gen(function* () {
      const { send, own, cookies } = yield* Portal
      for (const [path, sentence] of [
        ["/demandes?type=Autre", "Ce type de demande n'existe pas"],
        ["/releve?annee=2014-2016", "Cette année scolaire n'existe pas"],
        ["/releve?vue=<script>", "Cette partie du relevé n'existe pas"]
      ] as const) {
        const page = yield* send(encodeURI(path), cookies.father)
        expect([path, page.status, words(page).includes(sentence)]).toEqual([path, 400, true])
      }
      for (const path of ["/demandes", "/releve", "/messages", `/messages/${own.messageId}`]) {
        const page = yield* send(path)
        expect([path, page.status, page.location]).toEqual([path, 303, "/connexion"])
      }
    })
  )
})
