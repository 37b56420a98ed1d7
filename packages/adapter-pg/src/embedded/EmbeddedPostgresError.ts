import { Data, Effect } from "effect"

/** Why the embedded PostgreSQL cannot serve, with the facts that a sentence needs. */
export type EmbeddedPostgresReason =
  | { readonly _tag: "DataDirUnusable"; readonly path: string; readonly code: string }
  | { readonly _tag: "OtherVersion"; readonly path: string; readonly found: string; readonly expected: string }
  | { readonly _tag: "AlreadyServed"; readonly path: string; readonly pid: number }
  | { readonly _tag: "BinariesMissing"; readonly platform: string }
  | { readonly _tag: "BinariesUnreachable"; readonly path: string; readonly detail: string }
  | { readonly _tag: "NoPrivateFolder"; readonly tried: ReadonlyArray<string> }
  | {
      readonly _tag: "StartFailed"
      readonly step: "initdb" | "postgres" | "stop" | "roles"
      readonly lastLines: ReadonlyArray<string>
    }

/** The only failure of `EmbeddedPostgres.start`; `describe` makes its sentence for a terminal. */
export class EmbeddedPostgresError extends Data.TaggedError("EmbeddedPostgresError")<{
  readonly reason: EmbeddedPostgresReason
}> {
  override get message(): string {
    return describe(this.reason)
  }
}

/** An `EmbeddedPostgresError` with this reason. */
export const embeddedPostgresError = (reason: EmbeddedPostgresReason) => new EmbeddedPostgresError({ reason })

/** Runs a promise whose expected failures are `EmbeddedPostgresError`s; what the file system refuses becomes `DataDirUnusable`. */
export const attempt = <A>(run: () => Promise<A>): Effect.Effect<A, EmbeddedPostgresError> =>
  Effect.tryPromise({ try: run, catch: (cause) => cause }).pipe(
    Effect.catch((cause) => {
      if (cause instanceof EmbeddedPostgresError) return Effect.fail(cause)
      const refusal = refusalOfFiles(cause)
      return refusal === undefined ? Effect.die(cause) : Effect.fail(embeddedPostgresError(refusal))
    })
  )

/** One to three sentences in English that tell the person at the terminal what is wrong and what to do about it. */
export const describe = (reason: EmbeddedPostgresReason): string => {
  switch (reason._tag) {
    case "DataDirUnusable":
      return `The data folder cannot be used: ${because[reason.code] ?? reason.code} (${reason.path}). Choose another with PORTAIL_DATA_DIR.`
    case "OtherVersion":
      return `The data folder ${reason.path} was written by PostgreSQL ${reason.found}; this release brings PostgreSQL ${reason.expected}. Start the release that wrote it, or choose another with PORTAIL_DATA_DIR.`
    case "AlreadyServed":
      return `The data folder ${reason.path} is already served by process ${reason.pid}. Stop that process first, or choose another with PORTAIL_DATA_DIR.`
    case "BinariesMissing":
      return `No PostgreSQL is installed for ${reason.platform}. Install the dependencies again with their optional packages, or give the address of a PostgreSQL server in DATABASE_URL.`
    case "BinariesUnreachable":
      return `The PostgreSQL programs cannot be run by the account that must run them (${reason.path}): ${reason.detail}. Start as an ordinary user, or give the address of a PostgreSQL server in DATABASE_URL.`
    case "NoPrivateFolder":
      return `No temporary folder is short enough and reachable for the socket of PostgreSQL (tried ${reason.tried.join(", ")}). Set TMPDIR to a short path.`
    case "StartFailed":
      return `PostgreSQL ${failedTo[reason.step]}. Its last lines:\n${reason.lastLines.map((line) => `  ${line}`).join("\n")}`
  }
}

const failedTo = {
  initdb: "could not create its database folder",
  postgres: "did not start",
  stop: "outlived its server and could not be stopped",
  roles: "started, but its roles and database could not be prepared"
} as const

const because: Readonly<Record<string, string>> = {
  EACCES: "reading or writing there is not permitted",
  EPERM: "reading or writing there is not permitted",
  EROFS: "its file system is read-only",
  ENOSPC: "its disk is full",
  ENOENT: "it is not there and cannot be made",
  ENOTDIR: "it, or a part of its path, is not a folder",
  EEXIST: "it is not a folder",
  ENAMETOOLONG: "its path is too long",
  UNKNOWN_PASSWORD: "it was not created for connections by address"
}

const refusalOfFiles = (cause: unknown): EmbeddedPostgresReason | undefined => {
  if (!(cause instanceof Error && "code" in cause && typeof cause.code === "string" && "syscall" in cause)) return
  const path = "path" in cause && typeof cause.path === "string" ? cause.path : cause.message
  return { _tag: "DataDirUnusable", path, code: cause.code }
}
