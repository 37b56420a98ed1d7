import { stat } from "node:fs/promises"
import { dirname } from "node:path"

/** An account of the machine, by its numbers. */
export interface Account {
  readonly uid: number
  readonly gid: number
}

const nobody: Account = { uid: 65534, gid: 65534 }

/**
 * The account PostgreSQL has to run under: `undefined` means our own. PostgreSQL refuses root, so root lends it to the
 * owner of the existing database folder, or to the unprivileged 65534 when there is none yet.
 */
export const accountFor = async (cluster: string): Promise<Account | undefined> => {
  if (process.getuid?.() !== 0) return
  const owner = await stat(cluster).catch(() => undefined)
  return owner === undefined || owner.uid === 0 ? nobody : { uid: owner.uid, gid: owner.gid }
}

/** Whether the account may cross this folder and all its parents; `undefined` is our own account, which was let in. */
export const mayCross = async (folder: string, account: Account | undefined): Promise<boolean> => {
  if (account === undefined) return true
  const { uid, gid, mode } = await stat(folder)
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & bit) === 0) return false
  return dirname(folder) === folder || mayCross(dirname(folder), account)
}
