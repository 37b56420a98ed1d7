export * from "./Roles.ts"
export * from "./UnsafeRole.ts"
