/** Requests found again in memory. */
import { Effect, Layer } from "effect"
import { isOpen, type Request } from "../../Request.ts"
import { type RequestLine, Requests } from "../Requests.ts"
import type { Rows } from "./Rows.ts"
import { Store } from "./Store.ts"

/** Requests over the shared store. */
export const layer: Layer.Layer<Requests, never, Store> = Layer.effect(
  Requests,
  Effect.gen(function* () {
    const { read } = yield* Store
    return Requests.of({
      find: (commune, id) => read(commune, ({ requests }) => requests.find((request) => request.id === id)),
      ofAdult: (commune, adult, since) =>
        read(commune, (rows) => {
          const children = rows.links
            .filter((link) => link.adultId === adult && link.authority !== "none")
            .map(({ childId }) => childId)
          return rows.requests
            .filter((r) => children.includes(r.subject.childId) && lastInstant(r) >= since.epochMilliseconds)
            .map(lineIn(rows))
            .toReversed()
        }),
      waiting: (commune, { activities, after, limit }) =>
        read(commune, (rows) =>
          rows.requests
            .filter((r) => isOpen(r) && activities.includes(r.subject.activityId) && r.id > (after ?? 0))
            .slice(0, limit)
            .map(lineIn(rows))
        )
    })
  })
)

/** When something last happened to a request, in milliseconds since 1970; an open one is of every instant. */
const lastInstant = (request: Request): number =>
  request.state._tag === "Waiting" || isOpen(request)
    ? Number.POSITIVE_INFINITY
    : Math.max(request.askedAt.epochMilliseconds, request.state.at.epochMilliseconds)

const lineIn =
  (rows: Rows) =>
  (request: Request): RequestLine => {
    const child = rows.children.find((row) => row.child.id === request.subject.childId)?.child
    if (child === undefined) throw new Error("A request without its child")
    return { request, child: { firstName: child.firstName, lastName: child.lastName } }
  }
