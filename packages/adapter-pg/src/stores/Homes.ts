import type { Document } from "@portail-famille/core/Document"
import { Homes } from "@portail-famille/core/services/Homes"
import { Effect, Layer } from "effect"
import { SqlClient } from "effect/sql"
import { machine } from "../WithCommune.ts"
import { only } from "./Answers.ts"
import { type FamilyJson, familyOf } from "./FamilyReading.ts"
import { type LedgerJson, ledgerOf } from "./LedgerReading.ts"
import { type VisitorJson, visitorOf } from "./VisitorReading.ts"

interface HomeJson {
  readonly visitor: VisitorJson
  readonly file: FamilyJson | null
  readonly accounts: ReadonlyArray<LedgerJson>
  readonly documents: ReadonlyArray<Document>
  readonly banner: string | null
}

/** The home page on PostgreSQL, in one call. */
export const layer: Layer.Layer<Homes, never, SqlClient.SqlClient> = Layer.effect(
  Homes,
  Effect.gen(function* () {
    const sql = yield* SqlClient.SqlClient
    return Homes.of({
      visit: (commune, digest) =>
        machine(
          Effect.map(
            only(sql<{ home: HomeJson | null }>`SELECT home_visit(${commune}, ${digest}) AS home`),
            ({ home }) =>
              home === null
                ? undefined
                : {
                    visitor: visitorOf(digest, home.visitor),
                    file: home.file === null ? undefined : familyOf(home.file),
                    accounts: home.accounts.map(ledgerOf),
                    documents: home.documents,
                    banner: home.banner ?? undefined
                  }
          )
        )
    })
  })
)
