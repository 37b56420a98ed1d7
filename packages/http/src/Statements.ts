/**
 * The statements of the accounts that the adult pays (S112-S125).
 */
import { SchoolYear, Statement } from "@portail-famille/core"
import { Schema } from "effect"
import { HttpApiEndpoint, HttpApiGroup } from "effect/http-api"
import { family, MayCall } from "./Caller.ts"
import { InCommune, Refusals, SessionSent, SignedIn } from "./Door.ts"

/** The statements of a school year, one an account, and the years that can be asked for, newest first. */
export const StatementPage = Schema.Struct({
  schoolYear: SchoolYear.SchoolYear,
  years: Schema.Array(SchoolYear.SchoolYear),
  statements: Schema.Array(Statement.Statement)
})

export class StatementsGroup extends HttpApiGroup.make("statements")
  .add(
    HttpApiEndpoint.get("read", "/statements", {
      query: { year: Schema.optionalKey(SchoolYear.SchoolYear) },
      success: StatementPage
    }).annotate(MayCall, family)
  )
  .middleware(SignedIn)
  .middleware(SessionSent)
  .prefix("/api")
  .middleware(InCommune)
  .middleware(Refusals) {}
