import { expectedProof } from "@portail-famille/core/Absence"
import { CollectionOfficeId } from "@portail-famille/core/CollectionOffice"
import type { ServedCommune } from "@portail-famille/core/Commune"
import { make } from "@portail-famille/core/Day"
import { allocate, type Ledger, OperationId } from "@portail-famille/core/Ledger"
import { type Message, MessageId } from "@portail-famille/core/Message"
import { PayerId } from "@portail-famille/core/Payer"
import { isOpen, type Request } from "@portail-famille/core/Request"
import { SchoolYear } from "@portail-famille/core/SchoolYear"
import { statement } from "@portail-famille/core/Statement"
import { examples, generators } from "@portail-famille/core/testing"
import { stateName } from "@portail-famille/core/words/requests"
import { DateTime } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { messageMain, messagesMain } from "../../src/pages/messages/messagesMain.ts"
import { requestsMain } from "../../src/pages/requests/requestsMain.ts"
import { type StatementPage, statementMain } from "../../src/pages/statement/statementMain.ts"
import { faults } from "../wellFormed.ts"

const commune: ServedCommune = { ...examples.valclair, id: 1 as never }
const at = DateTime.makeUnsafe("2015-04-08T10:00:00Z")

describe("the list of requests", () => {
  const draw = (open: ReadonlyArray<Request>, closed: ReadonlyArray<Request>, mayWithdraw = true) => {
    const line = (request: Request) => ({
      request,
      child: { firstName: "<b>ZOÉ</b>", lastName: "MARTIN" },
      mayWithdraw: mayWithdraw && isOpen(request)
    })
    return requestsMain({
      commune,
      type: null,
      open: open.map(line),
      closed: closed.map(line),
      keyOf: ({ id }) => `k${id}`
    }).value
  }

  it("tells each request whole: its state, its reason, its certificate; and offers to withdraw what waits", () => {
    fc.assert(
      fc.property(generators.request, (request) => {
        const { state, subject } = request
        const waits = state._tag === "Waiting" || state._tag === "Waitlisted"
        const drawn = draw(waits ? [request] : [], waits ? [] : [request])
        expect(faults(drawn)).toEqual([])
        expect(drawn).not.toContain("<b>ZOÉ")
        expect(drawn).toContain(stateName(state._tag))
        expect(drawn.includes(`action="/demandes/${request.id}/retrait"`)).toBe(waits)
        const medical = subject._tag === "Absence" && subject.reason._tag === "Medical"
        expect(drawn.includes("Pièce attendue")).toBe(medical && (waits || state._tag === "Accepted"))
      })
    )
  })

  it("puts what waits first, and quotes a refusal in full", () => {
    const subject = {
      _tag: "Booking",
      childId: 1 as never,
      activityId: "cantine" as never,
      day: make("2015-04-09")
    } as const
    const asked = { askedBy: 1 as never, askedAt: at, subject }
    const reason = 'Complet. <script>alert("x")</script>'
    const drawn = draw(
      [{ id: 2 as never, ...asked, state: { _tag: "Waiting" } }],
      [{ id: 1 as never, ...asked, state: { _tag: "Refused", at, reason } }]
    )
    expect(drawn.indexOf("En attente de réponse")).toBeLessThan(drawn.indexOf("Refusée par la mairie"))
    expect(drawn).toContain("<blockquote>Complet. &lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</blockquote>")
    expect(draw([{ id: 2 as never, ...asked, state: { _tag: "Waiting" } }], [], false)).not.toContain("retrait")
  })

  it("names the day on which a certificate is due", () => {
    const absence = {
      _tag: "Absence",
      childId: 1 as never,
      activityId: "cantine" as never,
      day: make("2015-04-09"),
      reason: { _tag: "Medical" }
    } as const
    expect(expectedProof(absence.reason, absence.day, commune.certificateDays)?.until).toBe("2015-04-14")
    const waiting: Request = {
      id: 3 as never,
      askedBy: 1 as never,
      askedAt: at,
      subject: absence,
      state: { _tag: "Waiting" }
    }
    expect(draw([waiting], [])).toContain("mardi 14 avril 2015")
  })

  it("teaches when it is empty", () => {
    expect(draw([], [])).toContain("Ouvrir le planning d&#39;un enfant")
  })
})

