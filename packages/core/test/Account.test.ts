import { DateTime, Schema } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type Account,
  AccountId,
  type AccountLink,
  Identifiant,
  opens,
  PasswordHash,
  withChosenPassword,
  withIssuedPassword
} from "../src/Account.ts"
import { AdultId } from "../src/Adult.ts"
import { generators } from "../src/testing/index.ts"

describe("laws of accounts", () => {
  it("a link never opens again once it was used or has lapsed", () => {
    fc.assert(
      fc.property(
        generators.instant,
        generators.instant,
        fc.nat(),
        fc.option(generators.instant),
        (expiresAt, now, later, usedAt) => {
          const link: AccountLink = { accountId: AccountId.make(1), purpose: "reset", expiresAt, usedAt }
          if (usedAt !== null) expect(opens(link, now)).toBe(false)
          if (!opens(link, now)) expect(opens(link, DateTime.add(now, { milliseconds: later }))).toBe(false)
        }
      )
    )
  })
})

describe("named accounts", () => {
  const account: Account = {
    id: AccountId.make(1),
    adultId: AdultId.make(1),
    identifiant: Identifiant.make("martin.p"),
    hash: null,
    stage: "issued"
  }

  it("a password that staff know must be changed, one that the adult chose stays", () => {
    const hash = PasswordHash.make("h")
    expect(withChosenPassword(account, hash)).toEqual({ ...account, hash, stage: "active" })
    expect(withIssuedPassword({ ...account, stage: "active" }, hash)).toEqual({ ...account, hash, stage: "issued" })
  })

  it("a link lapses at its instant, not after it", () => {
    const expiresAt = DateTime.makeUnsafe("2015-04-08T11:00:00Z")
    const link: AccountLink = { accountId: account.id, purpose: "activation", expiresAt, usedAt: null }
    expect(opens(link, DateTime.subtract(expiresAt, { milliseconds: 1 }))).toBe(true)
    expect(opens(link, expiresAt)).toBe(false)
  })

  it.each(["ab", "-abc", "a b c", "<script>", "é.dupont", "a".repeat(65)])("%s is no identifiant", (text) => {
    expect(Schema.is(Identifiant)(text)).toBe(false)
  })
})
