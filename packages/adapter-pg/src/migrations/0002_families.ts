import { communeColumn, held } from "./Commune.ts"

/** Family files: adults, children, the links between them, payers. */
export const families: ReadonlyArray<string> = [
  `CREATE TABLE family (
    ${communeColumn} REFERENCES commune,
    id int GENERATED ALWAYS AS IDENTITY,
    number text COLLATE "C" NOT NULL,
    PRIMARY KEY (commune_id, id),
    UNIQUE (commune_id, number)
  )`,
  ...held("family", ["SELECT", "INSERT"]),
  `CREATE TABLE adult (
    ${communeColumn},
    id int GENERATED ALWAYS AS IDENTITY,
    family_id int NOT NULL,
    title text,
    last_name text NOT NULL,
    first_name text NOT NULL,
    relationship text,
    marital_status text,
    address text,
    postcode text,
    city text,
    home_phone text,
    work_phone text,
    mobile_phone text,
    email text,
    account_holder text,
    bank_name text,
    occupation text,
    occupation_category text,
    employer text,
    employer_address text,
    email_consent boolean NOT NULL,
    sms_consent boolean NOT NULL,
    benefit_scheme text,
    protected boolean NOT NULL,
    PRIMARY KEY (commune_id, id),
    FOREIGN KEY (commune_id, family_id) REFERENCES family (commune_id, id)
  )`,
  "CREATE INDEX adult_family ON adult (commune_id, family_id, id)",
  ...held("adult", ["SELECT", "INSERT", "UPDATE"]),
  `CREATE TABLE child (
    ${communeColumn},
    id int GENERATED ALWAYS AS IDENTITY,
    family_id int NOT NULL,
    first_name text NOT NULL,
    last_name text NOT NULL,
    birth_day date NOT NULL,
    PRIMARY KEY (commune_id, id),
    FOREIGN KEY (commune_id, family_id) REFERENCES family (commune_id, id)
  )`,
  "CREATE INDEX child_family ON child (commune_id, family_id, id)",
  ...held("child", ["SELECT", "INSERT", "UPDATE"]),
  `CREATE TABLE child_adult (
    ${communeColumn},
    child_id int NOT NULL,
    adult_id int NOT NULL,
    relationship text NOT NULL,
    authority text NOT NULL CHECK (authority IN ('full', 'restricted', 'none')),
    may_book boolean NOT NULL,
    PRIMARY KEY (commune_id, child_id, adult_id),
    FOREIGN KEY (commune_id, child_id) REFERENCES child (commune_id, id),
    FOREIGN KEY (commune_id, adult_id) REFERENCES adult (commune_id, id)
  )`,
  "CREATE INDEX child_adult_adult ON child_adult (commune_id, adult_id)",
  ...held("child_adult", ["SELECT", "INSERT", "UPDATE"]),
  `CREATE TABLE payer (
    ${communeColumn},
    id int GENERATED ALWAYS AS IDENTITY,
    family_id int NOT NULL,
    PRIMARY KEY (commune_id, id),
    FOREIGN KEY (commune_id, family_id) REFERENCES family (commune_id, id)
  )`,
  "CREATE INDEX payer_family ON payer (commune_id, family_id, id)",
  ...held("payer", ["SELECT", "INSERT"]),
  `CREATE TABLE payer_adult (
    ${communeColumn},
    payer_id int NOT NULL,
    position smallint NOT NULL,
    adult_id int NOT NULL,
    PRIMARY KEY (commune_id, payer_id, position),
    FOREIGN KEY (commune_id, payer_id) REFERENCES payer (commune_id, id),
    FOREIGN KEY (commune_id, adult_id) REFERENCES adult (commune_id, id)
  )`,
  "CREATE INDEX payer_adult_adult ON payer_adult (commune_id, adult_id)",
  ...held("payer_adult", ["SELECT", "INSERT"])
]
