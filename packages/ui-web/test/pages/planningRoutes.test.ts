import { describe, expect, layer } from "@effect/vitest"
import { Effect } from "effect"
import { faults } from "../wellFormed.ts"
import { type Answer, type Fields, keyIn, Portal, portal, words } from "./portal.ts"

const ticked = ({ text }: Answer) => [...text.matchAll(/value="([^"]*)" checked>/g)].map(([, value]) => value)
const cellOf = ({ text }: Answer, slot: string) =>
  new RegExp(`<td class="(\\w+)"[^>]*><label><input[^>]*value="${slot.replace("|", "\\|")}"`).exec(text)?.[1]
const slots = (...values: ReadonlyArray<string>): Fields => values.map((value) => ["slot", value] as const)

layer(portal)("the planning's pages", (it) => {
  const opened = Effect.gen(function* () {
    const { send, own, stranger, cookies } = yield* Portal
    const path = `/mes-enfants/${own.childId}/planning?mois=2015-04`
    const show = send(path, cookies.father)
    const post = (fields: Fields, at = path) => send(at, cookies.father, fields)
    /** Posts with a key drawn for it. */
    const act = (action: string, ...values: ReadonlyArray<string>) =>
      Effect.flatMap(show, (page) => post([...slots(...values), ["action", action], ["cle", keyIn(page)]]))
    return { send, own, stranger, cookies, path, show, post, act }
  })

  describe("the month", () => {
    it.effect("is the guide's, under its entry, in the words of the commune", () =>
      Effect.gen(function* () {
        const { show } = yield* opened
        const page = yield* show
        expect([page.status, faults(page.text)]).toEqual([200, []])
        expect(page.text).toContain("<title>Planning de LÉA, avril 2015 ·")
        expect(page.text).toContain('<a href="/mes-enfants" aria-current="page">')
        expect(page.text.match(/<td class="closed"/g)).toHaveLength(9)
        expect(cellOf(page, "cantine|2015-04-09")).toBe("booked")
        expect(cellOf(page, "cantine|2015-04-28")).toBe("requested")
        expect(words(page)).toContain("Motif : Complet &lt;b&gt;ce jour-là&lt;/b&gt;.")
      })
    )

    it.effect("is this month's where the address names none, and tells of a month that there is not", () =>
      Effect.gen(function* () {
        const { send, own, cookies } = yield* opened
        const path = `/mes-enfants/${own.childId}/planning`
        expect((yield* send(path, cookies.father)).text).toContain("<h2>Avril 2015</h2>")
        for (const mois of ["2015-13", "2015-4", "", "1789-07", "x".repeat(2_000), "2015-04%00"]) {
          const page = yield* send(`${path}?mois=${mois}`, cookies.father)
          expect([mois, page.status]).toEqual([mois, 400])
          expect(words(page)).toContain("Ce mois n'existe pas")
          const posted = yield* send(`${path}?mois=${mois}`, cookies.father, slots("cantine|2015-04-14"))
          expect(posted.status).toBe(400)
        }
      })
    )

    it.effect("answers a stranger's child like one that there is not, and sends who is not signed in to sign in", () =>
      Effect.gen(function* () {
        const { send, own, stranger, cookies } = yield* opened
        const unknown = yield* send("/mes-enfants/9999/planning?mois=2015-04", cookies.father)
        expect(unknown.status).toBe(404)
        for (const id of [stranger.childId, 0, "abc", "1e3", "99999999999"]) {
          for (const fields of [
            undefined,
            slots("cantine|2015-04-14"),
            [...slots("cantine|2015-04-09"), ["action", "requestBooking"] as const]
          ]) {
            const page = yield* send(`/mes-enfants/${id}/planning?mois=2015-04`, cookies.father, fields)
            expect([id, page.status]).toEqual([id, 404])
            if (fields === undefined) expect(page.text).toBe(unknown.text)
          }
          const absence = yield* send(
            `/mes-enfants/${id}/absences?mois=2015-04`,
            cookies.father,
            slots("cantine|2015-04-09")
          )
          expect(absence.status).toBe(404)
          expect((yield* send(`/mes-enfants/${id}/absences`, cookies.father)).status).toBe(404)
        }
        for (const fields of [undefined, slots("cantine|2015-04-14")]) {
          const page = yield* send(`/mes-enfants/${own.childId}/planning`, undefined, fields)
          expect([page.status, page.location]).toEqual([303, "/connexion"])
        }
      })
    )

    it.effect("shows a mother who may not book what there is, and offers nothing", () =>
      Effect.gen(function* () {
        const { send, path, cookies } = yield* opened
        const page = yield* send(path, cookies.mother)
        expect([page.status, page.text.includes('type="checkbox"')]).toEqual([200, false])
        const posted = yield* send(path, cookies.mother, [...slots("cantine|2015-04-27"), ["action", "requestBooking"]])
        expect(posted.status).toBe(409)
        expect(words(posted)).toContain("vous pouvez voir ce planning, mais pas y faire de demande.")
      })
    )
  })

  describe("a gesture", () => {
    it.effect("asks for days at once, leads back, and says what was done; sent again it does nothing more", () =>
      Effect.gen(function* () {
        const { send, show, post, path, cookies } = yield* opened
        const fields: Fields = [
          ...slots("garderie-1|2015-04-27", "garderie-1|2015-04-28"),
          ["action", "requestBooking"],
          ["cle", keyIn(yield* show)]
        ]
        const sent = yield* post(fields)
        expect([sent.status, sent.location]).toEqual([303, `${path}&fait=requestBooking.2`])
        const again = yield* post(fields)
        expect([again.status, again.location]).toEqual([303, sent.location])
        const page = yield* send(sent.location ?? "", cookies.father)
        expect(words(page)).toContain("Réservation demandée pour 2 jours.")
        expect(cellOf(page, "garderie-1|2015-04-27")).toBe("requested")
        const list = yield* send("/demandes?type=Booking", cookies.father)
        expect(list.text.match(/lundi 27 avril 2015, Garderie périscolaire/g)).toHaveLength(1)
      })
    )

    it.effect("with the key of another one is not done, and nothing of it is lost", () =>
      Effect.gen(function* () {
        const { show, post } = yield* opened
        const key = ["cle", keyIn(yield* show)] as const
        yield* post([...slots("garderie-2|2015-04-27"), ["action", "requestBooking"], key])
        const other = yield* post([...slots("garderie-2|2015-04-28"), ["action", "requestBooking"], key])
        expect([other.status, ticked(other)]).toEqual([422, ["garderie-2|2015-04-28"]])
        expect(words(other)).toContain("Cette page avait déjà servi")
        expect(keyIn(other)).not.toBe(key[1])
      })
    )

    it.effect("withdraws what waits", () =>
      Effect.gen(function* () {
        const { send, act, cookies } = yield* opened
        yield* act("requestBooking", "garderie-matin|2015-04-27")
        const sent = yield* act("withdraw", "garderie-matin|2015-04-27")
        const page = yield* send(sent.location ?? "", cookies.father)
        expect(words(page)).toContain("Demande retirée pour 1 jour.")
        expect(cellOf(page, "garderie-matin|2015-04-27")).toBe("free")
      })
    )

    it.effect("is refused whole, each reason with its days, and what was ticked stays ticked", () =>
      Effect.gen(function* () {
        const { act, show } = yield* opened
        const refused = yield* act(
          "requestBooking",
          "cantine|2015-04-07",
          "cantine|2015-04-06",
          "cantine|2015-04-14",
          "cantine|2015-04-09",
          "inconnue|2015-04-27",
          "cantine|2015-04-27"
        )
        expect([refused.status, faults(refused.text)]).toEqual([409, []])
        const said = words(refused)
        for (const part of [
          "Mardi 7 avril 2015 : trop tard",
          "Lundi 6 avril 2015 : l'activité est fermée ce jour-là.",
          "Mardi 14 avril 2015, lundi 27 avril 2015 : l'activité n'a pas lieu ce jour-là",
          "Jeudi 9 avril 2015 : ce jour ne se prête pas à cette demande"
        ])
          expect(said).toContain(part)
        expect(ticked(refused)).toEqual(["cantine|2015-04-09", "cantine|2015-04-27"])
        expect(cellOf(yield* show, "cantine|2015-04-27")).toBe("free")
      })
    )

    it.effect("of nothing, of a day that there is not, by no button, is told in a sentence", () =>
      Effect.gen(function* () {
        const { post } = yield* opened
        const ask = ["action", "requestBooking"] as const
        for (const [fields, sentence] of [
          [[ask], "Aucun jour n'est choisi."],
          [[...slots("cantine|2015-02-31"), ask], "Un des jours choisis n'existe pas dans le calendrier."],
          [[...slots("<script>|2015-04-27"), ask], "Une des activités choisies n'existe pas."],
          [[...slots("cantine|2015-04-27")], "Dites ce que vous souhaitez"],
          [[...slots("cantine|2015-04-27"), ["action", "drop"] as const], "Dites ce que vous souhaitez"]
        ] as const) {
          const page = yield* post(fields)
          expect([page.status, faults(page.text), page.text.includes("<script>|")]).toEqual([400, [], false])
          expect(words(page)).toContain(sentence)
        }
        const kept = yield* post(slots("cantine|2015-04-27"))
        expect(ticked(kept)).toEqual(["cantine|2015-04-27"])
      })
    )

    it.effect("of JSON is no form", () =>
      Effect.gen(function* () {
        const { send, path, cookies } = yield* opened
        expect((yield* send(path, cookies.father, { json: { slot: "x" } })).status).toBe(400)
      })
    )
  })

  describe("an absence, without script", () => {
    const reasons = (own: { readonly childId: number }) => `/mes-enfants/${own.childId}/absences?mois=2015-04`

    it.effect("asks for its reason, tells what is missing, is declared, and expects its certificate (S110, S111)", () =>
      Effect.gen(function* () {
        const { send, own, act, post, cookies } = yield* opened
        const asked = yield* act("declareAbsence", "cantine|2015-04-09", "cantine|2015-04-10")
        expect([asked.status, faults(asked.text)]).toEqual([200, []])
        expect(asked.text).toContain(`action="${reasons(own)}"`)
        expect(words(asked)).toContain("Restauration scolaire : jeudi 9 avril 2015, vendredi 10 avril 2015")
        expect(words(asked)).toContain("certificat médical, à remettre à la mairie au plus tard le mardi 14 avril 2015")
        const days = slots("cantine|2015-04-09", "cantine|2015-04-10")

        const missing = yield* post([...days, ["cle", keyIn(asked)]], reasons(own))
        expect(missing.status).toBe(400)
        for (const part of ["2 choses sont à corriger", "Choisissez le motif", "Cochez la case pour confirmer"])
          expect(words(missing)).toContain(part)

        const unconfirmed = yield* post([...days, ["motif", "Other"], ["precision", "<b>Match</b>"]], reasons(own))
        expect(unconfirmed.text).toContain("&lt;b&gt;Match&lt;/b&gt;</textarea>")
        expect(unconfirmed.text).toContain('value="Other" checked')

        const fields: Fields = [...days, ["motif", "Medical"], ["confirme", "oui"], ["cle", keyIn(missing)]]
        const sent = yield* post(fields, reasons(own))
        expect([sent.status, sent.location]).toEqual([
          303,
          `/mes-enfants/${own.childId}/planning?mois=2015-04&fait=declareAbsence.2.2015-04-14`
        ])
        expect((yield* post(fields, reasons(own))).location).toBe(sent.location)
        const page = yield* send(sent.location ?? "", cookies.father)
        expect(words(page)).toContain("Absence déclarée pour 2 jours.")
        expect(words(page)).toContain("Pièce attendue : un certificat médical")
        expect(cellOf(page, "cantine|2015-04-09")).toBe("absenceRequested")

        const list = yield* send("/demandes?type=Absence", cookies.father)
        expect(words(list).match(/Pièce attendue/g)).toHaveLength(2)
        const twice = yield* post([...days, ["motif", "Family"], ["confirme", "oui"]], reasons(own))
        expect(twice.status).toBe(409)
        expect((yield* act("withdraw", "cantine|2015-04-09", "cantine|2015-04-10")).status).toBe(303)
      })
    )

    it.effect("is refused before a reason is typed, where none can be declared", () =>
      Effect.gen(function* () {
        const { act } = yield* opened
        const refused = yield* act("declareAbsence", "cantine|2015-04-10", "cantine|2015-04-27")
        expect([refused.status, words(refused).includes("Lundi 27 avril 2015 : ce jour ne se prête pas")]).toEqual([
          409,
          true
        ])
      })
    )

    it.effect("left without a form leads to the planning", () =>
      Effect.gen(function* () {
        const { send, own, cookies } = yield* opened
        const left = yield* send(reasons(own), cookies.father)
        expect([left.status, left.location]).toEqual([303, `/mes-enfants/${own.childId}/planning?mois=2015-04`])
      })
    )
  })
})
