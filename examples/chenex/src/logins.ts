/**
 * The demonstration's identifiants. Their passwords are public on purpose: the demonstration is served on loopback only.
 */

import { system } from "@portail-famille/core/Access"
import type { Stage } from "@portail-famille/core/Account"
import { Identifiant } from "@portail-famille/core/Account"
import type { AdultId } from "@portail-famille/core/Adult"
import type { ServedCommune } from "@portail-famille/core/Commune"
import { issueLogin } from "@portail-famille/core/services/Logins"
import { Outbox } from "@portail-famille/core/services/Outbox"
import { redeemLink } from "@portail-famille/core/services/Passwords"
import { Secrets } from "@portail-famille/core/services/Secrets"
import { Effect } from "effect"

/** An identifiant to try the portal with. `issued` is before its first sign-in: the password must be changed. */
export interface DemonstrationLogin {
  readonly who: string
  readonly identifiant: Identifiant
  readonly password: string
  readonly stage: Stage
}

/** Who can sign in, before and after a first sign-in. */
export const demonstrationLogins = {
  jean: login("Jean DUPONT", "dupont.jean", "Cerise-Hibou-4821", "issued"),
  claire: login("Claire MARTIN", "martin.claire", "Sapin-Vert-7452", "active"),
  karim: login("Karim BENALI", "benali.karim", "Lac-Bleu-3198", "active"),
  helene: login("Hélène ROUX", "roux.helene", "Neige-Douce-6507", "active")
} as const

/**
 * Opens the account of an adult in the stage that its login has, by the workflows of staff and of the adult. Nobody is
 * written to: the demonstration begins with an empty outbox.
 */
export const openLogin = Effect.fnUntraced(
  function* (commune: ServedCommune, adultId: AdultId, { identifiant, password, stage }: DemonstrationLogin) {
    if (stage === "active") {
      const { secret } = yield* issueLogin(commune, system, { adultId, identifiant, handover: "link" })
      yield* redeemLink(commune, { secret, next: password })
      return
    }
    const secrets = yield* Secrets
    yield* Effect.provideService(
      issueLogin(commune, system, { adultId, identifiant, handover: "password" }),
      Secrets,
      Secrets.of({ ...secrets, oneTimePassword: Effect.succeed(password) })
    )
  },
  (opened) =>
    Effect.flatMap(Outbox, (outbox) =>
      Effect.provideService(opened, Outbox, Outbox.of({ ...outbox, add: () => Effect.void }))
    )
)

function login(who: string, identifiant: string, password: string, stage: Stage): DemonstrationLogin {
  return { who, identifiant: Identifiant.make(identifiant), password, stage }
}
