import { RequestId, RequestType } from "@portail-famille/core/Request"
import { listOwn, withdrawOne } from "@portail-famille/core/services/Requests"
import { problemOf } from "@portail-famille/core/words/problems"
import { statuses } from "@portail-famille/http/server"
import { Effect, Schema } from "effect"
import { freshKey, writeOnce } from "../../Form.ts"
import type { Html } from "../../Html.ts"
import { type AskedByFamily, familyPage } from "../../Page.ts"
import { seeOther } from "../../SeeOther.ts"
import { draw } from "../../Shell.ts"
import { idIn } from "../ids.ts"
import { doneField, doneNotice, refusalSummary } from "../planning/outcome.ts"
import { unknownChoice } from "../unknownChoice.ts"
import { requestsMain, requestsPath } from "./requestsMain.ts"

/** The list of requests, of one type where the address names it (S130-S138). */
const listPage = familyPage({
  method: "GET",
  path: "/demandes",
  handle: Effect.fnUntraced(function* (asked) {
    const type = asked.query.get("type")
    if (type !== null && !isType(type))
      return yield* unknownChoice(
        asked,
        "Ce type de demande n'existe pas",
        "Choisissez un type dans la liste des demandes."
      )
    return yield* drawList(asked, type, doneNotice(asked.query.get("fait")), 200)
  })
})

/** Withdraws one request that waits. */
const withdrawalPage = familyPage({
  method: "POST",
  path: "/demandes/:requestId/retrait",
  handle: Effect.fnUntraced(function* (asked) {
    const id = yield* idIn(RequestId, "request", asked.params.requestId)
    const said = asked.form.get("type")
    const type = isType(said) ? said : null
    const write = Effect.map(withdrawOne(asked.commune, asked.actor, id), (request) =>
      seeOther(
        `${requestsPath(type)}${type === null ? "?" : "&"}fait=${doneField("withdraw", [request], asked.commune.certificateDays)}`
      )
    )
    return yield* writeOnce(asked, write).pipe(
      Effect.catchTag("AlreadyClosed", (error) =>
        drawList(asked, type, refusalSummary(problemOf(error)), statuses.AlreadyClosed)
      )
    )
  })
})

/** The pages of the family's requests. */
export const requestsPages = [listPage, withdrawalPage] as const

const isType = Schema.is(RequestType)

const drawList = Effect.fnUntraced(function* (
  asked: AskedByFamily,
  type: RequestType | null,
  outcome: Html | null,
  status: number
) {
  const { commune, actor } = asked
  const { open, closed } = yield* listOwn(commune, actor, type)
  const keys = new Map<number, string>()
  for (const { request } of open) keys.set(request.id, yield* freshKey)
  return yield* draw(asked, {
    title: "Liste des demandes",
    entry: "requests",
    status,
    main: requestsMain({
      commune,
      type,
      open,
      closed,
      keyOf: ({ id }) => keys.get(id) ?? "",
      outcome
    })
  })
})
