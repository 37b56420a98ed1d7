/**
 * Chance from the operating system: tokens of 192 bits, one-time passwords for paper, and SHA-256 digests.
 */
import { hash, randomBytes, randomInt } from "node:crypto"
import { TokenDigest } from "@portail-famille/core/Session"
import { Secrets } from "@portail-famille/core/services/Secrets"
import { Effect, Layer } from "effect"

/** Signs that cannot be taken for one another on paper: no 0 O o, 1 I l i, 2 Z, 5 S, 8 B. */
const signs = "ACDEFGHJKLMNPQRTUVWXYabcdefghjkmnpqrstuvwxyz34679"

const kinds = [/[A-Z]/, /[a-z]/, /\d/]

/** 16 signs in groups of four, "Kmwt-7xpr-Hnd4-vqe9": at least 85 bits, with a capital, a small letter and a digit. */
const oneTimePassword = (): string => {
  for (;;) {
    const groups = Array.from({ length: 4 }, () =>
      Array.from({ length: 4 }, () => signs.charAt(randomInt(signs.length))).join("")
    )
    const password = groups.join("-")
    if (kinds.every((kind) => kind.test(password))) return password
  }
}

/** The secrets of the machine. */
export const layerSecrets: Layer.Layer<Secrets> = Layer.succeed(
  Secrets,
  Secrets.of({
    token: Effect.sync(() => randomBytes(24).toString("base64url")),
    oneTimePassword: Effect.sync(oneTimePassword),
    digest: (token) => TokenDigest.make(hash("sha256", token, "base64url"))
  })
)
