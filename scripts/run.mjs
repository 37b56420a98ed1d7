import { spawn } from "node:child_process"
import { constants } from "node:os"

let running

// The terminal sends Ctrl-C to the whole group, so the child has it already: only wait for its end.
process.on("SIGINT", () => {})
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => running?.kill(signal))

/**
 * Runs a program to its end and gives `{ code, signal }`; what cannot be started gives code 127.
 * SIGTERM and SIGHUP are passed on to it, SIGINT is waited out.
 */
export const run = (command, args, options = {}) =>
  new Promise((resolve) => {
    running = spawn(command, args, { stdio: "inherit", ...options })
    running.once("error", () => resolve({ code: 127, signal: null }))
    running.once("exit", (code, signal) => resolve({ code, signal }))
  })

/** Ends this process the way the child ended: with its exit code, or by its signal. */
export const endLike = ({ code, signal }) => {
  if (signal !== null) {
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  }
  process.exit(code ?? 128 + constants.signals[signal])
}
