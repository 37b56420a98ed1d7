/** Family files and identifiants, kept by staff over HTTP. */
import {
  addAdult,
  addChild,
  addPayer,
  linkChild,
  listFamilies,
  openFamily,
  protectAdult,
  readFile,
  readPayers
} from "@portail-famille/core/services/FamilyDesk"
import { issueLogin, resetLogin } from "@portail-famille/core/services/Logins"
import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { CurrentCommune, CurrentStaff } from "../../Current.ts"
import { defaultLimit } from "../../Input.ts"
import { PortalApi } from "../../PortalApi.ts"
import { refusing } from "../Refusal.ts"

export const staffFamiliesHandlers = HttpApiBuilder.group(PortalApi, "staffFamilies", (handlers) =>
  handlers.handleAll({
    list: Effect.fnUntraced(function* ({ query: { after = null, limit = defaultLimit } }) {
      return yield* refusing(listFamilies(yield* CurrentCommune, yield* CurrentStaff, { after, limit }))
    }),
    open: Effect.fnUntraced(function* ({ payload: { number } }) {
      return { id: yield* refusing(openFamily(yield* CurrentCommune, yield* CurrentStaff, number)) }
    }),
    read: Effect.fnUntraced(function* ({ params: { familyId } }) {
      return yield* refusing(readFile(yield* CurrentCommune, yield* CurrentStaff, familyId))
    }),
    addAdult: Effect.fnUntraced(function* ({ params: { familyId }, payload }) {
      return yield* refusing(addAdult(yield* CurrentCommune, yield* CurrentStaff, familyId, payload))
    }),
    protectAdult: Effect.fnUntraced(function* ({ params: { adultId }, payload }) {
      yield* refusing(protectAdult(yield* CurrentCommune, yield* CurrentStaff, adultId, payload.protected))
    }),
    addChild: Effect.fnUntraced(function* ({ params: { familyId }, payload }) {
      return yield* refusing(addChild(yield* CurrentCommune, yield* CurrentStaff, familyId, payload))
    }),
    link: Effect.fnUntraced(function* ({ params, payload }) {
      yield* refusing(linkChild(yield* CurrentCommune, yield* CurrentStaff, { ...params, ...payload }))
    }),
    addPayer: Effect.fnUntraced(function* ({ payload: { adults } }) {
      return yield* refusing(addPayer(yield* CurrentCommune, yield* CurrentStaff, adults))
    }),
    payers: Effect.fnUntraced(function* ({ params: { familyId } }) {
      return yield* refusing(readPayers(yield* CurrentCommune, yield* CurrentStaff, familyId))
    })
  })
)

export const staffLoginsHandlers = HttpApiBuilder.group(PortalApi, "staffLogins", (handlers) =>
  handlers.handleAll({
    issue: Effect.fnUntraced(function* ({ params, payload }) {
      return yield* refusing(issueLogin(yield* CurrentCommune, yield* CurrentStaff, { ...params, ...payload }))
    }),
    reset: Effect.fnUntraced(function* ({ params, payload }) {
      return yield* refusing(resetLogin(yield* CurrentCommune, yield* CurrentStaff, { ...params, ...payload }))
    })
  })
)
