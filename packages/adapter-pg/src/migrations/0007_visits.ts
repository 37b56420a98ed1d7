import { asCaller, enter } from "./Commune.ts"

/** An instant as milliseconds since 1970, UTC: stored instants are whole ones, and floating point is the cheapest. */
const millis = (instant: string): string => `round(date_part('epoch', ${instant}) * 1000)`

const listed = (row: string, order: string): string => `coalesce(json_agg(${row} ORDER BY ${order}), '[]'::json)`

/**
 * Who looks, by the digest of a session: one row. Each fact is a lookup of its own: as a join, small tables would be
 * read whole.
 */
const visitor = `SELECT json_build_object(
    'accountId', s.login_id, 'adultId', s.adult_id, 'stage', (SELECT l.stage FROM login l WHERE l.id = s.login_id),
    'startedAt', ${millis("s.started_at")}, 'seenAt', ${millis("s.seen_at")},
    'name', (SELECT json_build_array(a.first_name, a.last_name) FROM adult a WHERE a.id = s.adult_id),
    'unread', (SELECT count(*) FROM message m WHERE m.recipient_id = s.adult_id AND m.read_at IS NULL))
  FROM session s WHERE s.digest = p_digest`

/** A line's codes as the digits of one number, 9 for none: whole columns of numbers are the cheapest to send. */
const codes = `reservation * 10000 + absence * 1000 + coalesce(absence_reason, 9) * 100 + coalesce(outcome, 9) * 10 + attendance`

/** The bare facts of a planning, as `PlanningReading` reads them: one row, or none for an unknown child. */
const planningFacts = `SELECT json_build_object(
    'child', json_build_array(c.id, c.first_name, c.last_name, c.birth_day),
    'links', (SELECT ${listed("json_build_array(adult_id, relationship, authority, may_book)", "adult_id")}
      FROM child_adult WHERE child_id = p_child),
    'enrolments', (SELECT ${listed("json_build_array(id, activity_id, payer_id, from_day, until_day, contract)", "id")}
      FROM enrolment WHERE child_id = p_child AND from_day <= p_to AND (until_day IS NULL OR until_day >= p_from)),
    'payers', (SELECT ${listed(
      `json_build_array(p.payer_id,
        (SELECT json_build_array(a.first_name, a.last_name) FROM adult a WHERE a.id = p.adult_id))`,
      "p.payer_id, p.position"
    )}
      FROM payer_adult p WHERE p.payer_id = ANY (ARRAY(SELECT e.payer_id FROM enrolment e WHERE e.child_id = p_child
        AND e.from_day <= p_to AND (e.until_day IS NULL OR e.until_day >= p_from)))),
    'closures', (SELECT ${listed("json_build_array(id, activity_id, facility_id, from_day, until_day, label)", "id")}
      FROM closure WHERE from_day <= p_to AND until_day >= p_from),
    'communeDays', (SELECT ${listed("json_build_array(day, marker, label)", "day, marker")}
      FROM commune_day WHERE day BETWEEN p_from AND p_to),
    'bookings', (SELECT json_build_array(json_agg(activity_id), json_agg(day - p_from), json_agg(payer_id), json_agg(${codes}))
      FROM booking WHERE child_id = p_child AND day BETWEEN p_from AND p_to),
    'words', (SELECT coalesce(json_agg(json_build_array(activity_id, day, refusal, absence_text)), '[]'::json)
      FROM booking WHERE child_id = p_child AND day BETWEEN p_from AND p_to
        AND (refusal IS NOT NULL OR absence_text IS NOT NULL)),
    'openRequests', (SELECT ${listed(
      `json_build_array(id, activity_id, day, kind, reason, reason_text, asked_by, ${millis("asked_at")},
        state, ${millis("state_at")})`,
      "id"
    )}
      FROM request WHERE child_id = p_child AND day BETWEEN p_from AND p_to AND state IN ('Waiting', 'Waitlisted')))
  FROM child c WHERE c.id = p_child`

