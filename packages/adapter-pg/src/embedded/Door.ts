import { createHmac, randomBytes } from "node:crypto"
import { access, chown, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type Account, mayCross } from "./Account.ts"
import type { DataFolder } from "./DataFolder.ts"
import { embeddedPostgresError } from "./EmbeddedPostgresError.ts"

/**
 * The only way into an embedded PostgreSQL: a unix socket in a folder that its account alone may enter, or a port of the
 * loopback with passwords where there are no sockets. It stays the same as long as the server runs.
 */
export interface Door {
  readonly settings: ReadonlyArray<string>
  readonly urlOf: (role: string, database: string) => string
  readonly passwordOf: (role: string) => string | undefined
  readonly passwordFile: string | undefined
  readonly close: () => Promise<void>
}

/** Which door to use: `socket` everywhere but on Windows. */
export type DoorKind = "socket" | "loopback"

/** The name that every private folder made for a socket begins with. */
export const privateFolderPrefix = "portail-pg-"

/** Prepares a door. Fails with `NoPrivateFolder`, or `DataDirUnusable` where the passwords of the folder are lost. */
export const openDoor = (folder: DataFolder, account: Account | undefined, kind: DoorKind): Promise<Door> =>
  kind === "socket" ? openSocket(folder, account) : openLoopback(folder, account)

const openSocket = async (folder: DataFolder, account: Account | undefined): Promise<Door> => {
  const inside = account === undefined && fits(folder.cluster)
  const place = inside ? folder.cluster : await makePrivateFolder(account)
  // PostgreSQL reads a list of quoted names here; "." is its database folder.
  const setting = inside ? "." : `"${place.replaceAll('"', '""')}"`
  return {
    settings: ["-p", "5432", "-c", "listen_addresses=", "-c", `unix_socket_directories=${setting}`],
    urlOf: (role, database) => `postgres://${role}@${encodeURIComponent(place)}/${database}`,
    passwordOf: () => undefined,
    passwordFile: undefined,
    close: () => (inside ? Promise.resolve() : rm(place, { recursive: true, force: true }))
  }
}

// Linux takes 107 bytes for the whole name of a socket, macOS 103.
const fits = (folder: string) => Buffer.byteLength(join(folder, ".s.PGSQL.5432")) <= 103

const makePrivateFolder = async (account: Account | undefined): Promise<string> => {
  const tried = [...new Set([tmpdir(), "/tmp", "/var/tmp"])]
  for (const place of tried) {
    const reachable = await mayCross(place, account).catch(() => false)
    if (!reachable || !fits(join(place, `${privateFolderPrefix}123456`))) continue
    const made = await mkdtemp(join(place, privateFolderPrefix)).catch(() => undefined)
    if (made === undefined) continue
    if (account !== undefined) await chown(made, account.uid, account.gid)
    return made
  }
  throw embeddedPostgresError({ _tag: "NoPrivateFolder", tried })
}

const openLoopback = async (folder: DataFolder, account: Account | undefined): Promise<Door> => {
  const secret = await secretOf(folder)
  const handed = account === undefined ? undefined : await makePrivateFolder(account)
  const passwordFile = handed === undefined ? folder.password : join(handed, "password")
  if (account !== undefined) {
    await writeFile(passwordFile, secret, { mode: 0o600 })
    await chown(passwordFile, account.uid, account.gid)
  }
  const port = await freePort()
  // One secret, a password a role: who reads the address of one role cannot work out another's.
  const passwordOf = (role: string) =>
    role === "postgres" ? secret : createHmac("sha256", secret).update(role).digest("hex")
  return {
    settings: ["-p", `${port}`, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
    urlOf: (role, database) => `postgres://${role}:${passwordOf(role)}@127.0.0.1:${port}/${database}`,
    passwordOf,
    passwordFile,
    close: () => (handed === undefined ? Promise.resolve() : rm(handed, { recursive: true, force: true }))
  }
}

const secretOf = async (folder: DataFolder): Promise<string> => {
  const known = await readFile(folder.password, "utf8").catch(() => undefined)
  if (known !== undefined) return known
  if (
    await access(folder.cluster).then(
      () => true,
      () => false
    )
  ) {
    throw embeddedPostgresError({ _tag: "DataDirUnusable", path: folder.path, code: "UNKNOWN_PASSWORD" })
  }
  const secret = randomBytes(32).toString("hex")
  await writeFile(folder.password, secret, { mode: 0o600 })
  return secret
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      const port = typeof address === "object" && address !== null ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
