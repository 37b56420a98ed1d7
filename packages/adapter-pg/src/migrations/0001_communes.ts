import { communeColumn, granted, held } from "./Commune.ts"

/** Communes, and the versions of their documents. */
export const communes: ReadonlyArray<string> = [
  `CREATE TABLE commune (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug text NOT NULL UNIQUE,
    hosts text[] NOT NULL,
    version int NOT NULL
  )`,
  granted("commune", ["SELECT", "INSERT", "UPDATE"]),
  `CREATE TABLE commune_document (
    ${communeColumn} REFERENCES commune,
    version int NOT NULL,
    document jsonb NOT NULL,
    PRIMARY KEY (commune_id, version)
  )`,
  ...held("commune_document", ["SELECT", "INSERT"])
]
