#!/usr/bin/env node
/**
 * `portail`: reads the command and the settings, runs the one under the other. What cannot be done
 * is said in plain sentences, with exit code 1. A server that is told to stop ends with 0.
 */
import "effect/schema/SchemaJITCompiler/enable"
import { NodeRuntime } from "@effect/platform-node"
import { Cause, Console, Effect, Exit, Runtime } from "effect"
import { readCommand } from "./Command.ts"
import { main } from "./main.ts"

const args = process.argv.slice(2)

const told = (sentences: string) =>
  Effect.andThen(
    Console.error(sentences),
    Effect.sync(() => {
      process.exitCode = 1
    })
  )

// A terminal that is closed stops the portal as Ctrl-C does: PostgreSQL is not left behind.
process.on("SIGHUP", () => process.kill(process.pid, "SIGTERM"))

NodeRuntime.runMain(
  main(args, process.env, process.cwd()).pipe(Effect.catchTag("Refused", ({ message }) => told(message))),
  {
    teardown: (exit, end) =>
      Exit.isFailure(exit) && Cause.hasInterruptsOnly(exit.cause) && readCommand(args)._tag === "Serve"
        ? end(0)
        : Runtime.defaultTeardown(exit, end)
  }
)
