/**
 * `PORT=0` asks for any free port. Links and the notice need its number before the portal listens, so one is found first.
 */
import { createServer } from "node:net"
import { Effect } from "effect"
import type { Settings } from "./Settings.ts"

/** The settings with a free port in the place of 0, in the address that families use too unless it was set. Fails as listening does. */
export const withRealPort = (settings: Settings): Effect.Effect<Settings, PortRefused> =>
  settings.port !== 0
    ? Effect.succeed(settings)
    : Effect.map(freePort(settings.host), (port) => {
        const origin = new URL(settings.origin)
        if (origin.port === "0") origin.port = String(port)
        return { ...settings, port, origin }
      })

/** The system gives no port on that address. */
export interface PortRefused {
  readonly _tag: "ServeError"
  readonly message: string
  readonly cause: Error
}

const freePort = (host: string): Effect.Effect<number, PortRefused> =>
  Effect.callback((resume) => {
    const probe = createServer().once("error", (cause) =>
      resume(Effect.fail({ _tag: "ServeError", message: cause.message, cause }))
    )
    probe.listen({ host, port: 0 }, () => {
      const address = probe.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      probe.close(() => resume(Effect.succeed(port)))
    })
  })
