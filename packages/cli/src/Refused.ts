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
