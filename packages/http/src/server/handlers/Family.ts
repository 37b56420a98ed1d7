/** What a family sees of itself, over HTTP. */
import { listDocuments } from "@portail-famille/core/services/Documents"
import { listChildren, ownRecord } from "@portail-famille/core/services/Families"
import { visitHome } from "@portail-famille/core/services/Homes"
import { Effect } from "effect"
import { HttpServerResponse } from "effect/http"
import { HttpApiBuilder } from "effect/http-api"
import { CurrentCommune, CurrentDigest } from "../../Current.ts"
import type { Home } from "../../Family.ts"
import { PortalApi } from "../../PortalApi.ts"
import { refusing } from "../Refusal.ts"
import { currentAdult } from "./Actor.ts"

export const familyHandlers = HttpApiBuilder.group(PortalApi, "family", (handlers) =>
  handlers.handleAll({
    // A hot page: its data is text already, so it is written without going through the schema.
    home: Effect.fnUntraced(function* () {
      const { visitor, ...home } = yield* refusing(visitHome(yield* CurrentCommune, yield* CurrentDigest))
      return HttpServerResponse.jsonUnsafe({ ...home, unread: visitor.unread } satisfies Home)
    }),
    file: Effect.fnUntraced(function* () {
      return yield* refusing(ownRecord(yield* CurrentCommune, yield* currentAdult))
    }),
    children: Effect.fnUntraced(function* () {
      return yield* refusing(listChildren(yield* CurrentCommune, yield* currentAdult))
    }),
    documents: Effect.fnUntraced(function* () {
      return yield* listDocuments(yield* CurrentCommune)
    })
  })
)
