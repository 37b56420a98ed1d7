/**
 * What the bench reads: a commune of 200 families with two children each, a year of lines for every child, and one
 * child whose month is full: 9 activities on each of its 30 days.
 */

import { PgClient } from "@effect/sql-pg"
import { layerSecrets } from "@portail-famille/adapter-node"
import { layer } from "@portail-famille/adapter-pg"
import type { AccountId } from "@portail-famille/core/Account"
import type { AdultId } from "@portail-famille/core/Adult"
import { CommuneSlug } from "@portail-famille/core/Commune"
import { Weekday } from "@portail-famille/core/Day"
import { bySlug, importCommune } from "@portail-famille/core/services/Communes"
import { openSession } from "@portail-famille/core/services/SignIn"
import { chenex } from "@portail-famille/example-chenex"
import { Array as Arr, Effect, Layer, type Redacted } from "effect"
import { SqlClient } from "effect/sql"

/** What is measured: the child, the month, and the session of its adult. */
export interface Measured {
  readonly communeId: number
  readonly childId: number
  /** "2026-04", a month of 30 days. */
  readonly month: string
  readonly token: string
}

/** How many lines the measured month has. */
export const linesOfMonth = 9 * 30

/** Every activity runs every day, so that each of the month's cells is a real one. */
const commune = {
  ...chenex,
  slug: CommuneSlug.make("banc"),
  activities: Arr.map(chenex.activities, (activity) => ({
    ...activity,
    weekdays: Weekday.literals,
    season: "both" as const,
    closedOnPublicHolidays: false
  }))
}

/** Fills an empty, migrated database. The commune and the session are made by the workflows, the bulk by its owner. */
export const fill = Effect.fnUntraced(function* (appUrl: Redacted.Redacted, ownerUrl: Redacted.Redacted, today: Date) {
  const month = monthOf30Days(today)
  return yield* Effect.gen(function* () {
    yield* importCommune(commune)
    const served = yield* bySlug(commune.slug)
    yield* bulk(served.id, month).pipe(Effect.provide(PgClient.layer({ url: ownerUrl, maxConnections: 1 })))
    const { token } = yield* openSession(served, { id: 1 as AccountId, adultId: 1 as AdultId })
    const measured: Measured = { communeId: served.id, childId: 1, month, token }
    return measured
  }).pipe(Effect.provide(Layer.merge(layer({ url: appUrl, connections: 1 }), layerSecrets)))
})

const bulk = Effect.fnUntraced(function* (communeId: number, month: string) {
  const sql = yield* SqlClient.SqlClient
  const activities = `'{${commune.activities.map(({ id }) => id).join(",")}}'::text[]`
  yield* sql`SELECT set_config('portail.commune', ${String(communeId)}, false)`
  for (const statement of statements(activities, `${month}-01`)) yield* sql.unsafe(statement)
})

const statements = (activities: string, firstDay: string): ReadonlyArray<string> => [
  "INSERT INTO family (number) SELECT 'F' || n FROM generate_series(1, 200) n",
  `INSERT INTO adult (family_id, last_name, first_name, email, email_consent, sms_consent, protected)
    SELECT id, 'FAMILLE ' || id, 'CAMILLE', 'famille' || id || '@exemple.test', true, false, false FROM family ORDER BY id`,
  `INSERT INTO child (family_id, last_name, first_name, birth_day)
    SELECT id, 'FAMILLE ' || id, name, '2017-03-09' FROM family, unnest('{LÉO,ZOÉ}'::text[]) name ORDER BY id, name`,
  `INSERT INTO child_adult (child_id, adult_id, relationship, authority, may_book)
    SELECT c.id, a.id, 'mother', 'full', true FROM child c JOIN adult a USING (commune_id, family_id)`,
  "INSERT INTO payer (family_id) SELECT id FROM family ORDER BY id",
  `INSERT INTO payer_adult (payer_id, position, adult_id)
    SELECT p.id, 0, a.id FROM payer p JOIN adult a USING (commune_id, family_id)`,
  `INSERT INTO login (adult_id, identifiant, stage) SELECT id, 'famille' || id, 'active' FROM adult ORDER BY id`,
  `INSERT INTO message (recipient_id, sender, subject, body, posted_at)
    SELECT id, 'Mairie', 'Bienvenue', 'Le portail est ouvert.', '2026-01-05T08:00:00Z' FROM adult`,
  `INSERT INTO enrolment (child_id, activity_id, payer_id, from_day)
    SELECT c.id, activity, p.id, '${firstDay}'::date - 400
    FROM child c JOIN payer p USING (commune_id, family_id), unnest(${activities}) activity`,
  `INSERT INTO booking (child_id, day, activity_id, payer_id, reservation, absence, attendance)
    SELECT c.id, '${firstDay}'::date - 200 + d, activity, p.id, 3, 0, CASE WHEN d < 150 THEN 1 ELSE 0 END
    FROM child c JOIN payer p USING (commune_id, family_id), generate_series(0, 364) d,
      unnest((${activities})[1:3]) activity WHERE c.id <> 1`,
  `INSERT INTO booking (child_id, day, activity_id, payer_id, reservation, refusal, absence, absence_reason, attendance)
    SELECT 1, '${firstDay}'::date + d, activity, 1,
      CASE WHEN slot % 45 = 4 THEN 1 WHEN slot % 90 = 5 THEN 4 ELSE 3 END,
      CASE WHEN slot % 90 = 5 THEN 'Effectif complet' END,
      CASE WHEN slot % 45 = 7 THEN 1 ELSE 0 END, CASE WHEN slot % 45 = 7 THEN 0 END, 0
    FROM (SELECT d, activity, (row_number() OVER ()) AS slot
      FROM generate_series(0, 29) d, unnest(${activities}) activity) lines`,
  `INSERT INTO request (child_id, activity_id, day, kind, reason, asked_by, asked_at, state)
    SELECT child_id, activity_id, day, CASE WHEN absence = 1 THEN 'Absence' ELSE 'Booking' END,
      CASE WHEN absence = 1 THEN 'Medical' END, 1, '2026-01-05T08:00:00Z', 'Waiting'
    FROM booking WHERE child_id = 1 AND (reservation = 1 OR absence = 1)`,
  "VACUUM ANALYZE"
]

/** The first month of 30 days after this one: its days are to come, so that its cells offer what a family may do. */
const monthOf30Days = (today: Date): string => {
  const next = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1))
  while (![3, 5, 8, 10].includes(next.getUTCMonth())) next.setUTCMonth(next.getUTCMonth() + 1)
  return next.toISOString().slice(0, 7)
}