/** Each hot page is read by one call that sets the commune for itself and only fetches. */
export const visits: ReadonlyArray<string> = [
  `CREATE FUNCTION visitor(p_commune int, p_digest text) RETURNS json STABLE ${asCaller} AS $$
  BEGIN
    ${enter}
    RETURN (${visitor});
  END $$`,

  `CREATE FUNCTION planning_facts(p_commune int, p_child bigint, p_from date, p_to date)
    RETURNS json STABLE ${asCaller} AS $$
  BEGIN
    ${enter}
    RETURN (${planningFacts});
  END $$`,

  `CREATE FUNCTION planning_visit(p_commune int, p_digest text, p_child bigint, p_from date, p_to date)
    RETURNS json STABLE ${asCaller} AS $$
  DECLARE who json;
  BEGIN
    ${enter}
    who := (${visitor});
    IF who IS NULL THEN RETURN NULL; END IF;
    RETURN json_build_object('visitor', who, 'read', (${planningFacts}));
  END $$`,

  `CREATE FUNCTION family_file(p_commune int, p_family bigint, p_adult bigint) RETURNS json STABLE ${asCaller} AS $$
  DECLARE known record;
  BEGIN
    ${enter}
    SELECT id, number INTO known FROM family
      WHERE id = coalesce(p_family, (SELECT family_id FROM adult WHERE adult.id = p_adult));
    IF NOT FOUND THEN RETURN NULL; END IF;
    RETURN json_build_object(
      'id', known.id, 'number', known.number,
      'adults', (SELECT ${listed(
        `json_build_object('adult', row_to_json(a), 'hasActiveLogin',
          EXISTS (SELECT FROM login l WHERE l.adult_id = a.id AND l.stage = 'active'))`,
        "a.id"
      )} FROM adult a WHERE a.family_id = known.id),
      'children', (SELECT ${listed("json_build_array(c.id, c.first_name, c.last_name, c.birth_day)", "c.id")}
        FROM child c WHERE c.family_id = known.id),
      'links', (SELECT ${listed(
        "json_build_array(l.child_id, l.adult_id, l.relationship, l.authority, l.may_book)",
        "l.child_id, l.adult_id"
      )} FROM child c JOIN child_adult l ON l.child_id = c.id WHERE c.family_id = known.id));
  END $$`,

  `CREATE FUNCTION payer_ledger(p_commune int, p_payer bigint, p_office text) RETURNS json STABLE ${asCaller} AS $$
  BEGIN
    ${enter}
    IF NOT EXISTS (SELECT FROM payer WHERE id = p_payer) THEN RETURN NULL; END IF;
    RETURN json_build_object(
      'payerId', p_payer, 'officeId', p_office,
      'adults', (SELECT ${listed("json_build_array(a.id, a.first_name, a.last_name)", "p.position")}
        FROM payer_adult p JOIN adult a ON a.id = p.adult_id WHERE p.payer_id = p_payer),
      'operations', (SELECT ${listed(
        "json_build_array(id, number, kind, day, amount, from_day, until_day, due_on, method)",
        "id"
      )} FROM operation WHERE payer_id = p_payer AND office_id = p_office),
      'allocations', (SELECT ${listed("json_build_array(credit_id, invoice_id, amount)", "credit_id, invoice_id")}
        FROM allocation WHERE payer_id = p_payer AND office_id = p_office));
  END $$`,

  `CREATE FUNCTION adult_ledgers(p_commune int, p_adult bigint) RETURNS json STABLE ${asCaller} AS $$
  BEGIN
    ${enter}
    RETURN (SELECT ${listed("payer_ledger(p_commune, k.payer_id, k.office_id)", "k.payer_id, k.first")}
      FROM (SELECT o.payer_id, o.office_id, min(o.id) AS first FROM operation o
        WHERE o.payer_id IN (SELECT p.payer_id FROM payer_adult p WHERE p.adult_id = p_adult)
        GROUP BY o.payer_id, o.office_id) k);
  END $$`,

  `CREATE FUNCTION home_visit(p_commune int, p_digest text) RETURNS json STABLE ${asCaller} AS $$
  DECLARE who json; adult bigint;
  BEGIN
    ${enter}
    who := (${visitor});
    IF who IS NULL THEN RETURN NULL; END IF;
    adult := (who->>'adultId')::bigint;
    RETURN json_build_object(
      'visitor', who,
      'file', family_file(p_commune, NULL, adult),
      'accounts', adult_ledgers(p_commune, adult),
      'documents', (SELECT ${listed("json_build_object('id', d.id, 'label', d.label, 'url', d.url)", "d.id")} FROM document d),
      'banner', (SELECT b.text FROM banner b));
  END $$`
]
