/**
 * Why a command stops: sentences for the terminal, exit code 1.
 */
import { Data } from "effect"

export class Refused extends Data.TaggedError("Refused")<{ readonly sentences: ReadonlyArray<string> }> {
  override get message(): string {
    return this.sentences.join("\n")
  }
}

/** One sentence. */
export const refused = (sentence: string): Refused => new Refused({ sentences: [sentence] })

/** A failure on the way to an open house, as anything in it may fail. */
interface Failure {
  readonly _tag: string
  readonly message: string
}

/**
 * What to tell of a failure at the start. The errors of our adapters say what to do themselves; a
 * driver's are told by their last cause, which holds no address and no password.
 */
export const refusalOf = (failure: Failure): Refused => {
  switch (failure._tag) {
    case "Refused":
      return failure as Refused
    case "EmbeddedPostgresError":
    case "OldSchema":
    case "OwnerUnusable":
    case "UnsafeRole":
      return refused(failure.message)
    case "ServeError":
      return refused(`The portal cannot listen: ${listening[codeOf(failure) ?? ""] ?? lastCause(failure)}.`)
    default:
      return refused(`The database cannot be used: ${lastCause(failure)}.`)
  }
}

const listening: Readonly<Record<string, string>> = {
  EADDRINUSE: "the port is taken by another program; set PORT to another one, or end that program",
  EACCES: "this user may not open that port; set PORT to one above 1023",
  EADDRNOTAVAIL: "HOST is no address of this machine"
}

const causes = (failure: unknown, depth = 0): ReadonlyArray<Record<string, unknown>> => {
  if (typeof failure !== "object" || failure === null || depth > 8) return []
  const known = failure as Record<string, unknown>
  return [known, ...causes(known.reason ?? known.cause, depth + 1)]
}

const codeOf = (failure: unknown): string | undefined =>
  causes(failure)
    .map(({ code }) => code)
    .findLast((code): code is string => typeof code === "string")

const lastCause = (failure: unknown): string => {
  const message = causes(failure)
    .map(({ message }) => message)
    .findLast((message): message is string => typeof message === "string" && message !== "")
  const code = codeOf(failure)
  return [
    message ?? "it does not answer",
    ...(code === undefined || message?.includes(code) ? [] : [`(${code})`])
  ].join(" ")
}
