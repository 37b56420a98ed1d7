/**
 * The machine's side of the portal: hashing, chance, the clock of a demonstration, letters by SMTP and the job that
 * sends them.
 */
export * from "./Clock.ts"
export * from "./Hasher.ts"
export * from "./Job.ts"
export * from "./KeptLetters.ts"
export * from "./Links.ts"
export * from "./Secrets.ts"
export * from "./SmtpNotifier.ts"
