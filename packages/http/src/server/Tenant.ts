/**
 * Which commune a request is for: the one that answers under the host of the request, by exact
 * match, the port left out (S5).
 */
import { byHost } from "@portail-famille/core/services/Communes"
import type { HttpServerRequest } from "effect/http"

/** The host of the request without its port, lower case; empty where there is none. */
export const hostOf = (request: HttpServerRequest.HttpServerRequest): string =>
  (request.headers.host ?? "").replace(/:\d*$/, "").toLowerCase()

/** The commune of the request. Fails with `UnknownCommune` under any other host. */
export const communeOf = (request: HttpServerRequest.HttpServerRequest) => byHost(hostOf(request))
