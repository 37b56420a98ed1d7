import { communeColumn, held } from "./Commune.ts"

/** What staff publish and post, who they are, and what the portal keeps for itself: trace, outbox, replies. */
export const desk: ReadonlyArray<string> = [
  `CREATE TABLE message (
    ${communeColumn},
    id int GENERATED ALWAYS AS IDENTITY,
    recipient_id int NOT NULL,
    sender text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    posted_at timestamptz NOT NULL,
    read_at timestamptz,
    PRIMARY KEY (commune_id, id),
    FOREIGN KEY (commune_id, recipient_id) REFERENCES adult (commune_id, id)
  )`,
  "CREATE INDEX message_recipient ON message (commune_id, recipient_id, id)",
  "CREATE INDEX message_unread ON message (commune_id, recipient_id) WHERE read_at IS NULL",
  ...held("message", ["SELECT", "INSERT", "UPDATE"]),
  `CREATE TABLE document (
    ${communeColumn} REFERENCES commune,
    id int GENERATED ALWAYS AS IDENTITY,
    label text NOT NULL,
    url text NOT NULL,
    PRIMARY KEY (commune_id, id)
  )`,
  ...held("document", ["SELECT", "INSERT", "DELETE"]),
  `CREATE TABLE banner (
    ${communeColumn} PRIMARY KEY REFERENCES commune,
    text text NOT NULL
  )`,
  ...held("banner", ["SELECT", "INSERT", "UPDATE"]),
  `CREATE TABLE staff (
    ${communeColumn} REFERENCES commune,
    id int GENERATED ALWAYS AS IDENTITY,
    digest text NOT NULL,
    name text NOT NULL,
    roles text[] NOT NULL,
    facilities text[],
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (commune_id, id),
    UNIQUE (commune_id, digest)
  )`,
  ...held("staff", ["SELECT", "INSERT", "UPDATE"]),
  `CREATE TABLE audit (
    ${communeColumn} REFERENCES commune,
    id bigint GENERATED ALWAYS AS IDENTITY,
    at timestamptz NOT NULL,
    actor jsonb NOT NULL,
    act text NOT NULL,
    subject text NOT NULL,
    PRIMARY KEY (commune_id, id)
  )`,
  ...held("audit", ["SELECT", "INSERT"]),
  `CREATE TABLE outbox (
    ${communeColumn} REFERENCES commune,
    id int GENERATED ALWAYS AS IDENTITY,
    notice jsonb NOT NULL,
    queued_at timestamptz NOT NULL,
    attempts int NOT NULL,
    due_at timestamptz,
    last_failure text,
    PRIMARY KEY (commune_id, id)
  )`,
  "COMMENT ON COLUMN outbox.due_at IS 'when to send, moved on by a lease or a retry; NULL once parked'",
  "CREATE INDEX outbox_due ON outbox (commune_id, due_at, id)",
  ...held("outbox", ["SELECT", "INSERT", "UPDATE", "DELETE"]),
  `CREATE TABLE write_key (
    ${communeColumn} REFERENCES commune,
    actor text NOT NULL,
    key text NOT NULL,
    fingerprint text NOT NULL,
    at timestamptz NOT NULL,
    status int,
    body text,
    headers jsonb,
    PRIMARY KEY (commune_id, actor, key)
  )`,
  "CREATE INDEX write_key_at ON write_key (commune_id, at)",
  ...held("write_key", ["SELECT", "INSERT", "UPDATE", "DELETE"])
]
