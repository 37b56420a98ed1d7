/**
 * Passwords are hashed with argon2id of Node's own crypto, at OWASP's first cost (19 MiB, two passes, one lane), a
 * bounded number at a time: each takes a thread of the machine, and a rush of sign-ins waits in line.
 */
import { argon2, randomBytes, timingSafeEqual } from "node:crypto"
import { PasswordHash } from "@portail-famille/core/Account"
import { Hasher } from "@portail-famille/core/services/Hasher"
import { Effect, Layer, Semaphore } from "effect"

/** What one hash costs: memory in KiB, passes over it, lanes. */
export interface Cost {
  readonly memory: number
  readonly passes: number
  readonly parallelism: number
}

/** The key of `length` bytes that a password and a salt give at that cost. */
export type Derive = (password: string, salt: Uint8Array, length: number, cost: Cost) => Promise<Uint8Array>

/** How the hasher runs. */
export interface HasherOptions {
  /** The most hashes at once. Two of the four threads that Node has for such work: files and names keep the others. */
  readonly concurrency?: number
  readonly derive?: Derive
}

/** The cost of new hashes; older ones are verified at the cost that is written in them. */
export const cost: Cost = { memory: 19_456, passes: 2, parallelism: 1 }

/** Argon2id, version 19. */
export const argon2id: Derive = (message, nonce, tagLength, { memory, passes, parallelism }) =>
  new Promise((resolve, reject) =>
    argon2("argon2id", { message, nonce, tagLength, memory, passes, parallelism }, (error, key) =>
      error === null ? resolve(key) : reject(error)
    )
  )

/** The hasher of the machine. A hash that is not argon2id's dies: it is no password's. */
export const layerHasher = ({ concurrency = 2, derive = argon2id }: HasherOptions = {}): Layer.Layer<Hasher> =>
  Layer.effect(
    Hasher,
    Effect.map(Semaphore.make(concurrency), (threads) => {
      const run = (password: string, { salt, key, cost }: Parts) =>
        threads.withPermit(Effect.promise(() => derive(password, salt, key.length, cost)))
      return Hasher.of({
        hash: (password) => {
          const salt = randomBytes(16)
          return Effect.map(run(password, { salt, key: new Uint8Array(32), cost }), (key) =>
            PasswordHash.make(write({ salt, key, cost }))
          )
        },
        verify: (password, hash) =>
          Effect.suspend(() => {
            const known = hash === null ? nobody : read(hash)
            return Effect.map(run(password, known), (key) => timingSafeEqual(key, known.key))
          })
      })
    })
  )

interface Parts {
  readonly salt: Uint8Array
  readonly key: Uint8Array
  readonly cost: Cost
}

/** What a password is compared with where there is no account: a key of chance, that no password gives. */
const nobody: Parts = { salt: randomBytes(16), key: randomBytes(32), cost }

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64").replaceAll("=", "")

const write = ({ salt, key, cost: { memory, passes, parallelism } }: Parts): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(key)}`

const phc = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{16,86})$/

const read = (hash: PasswordHash): Parts => {
  const [, memory, passes, parallelism, salt, key] = phc.exec(hash) ?? []
  if (salt === undefined || key === undefined) throw new Error("A password hash that is not argon2id's")
  return {
    salt: Buffer.from(salt, "base64"),
    key: Buffer.from(key, "base64"),
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  }
}
