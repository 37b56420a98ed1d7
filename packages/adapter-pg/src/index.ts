export * from "./Migrations.ts"
export * from "./Roles.ts"
export * from "./Stores.ts"
export * from "./UnsafeRole.ts"
