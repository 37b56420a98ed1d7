import { asCaller, goTo } from "./Commune.ts"

/** What jobs do for all communes: they go from one to the next, under the same row security as anybody. */
export const jobs: ReadonlyArray<string> = [
  `CREATE FUNCTION outbox_take(p_now timestamptz, p_until timestamptz) RETURNS json VOLATILE ${asCaller} AS $$
  DECLARE
    origin text := coalesce(current_setting('portail.commune', true), '');
    each int; due timestamptz; taken record; answer json;
    communes int[] := '{}'; dues timestamptz[] := '{}';
  BEGIN
    FOR each IN SELECT id FROM commune LOOP
      ${goTo("each")}
      SELECT due_at INTO due FROM outbox WHERE due_at <= p_now ORDER BY due_at LIMIT 1;
      IF FOUND THEN communes := communes || each; dues := dues || due; END IF;
    END LOOP;
    FOR each IN SELECT c FROM unnest(communes, dues) AS known (c, d) ORDER BY d, c LOOP
      ${goTo("each")}
      UPDATE outbox SET due_at = p_until WHERE id = (
        SELECT id FROM outbox WHERE due_at <= p_now ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
      ) RETURNING id, notice, queued_at, attempts INTO taken;
      IF FOUND THEN
        answer := json_build_object('commune', each, 'id', taken.id, 'notice', taken.notice,
          'queuedAt', floor(extract(epoch FROM taken.queued_at) * 1000), 'attempts', taken.attempts);
        EXIT;
      END IF;
    END LOOP;
    ${goTo("origin")}
    RETURN answer;
  END $$`,

  `CREATE FUNCTION outbox_counts(OUT waiting int, OUT parked int) STABLE ${asCaller} AS $$
  DECLARE origin text := coalesce(current_setting('portail.commune', true), ''); each int; here record;
  BEGIN
    waiting := 0; parked := 0;
    FOR each IN SELECT id FROM commune LOOP
      ${goTo("each")}
      SELECT count(due_at) AS waiting, count(*) - count(due_at) AS parked INTO here FROM outbox;
      waiting := waiting + here.waiting; parked := parked + here.parked;
    END LOOP;
    ${goTo("origin")}
  END $$`,

  `CREATE FUNCTION write_key_forget(p_before timestamptz) RETURNS int VOLATILE ${asCaller} AS $$
  DECLARE
    origin text := coalesce(current_setting('portail.commune', true), '');
    each int; here int; forgotten int := 0;
  BEGIN
    FOR each IN SELECT id FROM commune LOOP
      ${goTo("each")}
      DELETE FROM write_key WHERE at < p_before;
      GET DIAGNOSTICS here = ROW_COUNT;
      forgotten := forgotten + here;
    END LOOP;
    ${goTo("origin")}
    RETURN forgotten;
  END $$`
]
