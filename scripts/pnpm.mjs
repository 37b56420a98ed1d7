import { run } from "./run.mjs"

/** Runs pnpm, in the one version of the project, through npx; gives `{ code, signal }`. */
export const pnpm = (args, options) =>
  run("npx", ["-y", "pnpm@12.21.0", ...args], { shell: process.platform === "win32", ...options })
