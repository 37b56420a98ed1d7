import { AdultId, named } from "@portail-famille/core/Adult"
import { make } from "@portail-famille/core/Day"
import { FamilyNumber } from "@portail-famille/core/Family"
import * as Money from "@portail-famille/core/Money"
import { examples } from "@portail-famille/core/testing"
import { expect, it } from "vitest"
import { homeMain } from "../../src/pages/family/homeMain.ts"
import { words } from "./portal.ts"

const [, treasury = examples.valclair.collectionOffices[0]] = examples.valclair.collectionOffices

it("home shows no balance where the Treasury collects, and says whom to ask (S125)", () => {
  const page = homeMain({
    visitor: { unread: 2 },
    today: make("2015-05-04"),
    familyNumber: FamilyNumber.make("1"),
    self: { id: AdultId.make(1), ...named("JEAN", "DUPONT"), protected: false },
    banner: "",
    documents: [],
    accounts: [{ office: treasury, position: null, unpaid: [] }],
    unpaidTotal: Money.make(0)
  })
  const text = words({ text: page.value })
  expect(text).toContain("encaissés par le Trésor public (Trésorerie de Valclair)")
  expect(text).not.toContain("€")
  expect(text).toContain("2 nouveaux messages")
})
