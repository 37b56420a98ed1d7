/** The laws of the home page's read. */
import { Effect } from "effect"
import { expect } from "vitest"
import { allocate, refusal } from "../Ledger.ts"
import { Accounts } from "../services/Accounts.ts"
import { Documents } from "../services/Documents.ts"
import { Families } from "../services/Families.ts"
import { Homes } from "../services/Homes.ts"
import { Ledgers } from "../services/Ledgers.ts"
import { Mailboxes } from "../services/Mailboxes.ts"
import { guideOperations } from "./examples.ts"
import { instant, same, sameSet } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { accountOf, emptyCommune, freshDigest, office, otherOffice, sessionOf, world } from "./world.ts"

export const homes: PortSuite = {
  port: "Homes",
  laws: {
    "a visit reads what the separate reads do": Effect.gen(function* () {
      const known = yield* world
      const { commune, father, payer } = known
      const { post } = yield* Ledgers
      for (const officeId of [office, otherOffice])
        for (const { number, ...given } of guideOperations)
          yield* post(commune.id, { ...given, payerId: payer.id, officeId }, number, { refusal, allocate })
      const documents = yield* Documents
      yield* documents.publish(commune.id, { label: "Menus", url: "https://www.valclair.test/menus" })
      yield* documents.publish(commune.id, { label: "Fiche", url: "https://www.valclair.test/fiche" })
      yield* documents.setBanner(commune.id, "Fermé vendredi")
      const letter = { recipient: father.id, from: "Mairie", subject: "Bonjour", body: "Bonjour" }
      yield* (yield* Mailboxes).post(commune.id, letter, instant("2015-04-08T10:00:00Z"))
      const digest = yield* sessionOf(known, yield* accountOf(known, father))
      const read = yield* (yield* Homes).visit(commune.id, digest)
      same(read?.visitor, yield* (yield* Accounts).visitor(commune.id, digest))
      same(read?.file, yield* (yield* Families).fileOf(commune.id, father.id))
      sameSet(read?.accounts ?? [], yield* (yield* Ledgers).ofAdult(commune.id, father.id))
      same(read?.documents, yield* documents.list(commune.id))
      expect([read?.banner, read?.visitor.unread, read?.accounts.length]).toEqual(["Fermé vendredi", 1, 2])
    }),

    "a commune that says nothing yet has an empty home": Effect.gen(function* () {
      const known = yield* world
      const digest = yield* sessionOf(known, yield* accountOf(known, known.grandfather))
      const read = yield* (yield* Homes).visit(known.commune.id, digest)
      same([read?.accounts, read?.documents], [[], []])
      expect(read?.banner).toBeUndefined()
    }),

    "an unknown session and another commune's see nothing": Effect.gen(function* () {
      const known = yield* world
      const { visit } = yield* Homes
      const digest = yield* sessionOf(known, yield* accountOf(known, known.father))
      const neighbour = yield* emptyCommune
      expect(yield* visit(known.commune.id, freshDigest())).toBeUndefined()
      expect(yield* visit(neighbour.id, digest)).toBeUndefined()
    })
  }
}
