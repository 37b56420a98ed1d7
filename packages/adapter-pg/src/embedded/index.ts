export type { DoorKind } from "./Door.ts"
export { EmbeddedPostgres, type EmbeddedPostgresOptions, type Served } from "./EmbeddedPostgres.ts"
export { describe, EmbeddedPostgresError, type EmbeddedPostgresReason } from "./EmbeddedPostgresError.ts"
