import { communeColumn, held } from "./Commune.ts"

/** Logins, their sessions and links by digest, the counts of failed tries. */
export const logins: ReadonlyArray<string> = [
  `CREATE TABLE login (
    ${communeColumn},
    id int GENERATED ALWAYS AS IDENTITY,
    adult_id int NOT NULL,
    identifiant text NOT NULL,
    hash text,
    stage text NOT NULL CHECK (stage IN ('issued', 'active')),
    PRIMARY KEY (commune_id, id),
    UNIQUE (commune_id, adult_id),
    FOREIGN KEY (commune_id, adult_id) REFERENCES adult (commune_id, id)
  )`,
  `CREATE UNIQUE INDEX login_identifiant ON login (commune_id, lower(identifiant COLLATE "C"))`,
  ...held("login", ["SELECT", "INSERT", "UPDATE"]),
  `CREATE TABLE session (
    ${communeColumn},
    digest text NOT NULL,
    login_id int NOT NULL,
    adult_id int NOT NULL,
    started_at timestamptz NOT NULL,
    seen_at timestamptz NOT NULL,
    PRIMARY KEY (commune_id, digest),
    FOREIGN KEY (commune_id, login_id) REFERENCES login (commune_id, id),
    FOREIGN KEY (commune_id, adult_id) REFERENCES adult (commune_id, id)
  )`,
  "CREATE INDEX session_login ON session (commune_id, login_id)",
  ...held("session", ["SELECT", "INSERT", "UPDATE", "DELETE"]),
  `CREATE TABLE login_link (
    ${communeColumn},
    digest text NOT NULL,
    login_id int NOT NULL,
    purpose text NOT NULL CHECK (purpose IN ('activation', 'reset')),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    PRIMARY KEY (commune_id, digest),
    FOREIGN KEY (commune_id, login_id) REFERENCES login (commune_id, id)
  )`,
  "CREATE INDEX login_link_login ON login_link (commune_id, login_id, purpose)",
  ...held("login_link", ["SELECT", "INSERT", "UPDATE", "DELETE"]),
  `CREATE TABLE throttle (
    ${communeColumn} REFERENCES commune,
    scope text NOT NULL CHECK (scope IN ('pair', 'identifiant', 'address')),
    key text NOT NULL,
    failures int NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (commune_id, scope, key)
  )`,
  ...held("throttle", ["SELECT", "INSERT", "UPDATE", "DELETE"])
]
