import { type Letter, Notifier } from "@portail-famille/core/services/Notifier"
import { DateTime, Effect, Redacted, Result } from "effect"
import { afterEach, describe, expect, it } from "vitest"
import { KeptLetters, layerKeptLetters, makeSmtpNotifier } from "../src/index.ts"
import { commune } from "./commune.ts"
import { type Mood, openMailServer } from "./mail.ts"

const origin = "https://portail.exemple.fr"
const letter: Letter = {
  commune,
  to: "jean.dupont@exemple.fr",
  messageId: "<notice-7.commune-1@portail.exemple.fr>",
  subject: { _tag: "PasswordReset", secret: "abcDEF-123_", hours: 1 }
}

const closing: Array<() => Promise<void>> = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const open = async (...moods: Array<Mood>) => {
  const server = await openMailServer(moods)
  closing.push(server.close)
  const notifier = makeSmtpNotifier({ url: Redacted.make(server.url), origin, timeout: 2000 })
  return { server, send: (sent: Letter) => Effect.runPromise(Effect.result(notifier.send(sent))) }
}

const messageIds = (raws: ReadonlyArray<string>) => raws.map((raw) => /^Message-ID: (.+)\r$/m.exec(raw)?.[1])

/** The text of a letter, its quoted-printable taken off. */
const textOf = (raw: string) =>
  Buffer.from(
    raw
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1"
  ).toString("utf8")

describe("letters by SMTP", () => {
  it("arrive in the commune's name at one address, with the link under the configured origin", async () => {
    const { server, send } = await open("accept")
    expect(await send(letter)).toEqual(Result.succeed(undefined))
    const [got] = server.arrived
    expect(got?.from).toBe("mairie@exemple.fr")
    expect(got?.to).toEqual(["jean.dupont@exemple.fr"])
    expect(messageIds([got?.raw ?? ""])).toEqual([letter.messageId])
    expect(textOf(got?.raw ?? "")).toContain("https://portail.exemple.fr/mot-de-passe/lien/abcDEF-123_")
    expect(got?.raw).toContain("Auto-Submitted: auto-generated")
  })

  it("that the server refuses fail without any address in the reason", async () => {
    const { server, send } = await open("refuse")
    const result = await send(letter)
    expect(Result.isFailure(result) && result.failure.reason).toBe("EENVELOPE 550")
    expect(server.arrived).toEqual([])
  })

  it("dropped in the middle fail, and arrive when sent again under the same message id", async () => {
    const { server, send } = await open("dropInTheMiddle", "accept")
    const first = await send(letter)
    expect(Result.isFailure(first) && first.failure.reason).toMatch(/^E[A-Z]+$/)
    expect(await send(letter)).toEqual(Result.succeed(undefined))
    expect(messageIds(server.begun)).toEqual([letter.messageId, letter.messageId])
    expect(server.arrived.length).toBe(1)
  })

  it("fail when nobody listens", async () => {
    const { server, send } = await open()
    await closing.pop()?.()
    const result = await send(letter)
    expect(Result.isFailure(result) && result.failure.reason).toBe("ESOCKET")
    expect(server.arrived).toEqual([])
  })

  it("go to one address even where the record holds several, and to no header of its making", async () => {
    const { server, send } = await open("accept", "accept")
    await send({ ...letter, to: "jean@exemple.fr, marie@exemple.fr" })
    await send({ ...letter, to: "jean@exemple.fr\r\nBcc: marie@exemple.fr" })
    expect(server.arrived.flatMap(({ to }) => to)).not.toContain("marie@exemple.fr")
    expect(server.begun.join("\n")).not.toMatch(/^Bcc:/m)
  })
})

describe("letters kept for the demonstration", () => {
  const keep = (send: ReadonlyArray<Letter>, forward?: Notifier["Service"]) =>
    Effect.runPromise(
      Effect.gen(function* () {
        const notifier = yield* Notifier
        const results = yield* Effect.forEach(send, (letter) => Effect.result(notifier.send(letter)))
        return { results, kept: yield* (yield* KeptLetters).latest }
      }).pipe(Effect.provide(layerKeptLetters({ origin, limit: 3, ...(forward && { forward }) })))
    )

  it("are the newest only, each message once", async () => {
    const letters = [1, 2, 3, 4, 4].map((n) => ({ ...letter, messageId: `<${n}>` }))
    const { kept } = await keep(letters)
    expect(kept.map(({ messageId }) => messageId)).toEqual(["<4>", "<3>", "<2>"])
    expect(kept[0]?.text).toContain("/mot-de-passe/lien/abcDEF-123_")
    expect(DateTime.isDateTime(kept[0]?.sentAt)).toBe(true)
  })

  it("are handed on, and not kept where they are refused", async () => {
    const server = await openMailServer(["refuse"])
    closing.push(server.close)
    const forward = makeSmtpNotifier({ url: Redacted.make(server.url), origin, timeout: 2000 })
    const { results, kept } = await keep([letter, letter], forward)
    expect(results.map(Result.isSuccess)).toEqual([false, true])
    expect(kept.length).toBe(1)
    expect(server.arrived.length).toBe(1)
  })
})
