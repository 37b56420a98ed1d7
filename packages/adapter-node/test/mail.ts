import type { AddressInfo } from "node:net"
import { SMTPServer } from "smtp-server"

/** What the mail server does with the next letter. */
export type Mood = "accept" | "refuse" | "dropInTheMiddle"

/** A letter as it arrived. */
interface Arrived {
  readonly from: string
  readonly to: ReadonlyArray<string>
  readonly raw: string
}

/** A real mail server on a free port of loopback; it does what `moods` says, letter by letter, then accepts. */
export const openMailServer = async (moods: Array<Mood>) => {
  const arrived: Array<Arrived> = []
  const begun: Array<string> = []
  const accepted: Array<() => void> = []
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onRcptTo: ({ address }, _session, done) =>
      moods[0] === "refuse" && moods.shift()
        ? done(Object.assign(new Error(`No such user ${address}`), { responseCode: 550 }))
        : done(),
    onData: (stream, { envelope }, done) => {
      let raw = ""
      stream.setEncoding("utf8")
      stream.on("data", (chunk: string) => {
        raw += chunk
      })
      stream.on("end", () => {
        begun.push(raw)
        if (moods.shift() === "dropInTheMiddle") {
          for (const connection of server.connections) connection._socket.destroy()
          return
        }
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address
        arrived.push({ from, to: envelope.rcptTo.map(({ address }) => address), raw })
        for (const tell of accepted) tell()
        done()
      })
    }
  }) as SMTPServer & { readonly connections: Set<{ readonly _socket: { destroy(): void } }> }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    arrived,
    begun,
    /** Calls when the server has a letter, before it says so to the sender. */
    onAccepted: (tell: () => void) => void accepted.push(tell),
    close: () => new Promise<void>((resolve) => server.close(resolve))
  }
}
