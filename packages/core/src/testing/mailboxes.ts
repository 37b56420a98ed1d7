/** The laws of messages. */
import { Effect } from "effect"
import { expect } from "vitest"
import { Mailboxes } from "../services/Mailboxes.ts"
import { instant, refuses, same } from "./expecting.ts"
import type { PortSuite } from "./suite.ts"
import { emptyCommune, world } from "./world.ts"

const at = instant("2015-04-08T10:00:00Z")
const later = instant("2015-04-08T12:00:00Z")
const text = { from: "Mairie", subject: "Réunion", body: "Bonjour,\n<b>à demain</b> & merci." }

export const mailboxes: PortSuite = {
  port: "Mailboxes",
  laws: {
    "messages are an adult's, newest first, as they were written": Effect.gen(function* () {
      const { commune, father, mother } = yield* world
      const { find, ofAdult, post } = yield* Mailboxes
      const first = yield* post(commune.id, { ...text, recipient: father.id }, at)
      const second = yield* post(commune.id, { ...text, recipient: father.id }, at)
      same(first, { id: first.id, ...text, recipient: father.id, postedAt: at, readAt: null })
      same(yield* ofAdult(commune.id, father.id), [second, first])
      same(yield* ofAdult(commune.id, mother.id), [])
      same(yield* find(commune.id, first.id), first)
    }),

    "the first reading counts": Effect.gen(function* () {
      const { commune, father } = yield* world
      const { find, markRead, post } = yield* Mailboxes
      const message = yield* post(commune.id, { ...text, recipient: father.id }, at)
      yield* markRead(commune.id, message.id, later)
      yield* markRead(commune.id, message.id, instant("2015-04-09T12:00:00Z"))
      same(yield* find(commune.id, message.id), { ...message, readAt: later })
    }),

    "another commune's adults and messages are unknown": Effect.gen(function* () {
      const { commune, father } = yield* world
      const { id } = yield* emptyCommune
      const { find, markRead, ofAdult, post } = yield* Mailboxes
      const message = yield* post(commune.id, { ...text, recipient: father.id }, at)
      yield* refuses(post(id, { ...text, recipient: father.id }, at), "NotFound")
      expect(yield* find(id, message.id)).toBeUndefined()
      same(yield* ofAdult(id, father.id), [])
      yield* markRead(id, message.id, later)
      same(yield* find(commune.id, message.id), message)
    })
  }
}
