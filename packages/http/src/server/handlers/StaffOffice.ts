/** Money, banner, documents and messages, kept by staff over HTTP. */
import { publishDocument, removeDocument, setBanner } from "@portail-famille/core/services/Documents"
import { postOperation, readStatement } from "@portail-famille/core/services/Ledgers"
import { postMessage } from "@portail-famille/core/services/Mailboxes"
import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { CurrentCommune, CurrentStaff } from "../../Current.ts"
import { PortalApi } from "../../PortalApi.ts"
import { refusing } from "../Refusal.ts"

export const staffMoneyHandlers = HttpApiBuilder.group(PortalApi, "staffMoney", (handlers) =>
  handlers.handleAll({
    post: Effect.fnUntraced(function* ({ payload: { number, ...operation } }) {
      return yield* refusing(postOperation(yield* CurrentCommune, yield* CurrentStaff, operation, number))
    }),
    statement: Effect.fnUntraced(function* ({ params, query: { year } }) {
      return yield* refusing(readStatement(yield* CurrentCommune, yield* CurrentStaff, params, year))
    })
  })
)

export const staffPublishingHandlers = HttpApiBuilder.group(PortalApi, "staffPublishing", (handlers) =>
  handlers.handleAll({
    setBanner: Effect.fnUntraced(function* ({ payload: { text } }) {
      yield* refusing(setBanner(yield* CurrentCommune, yield* CurrentStaff, text))
    }),
    publish: Effect.fnUntraced(function* ({ payload }) {
      return yield* refusing(publishDocument(yield* CurrentCommune, yield* CurrentStaff, payload))
    }),
    remove: Effect.fnUntraced(function* ({ params: { documentId } }) {
      yield* refusing(removeDocument(yield* CurrentCommune, yield* CurrentStaff, documentId))
    }),
    send: Effect.fnUntraced(function* ({ payload }) {
      return yield* refusing(postMessage(yield* CurrentCommune, yield* CurrentStaff, payload))
    })
  })
)