describe("the statement", () => {
  const account = { payerId: PayerId.make(1), officeId: CollectionOfficeId.make("garderie") }
  let ledger: Ledger = { account, operations: [], allocations: [] }
  for (const [i, operation] of examples.guideOperations.entries()) {
    const posted = { id: OperationId.make(i + 1), ...account, ...operation }
    const known = { ...ledger, operations: [...ledger.operations, posted] }
    ledger = { ...known, allocations: [...known.allocations, ...allocate(known, posted)] }
  }
  const year = SchoolYear.make("2014-2015")
  const draw = (page: Partial<StatementPage> = {}, office = commune.collectionOffices[0]) =>
    statementMain({
      schoolYear: year,
      years: [year],
      view: "tout",
      statements: [statement(ledger, office, ["JEAN <b>DUPONT</b>"], page.schoolYear ?? year)],
      ...page
    }).value
  const text = (page: string) =>
    page
      .replace(/<[^>]*>/g, " ")
      .replace(/[\s\u00a0]+/g, " ")
      .replaceAll("&#39;", "'")

  it("is the guide's: position first, three operations newest first, its totals (S117-S123)", () => {
    const drawn = draw()
    expect(faults(drawn)).toEqual([])
    const said = text(drawn)
    for (const part of ["Il reste 120,60 € à payer.", "Votre avance est de 0,00 €."]) expect(said).toContain(part)
    expect(said.indexOf("120,60 € à payer")).toBeLessThan(said.indexOf("N° opération"))
    expect([...said.matchAll(/AL-\d+/g)].map(([number]) => number)).toEqual(["AL-36", "AL-228", "AL-12"])
    expect(said).toContain("Ancien solde 0,00 €")
    expect(said).toContain("Solde du compte pour l'année scolaire 363,80 € 243,20 €")
    expect(drawn).not.toContain("<b>DUPONT")
  })

  it("carries the net of the years before", () => {
    expect(text(draw({ schoolYear: SchoolYear.make("2015-2016") }))).toContain("Ancien solde 120,60 €")
  })

  it("shows invoices or payments alone, without totals", () => {
    const numbers = (view: "factures" | "reglements") => [...text(draw({ view })).matchAll(/AL-\d+/g)].map(([n]) => n)
    expect(numbers("factures")).toEqual(["AL-36", "AL-12"])
    expect(numbers("reglements")).toEqual(["AL-228"])
    expect(text(draw({ view: "factures" }))).not.toContain("Ancien solde")
  })

  it("tells no figure that the Treasury alone knows (S125)", () => {
    const said = text(draw({}, commune.collectionOffices[1]))
    expect(said).toContain("encaissés par le Trésor public (Trésorerie de Valclair)")
    for (const part of ["à payer", "avance", "Ancien solde", "0,00 €"]) expect(said).not.toContain(part)
  })

  it("teaches when it is empty", () => {
    expect(draw({ statements: [] })).toContain("Aucune opération")
  })
})

describe("the inbox", () => {
  const message: Message = {
    id: MessageId.make(3),
    recipient: 1 as never,
    from: "Mairie <x>",
    subject: "<b>Grève</b>",
    body: "Bonjour,\nla cantine ferme.\r\n\r\n<script>1</script>",
    postedAt: at,
    readAt: null
  }

  it("says in a word what is unread", () => {
    const drawn = messagesMain(commune, [message, { ...message, id: MessageId.make(2), readAt: at }]).value
    expect(faults(drawn)).toEqual([])
    expect(drawn.match(/Non lu/g)).toHaveLength(1)
    expect(drawn).not.toMatch(/<b>Grève|<x>/)
    expect(messagesMain(commune, []).value).toContain("Aucun message")
  })

  it("keeps the lines of a message and reads nothing else in it", () => {
    const drawn = messageMain(commune, message).value
    expect(faults(drawn)).toEqual([])
    expect(drawn).toContain("<p>Bonjour,<br>la cantine ferme.</p><p>&lt;script&gt;1&lt;/script&gt;</p>")
  })
})
