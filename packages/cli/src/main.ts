/**
 * What the command line does.
 */
import { Console, Effect, Layer, Logger } from "effect"
import { type Command, help, readCommand } from "./Command.ts"
import { exportDocument, importFile } from "./commune.ts"
import { layerDatabase } from "./Database.ts"
import { layerMachine } from "./domain.ts"
import { Refused, refusalOf } from "./Refused.ts"
import { readSettings } from "./Settings.ts"
import { serve } from "./serve.ts"
import { staff } from "./staff.ts"

/** Runs a command line. Fails with sentences for the terminal. What is logged goes to the error output: a command's own output is its answer. */
export const main = Effect.fnUntraced(
  function* (
    args: ReadonlyArray<string>,
    env: Readonly<Record<string, string | undefined>>,
    cwd: string
  ): Effect.fn.Return<void, Refused> {
    const command = readCommand(args)
    if (command._tag === "Refused") return yield* command
    if (command._tag === "Help") return yield* Console.log(help)
    const settings = readSettings(command._tag === "Serve" && command.demo, env, cwd)
    if ("problems" in settings) return yield* new Refused({ sentences: settings.problems })
    if (command._tag === "Serve") return yield* serve(settings)
    const database = layerDatabase(settings.database, () => undefined)
    return yield* onDatabase(command).pipe(
      Effect.provide(Layer.provideMerge(layerMachine, database)),
      Effect.mapError(refusalOf)
    )
  },
  Effect.provideService(Logger.LogToStderr, true)
)

type OnDatabase = Exclude<Command, { readonly _tag: "Serve" | "Help" }>

const onDatabase = (command: OnDatabase) => {
  switch (command._tag) {
    case "Migrate":
      return Console.log("The database is up to date.")
    case "CommuneImport":
      return importFile(command.file)
    case "CommuneExport":
      return exportDocument(command.slug)
    default:
      return staff(command)
  }
}
