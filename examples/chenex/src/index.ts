/** The reference deployment: Chênex as data, and its demonstration. */
export { chenex } from "./commune.ts"
export { loadDemonstration } from "./demonstration.ts"
export { type DemonstrationLogin, demonstrationLogins } from "./logins.ts"
