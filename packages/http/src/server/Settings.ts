/**
 * How the server is reached, as the composition says it.
 */
import { Context } from "effect"

export class Settings extends Context.Service<
  Settings,
  {
    /** "https://portail.exemple.fr": links are made with it, never with the Host header. */
    readonly origin: string
    /** The addresses of proxies whose `X-Forwarded-For` is believed. */
    readonly trustedProxies: ReadonlyArray<string>
    /** The path of the sign-in form, the only one that the commune's own site may post (S6). */
    readonly signInForm: string
  }
>()("@portail-famille/http/server/Settings") {}

/** Whether families reach the portal by https; plain http is for loopback only. */
export const isSecure = ({ origin }: Settings["Service"]): boolean => origin.startsWith("https://")
