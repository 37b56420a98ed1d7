import { constants } from "node:fs"
import { access, chown, mkdir, readFile, realpath, rename, rm, stat } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import type { Account } from "./Account.ts"
import type { Binaries } from "./Binaries.ts"
import { embeddedPostgresError } from "./EmbeddedPostgresError.ts"
import { type Place, runProgram } from "./Program.ts"

/** The files that the embedded PostgreSQL has in a data folder, by their absolute paths. */
export interface DataFolder {
  readonly path: string
  readonly cluster: string
  readonly lock: string
  readonly password: string
}

/** Makes the data folder if it is not there, and fails with `DataDirUnusable` where we may not read and write. */
export const openDataFolder = async (dataDir: string): Promise<DataFolder> => {
  const wanted = resolve(dataDir)
  await makeFolder(wanted)
  const path = await realpath(wanted)
  if (!(await stat(path)).isDirectory()) {
    throw embeddedPostgresError({ _tag: "DataDirUnusable", path, code: "ENOTDIR" })
  }
  await access(path, constants.R_OK | constants.W_OK | constants.X_OK)
  return {
    path,
    cluster: join(path, "postgresql"),
    lock: join(path, "postgresql.lock"),
    password: join(path, "postgresql.password")
  }
}

/**
 * How the programs are told of a database folder. Another account may be unable to cross the folder's parents, as below
 * root's home: on Linux it then reaches the folder as its own working directory, whose parents nobody asks about.
 */
export const placeOf = (cluster: string, account: Account | undefined): Place & { readonly name: string } => ({
  cwd: cluster,
  account,
  name: account !== undefined && process.platform === "linux" ? "/proc/self/cwd" : cluster
})

/**
 * Creates the database folder unless it is there: UTF-8, the builtin locale C.UTF-8 whatever the machine's language,
 * trusted connections over the private socket, or a password for all where there are only addresses. An interrupted
 * creation leaves nothing that a later start could take for a database. Fails with `OtherVersion` or `StartFailed`.
 */
export const createCluster = async (
  folder: DataFolder,
  binaries: Binaries,
  account: Account | undefined,
  passwordFile: string | undefined
): Promise<void> => {
  const expected = binaries.version.split(".")[0] ?? binaries.version
  const found = await readFile(join(folder.cluster, "PG_VERSION"), "utf8").catch(absent)
  if (found !== undefined) {
    if (found.trim() === expected) return
    throw embeddedPostgresError({ _tag: "OtherVersion", path: folder.path, found: found.trim(), expected })
  }
  const fresh = `${folder.cluster}.new`
  await rm(fresh, { recursive: true, force: true })
  await mkdir(fresh, { mode: 0o700 })
  if (account !== undefined) await chown(fresh, account.uid, account.gid)
  const place = placeOf(fresh, account)
  const entry = passwordFile === undefined ? ["--auth=trust"] : ["--auth=scram-sha-256", `--pwfile=${passwordFile}`]
  const { code, lines } = await runProgram(binaries.initdb, ["-D", place.name, ...settings, ...entry], place)
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true })
    throw embeddedPostgresError({ _tag: "StartFailed", step: "initdb", lastLines: lines.slice(-5) })
  }
  await rename(fresh, folder.cluster)
}

const settings = [
  ...["-U", "postgres", "-E", "UTF8"],
  ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
]

// Not mkdir's own recursion: in Node it never ends where a file system makes no folders, such as /proc.
const makeFolder = async (path: string): Promise<void> => {
  if ((await stat(path).catch(absent)) !== undefined) return
  await makeFolder(dirname(path))
  await mkdir(path, { mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
}

const absent = (error: NodeJS.ErrnoException): undefined => {
  if (error.code === "ENOENT") return
  throw error
}
