import { it } from "@effect/vitest"
import { Effect, type Layer, Result } from "effect"
import { TestClock } from "effect/testing"
import type { AdultActor, StaffActor, StaffRole } from "../../src/Access.ts"
import { StaffId } from "../../src/Access.ts"
import { type Identifiant, PasswordHash, withChosenPassword } from "../../src/Account.ts"
import type { Adult } from "../../src/Adult.ts"
import type { FacilityId } from "../../src/Facility.ts"
import { Accounts } from "../../src/services/Accounts.ts"
import { layer } from "../../src/services/memory/index.ts"
import { accountOf, type World } from "../../src/testing/world.ts"

type Services = Layer.Success<typeof layer>

/** A workflow over the memory adapter, at noon of Wednesday 8 April 2015 in Paris. */
export const scene = <E>(title: string, program: Effect.Effect<void, E, Services>): void =>
  it.effect(title, () => Effect.andThen(TestClock.setTime(Date.UTC(2015, 3, 8, 10)), Effect.provide(program, layer)))

export const actorOf = ({ id }: Adult): AdultActor => ({ _tag: "Adult", adultId: id })

export const member = (
  roles: readonly [StaffRole, ...ReadonlyArray<StaffRole>],
  facilities: readonly [FacilityId, ...ReadonlyArray<FacilityId>] | null = null
): StaffActor => ({ _tag: "Staff", staffId: StaffId.make(1), name: "Hélène", roles, facilities })

export const password = "Lilas2015"

/** An account whose adult chose the password above; gives its identifiant. */
export const activeAccount = Effect.fnUntraced(function* (known: World, adult: Adult) {
  const account = yield* accountOf(known, adult)
  yield* (yield* Accounts).modify(known.commune.id, account.id, (a) =>
    Result.succeed(withChosenPassword(a, PasswordHash.make(`plain:${password}`)))
  )
  return account.identifiant satisfies Identifiant
})
