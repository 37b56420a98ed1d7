#!/usr/bin/env node
/**
 * `portail`: reads the command and the settings, runs the one under the other. What cannot be done
 * is said in plain sentences, with exit code 1.
 */
import "effect/schema/SchemaJITCompiler/enable"
import { NodeRuntime } from "@effect/platform-node"
import { Console, Effect } from "effect"
import { main } from "./main.ts"

const told = (sentences: string) =>
  Effect.andThen(
    Console.error(sentences),
    Effect.sync(() => {
      process.exitCode = 1
    })
  )

NodeRuntime.runMain(
  main(process.argv.slice(2), process.env, process.cwd()).pipe(
    Effect.catchTag("Refused", ({ message }) => told(message))
  )
)
