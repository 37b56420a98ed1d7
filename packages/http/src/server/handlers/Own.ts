/** The family's requests, statements and messages, over HTTP. */
import { ownStatements } from "@portail-famille/core/services/Ledgers"
import { listMessages, readMessage } from "@portail-famille/core/services/Mailboxes"
import { listOwn, withdrawOne } from "@portail-famille/core/services/Requests"
import { Effect } from "effect"
import { HttpApiBuilder } from "effect/http-api"
import { CurrentCommune } from "../../Current.ts"
import { PortalApi } from "../../PortalApi.ts"
import { refusing } from "../Refusal.ts"
import { currentAdult } from "./Actor.ts"

export const requestsHandlers = HttpApiBuilder.group(PortalApi, "requests", (handlers) =>
  handlers.handleAll({
    list: Effect.fnUntraced(function* ({ query: { type = null } }) {
      return yield* listOwn(yield* CurrentCommune, yield* currentAdult, type)
    }),
    withdrawOne: Effect.fnUntraced(function* ({ params: { requestId } }) {
      return yield* refusing(withdrawOne(yield* CurrentCommune, yield* currentAdult, requestId))
    })
  })
)

export const statementsHandlers = HttpApiBuilder.group(PortalApi, "statements", (handlers) =>
  handlers.handle(
    "read",
    Effect.fnUntraced(function* ({ query: { year = null } }) {
      return yield* ownStatements(yield* CurrentCommune, yield* currentAdult, year)
    })
  )
)

export const messagesHandlers = HttpApiBuilder.group(PortalApi, "messages", (handlers) =>
  handlers.handleAll({
    list: Effect.fnUntraced(function* () {
      return yield* listMessages(yield* CurrentCommune, yield* currentAdult)
    }),
    read: Effect.fnUntraced(function* ({ params: { messageId } }) {
      return yield* refusing(readMessage(yield* CurrentCommune, yield* currentAdult, messageId))
    })
  })
)
