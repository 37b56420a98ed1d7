/**
 * The command line as a function, for deployments that start the portal from their own program.
 */
export { main } from "./main.ts"
export { Refused } from "./Refused.ts"
export { readSettings, type Settings, type SettingsRefused } from "./Settings.ts"
export { serve } from "./serve.ts"
