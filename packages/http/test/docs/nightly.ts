/** The program of docs/how-to/call-the-api.md. */
// #region client
import { client } from "@portail-famille/http"
import { Effect } from "effect"
import { HttpClient, HttpClientRequest } from "effect/http"

/** A client that speaks as a member of staff. */
const staffClient = (portal: string, token: string) =>
  client(portal).pipe(
    Effect.provideServiceEffect(
      HttpClient.HttpClient,
      Effect.map(
        HttpClient.HttpClient,
        HttpClient.mapRequest((request) => HttpClientRequest.bearerToken(request, token))
      )
    )
  )

/** Accepts the bookings that wait, oldest first; gives how many. The key makes sending an answer again harmless. */
export const acceptBookings = Effect.fnUntraced(function* (portal: string, token: string) {
  const { staffRequests } = yield* staffClient(portal, token)
  const waiting = yield* staffRequests.waiting({ query: { limit: 200 } })
  const bookings = waiting.filter(({ request }) => request.subject._tag === "Booking")
  for (const { request } of bookings)
    yield* staffRequests.answer({
      params: { requestId: request.id },
      headers: { "idempotency-key": `nightly-${request.id}` },
      payload: { _tag: "Accept", outcome: null }
    })
  return bookings.length
})
// #endregion
