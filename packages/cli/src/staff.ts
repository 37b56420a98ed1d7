/**
 * `portail staff`: names members of staff, gives them tokens, ends tokens. A token is printed once.
 */
import { Access, Facility } from "@portail-famille/core"
import { bySlug } from "@portail-famille/core/services/Communes"
import * as Staff from "@portail-famille/core/services/Staff"
import { problemOf } from "@portail-famille/core/words/problems"
import { Console, DateTime, Effect, Schema } from "effect"
import type { Command } from "./Command.ts"
import { refused } from "./Refused.ts"

type StaffCommand = Command & { readonly _tag: "StaffMake" | "StaffList" | "StaffRevoke" }

/** Runs one of the staff commands as the portal itself. */
export const staff = Effect.fnUntraced(
  function* (command: StaffCommand) {
    const commune = yield* bySlug(command.commune)
    switch (command._tag) {
      case "StaffMake": {
        const roles = yield* read(Schema.NonEmptyArray(Access.StaffRole), command.roles, "--roles")
        const facilities = yield* read(
          Schema.NullOr(Schema.NonEmptyArray(Facility.FacilityId)),
          command.facilities,
          "--facilities"
        )
        const unknown = facilities?.find((id) => !commune.facilities.some((facility) => facility.id === id))
        if (unknown !== undefined)
          return yield* refused(
            `${unknown} is none of the facilities: ${commune.facilities.map(({ id }) => id).join(", ")}.`
          )
        const { hours, name } = command
        const { token, member } = yield* Staff.makeToken(commune, Access.system, { name, roles, facilities, hours })
        yield* Console.log(
          `${token}\n\nn° ${member.staffId}, ${member.name}, until ${DateTime.formatIso(member.expiresAt)}`
        )
        return
      }
      case "StaffList": {
        for (const { staffId, name, roles, facilities, expiresAt, revokedAt } of yield* (yield* Staff.Staff).list(
          commune.id
        ))
          yield* Console.log(
            [
              `n° ${staffId}`,
              name,
              roles.join("+"),
              facilities === null ? "all facilities" : facilities.join("+"),
              revokedAt === null ? `until ${DateTime.formatIso(expiresAt)}` : `revoked ${DateTime.formatIso(revokedAt)}`
            ].join("  ")
          )
        return
      }
      case "StaffRevoke": {
        const id = yield* read(Access.StaffId, command.id, "--id")
        yield* Staff.revokeToken(commune, Access.system, id)
        yield* Console.log(`The token of n° ${id} is revoked.`)
      }
    }
  },
  Effect.catchTags({ UnknownCommune: told, NotFound: told, NotAllowed: told })
)

function told(error: Parameters<typeof problemOf>[0]) {
  return Effect.fail(refused(problemOf(error).detail))
}

const read = <S extends Schema.Codec<unknown, unknown>>(schema: S, value: unknown, option: string) =>
  Schema.decodeUnknownEffect(schema)(value).pipe(
    Effect.mapError(() => refused(`${option} does not fit: ${JSON.stringify(value)}.`))
  ) as Effect.Effect<S["Type"], ReturnType<typeof refused>>
