import { communeColumn, held } from "./Commune.ts"

/** Accounts by payer and office, their operations and allocations, the counters of public numbers. Cents. */
export const ledgers: ReadonlyArray<string> = [
  `CREATE TABLE ledger_account (
    ${communeColumn},
    payer_id int NOT NULL,
    office_id text NOT NULL,
    PRIMARY KEY (commune_id, payer_id, office_id),
    FOREIGN KEY (commune_id, payer_id) REFERENCES payer (commune_id, id)
  )`,
  // Locking a row asks for the right to update it.
  ...held("ledger_account", ["SELECT", "INSERT", "UPDATE"]),
  `CREATE TABLE ledger_counter (
    ${communeColumn} REFERENCES commune,
    office_id text NOT NULL,
    kind text NOT NULL,
    last int NOT NULL,
    PRIMARY KEY (commune_id, office_id, kind)
  )`,
  ...held("ledger_counter", ["SELECT", "INSERT", "UPDATE"]),
  `CREATE TABLE operation (
    ${communeColumn},
    id int GENERATED ALWAYS AS IDENTITY,
    payer_id int NOT NULL,
    office_id text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('Invoice', 'Payment', 'CreditNote', 'Refund')),
    number int NOT NULL,
    day date NOT NULL,
    amount int NOT NULL CHECK (amount > 0),
    from_day date,
    until_day date,
    due_on date,
    method text,
    CHECK ((kind = 'Invoice') = (from_day IS NOT NULL AND until_day IS NOT NULL AND due_on IS NOT NULL)),
    CHECK ((kind = 'Payment') = (method IS NOT NULL)),
    PRIMARY KEY (commune_id, id),
    UNIQUE (commune_id, office_id, kind, number),
    UNIQUE (commune_id, payer_id, office_id, id),
    FOREIGN KEY (commune_id, payer_id, office_id) REFERENCES ledger_account (commune_id, payer_id, office_id)
  )`,
  ...held("operation", ["SELECT", "INSERT"]),
  `CREATE TABLE allocation (
    ${communeColumn},
    payer_id int NOT NULL,
    office_id text NOT NULL,
    credit_id int NOT NULL,
    invoice_id int NOT NULL,
    amount int NOT NULL CHECK (amount > 0),
    PRIMARY KEY (commune_id, payer_id, office_id, credit_id, invoice_id),
    FOREIGN KEY (commune_id, payer_id, office_id, credit_id)
      REFERENCES operation (commune_id, payer_id, office_id, id),
    FOREIGN KEY (commune_id, payer_id, office_id, invoice_id)
      REFERENCES operation (commune_id, payer_id, office_id, id)
  )`,
  ...held("allocation", ["SELECT", "INSERT"])
]
