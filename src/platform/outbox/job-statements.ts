const ISO = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

/** The present by PostgreSQL, as text like all moments, and so many seconds later. */
const postgresNow = (seconds = '0'): string =>
  `to_char((clock_timestamp() + make_interval(secs => ${seconds})) AT TIME ZONE 'UTC', ${ISO})`;
const sqliteNow = (seconds = '0'): string => `strftime('%Y-%m-%dT%H:%M:%fZ', 'now', (${seconds}) || ' seconds')`;

/** A lease that ends later than any clock of today could have set it was set before the clock was put back. */
const free = (now: (seconds?: string) => string, lease: string): string =>
  `(locked_until IS NULL OR locked_until < ${now()} OR locked_until > ${now(`2 * ${lease}`)})`;

/**
 * A job that was handed over is due, whatever the clock of this process says: the relay has decided. One that waits for its
 * moment has its next hand-over at that moment.
 */
const due = (now: string): string => `(hand_at > due_at OR due_at <= ${now})`;

/**
 * Lists come as JSON. On PostgreSQL rows are locked in the order of their ids before they are changed, so that two processes
 * never wait for each other in a circle; whoever takes or claims passes by what another has in its hands. A run that is alive
 * touches `locked_until` only, which stands in no index: most of the writing is then cheap.
 */
const POSTGRES = {
  write: `
    INSERT INTO outbox_jobs (id, name, payload, state, due_at, hand_at, attempts, handovers, created_at)
    SELECT id, $2, payload, 'pending', $3, $3, 0, 0, $4 FROM json_to_recordset($1::json) AS job(id varchar, payload text)`,
  claim: `
    WITH mine AS (
      SELECT id FROM outbox_jobs
      WHERE id = ANY (ARRAY(SELECT json_array_elements_text($1::json))) AND name = ANY (ARRAY(SELECT json_array_elements_text($2::json)))
        AND state = 'pending' AND ${due('$3')} AND ${free(postgresNow, '$4::int')}
      ORDER BY id FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE outbox_jobs job SET attempts = attempts + 1, locked_until = ${postgresNow('$4::int')}
      FROM mine WHERE job.id = mine.id RETURNING job.id, job.name, job.payload, job.attempts
    ) SELECT * FROM claimed`,
  keep: `
    WITH mine AS (
      SELECT job.id FROM outbox_jobs job
      JOIN json_to_recordset($1::json) AS run(id varchar, attempts int) ON run.id = job.id AND run.attempts = job.attempts
      WHERE job.state = 'pending' ORDER BY job.id FOR UPDATE OF job
    ), kept AS (
      UPDATE outbox_jobs job SET locked_until = ${postgresNow('$2::int')} FROM mine WHERE job.id = mine.id RETURNING job.id
    ) SELECT * FROM kept`,
  giveBack: `
    WITH mine AS (
      SELECT job.id FROM outbox_jobs job
      JOIN json_to_recordset($1::json) AS run(id varchar, attempts int) ON run.id = job.id AND run.attempts = job.attempts
      WHERE job.state = 'pending' ORDER BY job.id FOR UPDATE OF job
    ), given AS (
      UPDATE outbox_jobs job SET hand_at = $2, attempts = attempts - 1, locked_until = NULL FROM mine WHERE job.id = mine.id RETURNING job.id
    ) SELECT * FROM given`,
  take: `
    WITH due AS (
      SELECT id FROM outbox_jobs
      WHERE hand_at <= $1 AND (locked_until IS NULL OR NOT $5::boolean AND ${free(postgresNow, '$4::int')})
      ORDER BY hand_at LIMIT $3 FOR UPDATE SKIP LOCKED
    ), taken AS (
      UPDATE outbox_jobs job SET hand_at = $2, handovers = handovers + 1 FROM due WHERE job.id = due.id
      RETURNING job.id, job.handovers, job.due_at
    ) SELECT id, handovers FROM taken ORDER BY due_at, id`,
  finish: `
    WITH mine AS (
      SELECT id FROM outbox_jobs WHERE id = ANY (ARRAY(SELECT json_array_elements_text($1::json))) AND state = 'pending' ORDER BY id FOR UPDATE
    ), finished AS (
      UPDATE outbox_jobs job SET state = 'done', finished_at = $2, hand_at = NULL, locked_until = NULL, failure = NULL
      FROM mine WHERE job.id = mine.id RETURNING job.id
    ) SELECT * FROM finished`,
} as const;

/** SQLite takes parameters by position only, so they are named in front. */
const given = (name: string): string => `(SELECT ${name} FROM given)`;

const SQLITE = {
  write: `
    WITH given(jobs, name, due_at, now) AS (SELECT ?, ?, ?, ?)
    INSERT INTO outbox_jobs (id, name, payload, state, due_at, hand_at, attempts, handovers, created_at)
    SELECT value ->> 'id', ${given('name')}, value ->> 'payload', 'pending', ${given('due_at')}, ${given('due_at')}, 0, 0, ${given('now')}
    FROM json_each(${given('jobs')})`,
  claim: `
    WITH given(ids, names, now, lease) AS (SELECT ?, ?, ?, ?)
    UPDATE outbox_jobs SET attempts = attempts + 1, locked_until = ${sqliteNow(given('lease'))}
    WHERE id IN (SELECT value FROM json_each(${given('ids')})) AND name IN (SELECT value FROM json_each(${given('names')}))
      AND state = 'pending' AND ${due(given('now'))} AND ${free(sqliteNow, given('lease'))}
    RETURNING id, name, payload, attempts`,
  keep: `
    WITH given(runs, lease) AS (SELECT ?, ?)
    UPDATE outbox_jobs SET locked_until = ${sqliteNow(given('lease'))}
    WHERE state = 'pending' AND (id, attempts) IN (SELECT value ->> 'id', value ->> 'attempts' FROM json_each(${given('runs')}))
    RETURNING id`,
  giveBack: `
    WITH given(runs, now) AS (SELECT ?, ?)
    UPDATE outbox_jobs SET hand_at = ${given('now')}, attempts = attempts - 1, locked_until = NULL
    WHERE state = 'pending' AND (id, attempts) IN (SELECT value ->> 'id', value ->> 'attempts' FROM json_each(${given('runs')}))
    RETURNING id`,
  take: `
    WITH given(now, hand_at, most, lease, idle_only) AS (SELECT ?, ?, ?, ?, ?)
    UPDATE outbox_jobs SET hand_at = ${given('hand_at')}, handovers = handovers + 1
    WHERE id IN (
      SELECT id FROM outbox_jobs
      WHERE hand_at <= ${given('now')} AND (locked_until IS NULL OR NOT ${given('idle_only')} AND ${free(sqliteNow, given('lease'))})
      ORDER BY hand_at LIMIT ${given('most')}
    )
    RETURNING id, handovers`,
  finish: `
    WITH given(ids, now) AS (SELECT ?, ?)
    UPDATE outbox_jobs SET state = 'done', finished_at = ${given('now')}, hand_at = NULL, locked_until = NULL, failure = NULL
    WHERE state = 'pending' AND id IN (SELECT value FROM json_each(${given('ids')}))
    RETURNING id`,
} as const;

/** What Jobs, JobStore and DueJobs say to each database. */
export const STATEMENTS = { postgres: POSTGRES, sqlite: SQLITE } as const;
