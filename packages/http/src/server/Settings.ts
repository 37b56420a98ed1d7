/**
 * How the server is reached, as the composition says it.
 */
import type { Commune } from "@portail-famille/core"
import { Context } from "effect"
import type { Problem } from "../Problem.ts"

export class Settings extends Context.Service<
  Settings,
  {
    /** "https://portail.exemple.fr": links are made with it, never with the Host header. */
    readonly origin: string
    /** The addresses of proxies whose `X-Forwarded-For` is believed. */
    readonly trustedProxies: ReadonlyArray<string>
    /** The path of the sign-in form, the only one that the commune's own site may post (S6). */
    readonly signInForm: string
    /** The HTML page of a refusal, for who asked for a page; the commune is unknown under an unknown host. */
    readonly problemPage?: (problem: Problem, commune: Commune.ServedCommune | undefined) => string
  }
>()("@portail-famille/http/server/Settings") {}

/** Whether families reach the portal by https; plain http is for loopback only. */
export const isSecure = ({ origin }: Settings["Service"]): boolean => origin.startsWith("https://")
