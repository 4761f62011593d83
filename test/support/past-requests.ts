import { SurgeRequest } from '../../src/features/surge/index.js';
import { type Database, newId } from '../../src/platform/database/index.js';

const STATES = ['closed', 'declined', 'stood-down', 'completed', 'deployed'] as const;
const COUNTRIES = ['KEN', 'UGA', 'NPL', 'MLI', 'HTI'];
const START = Date.parse('2016-01-01T00:00:00.000Z');
const CHUNK = 250;

/** Makes them so many that are over, one an hour since 2016, with a line of history each; so many are there `already`. */
export async function addPastRequests(database: Database, count: number, already = 0): Promise<void> {
  for (let from = already; from < count; from += CHUNK) {
    const requests = Array.from({ length: Math.min(CHUNK, count - from) }, (_, index) => pastRequest(from + index));
    await database.transaction(async (tx) => {
      await tx.getRepository(SurgeRequest).insert(requests);
      await tx.query(
        `INSERT INTO surge_events (id, request_id, kind, at, actor_id, to_state)
         VALUES ${requests.map(({ id, createdAt, state }) => `('${newId()}', '${id}', 'submit', '${createdAt}', 'system', '${state}')`).join(', ')}`,
      );
    });
  }
  await database.read.query('ANALYZE');
}

function pastRequest(index: number): SurgeRequest {
  const at = new Date(START + index * 3_600_000).toISOString();
  return {
    id: newId(),
    reference: `SR-2016-${String(index + 1).padStart(6, '0')}`,
    formKey: null,
    lastForm: null,
    country: COUNTRIES[index % COUNTRIES.length] ?? 'KEN',
    state: STATES[index % STATES.length] ?? 'closed',
    version: 5,
    urgency: 'urgent',
    urgencyReason: 'The vote is in nine days and arrests have begun.',
    severity: 3,
    situation: 'Mass arrests before the vote. '.repeat(10),
    tasks: 'Monitor detention and advise the country team.',
    startsOn: at.slice(0, 10),
    endsOn: at.slice(0, 10),
    travelBefore: 1,
    travelAfter: 1,
    holding: 'on-acceptance',
    seats: 1,
    level: 'P-4',
    languages: [],
    themes: [],
    hosting: '',
    security: '',
    fundingSource: 'undecided',
    move: 'as-ruled',
    followsId: null,
    createdBy: 'system',
    createdAt: at,
    officerId: null,
    submittedAt: at,
    pausedAt: null,
    pausedSeconds: 0,
    stoppedAt: new Date(Math.floor((START + index * 3_600_000) / 7_200_000) * 7_200_000).toISOString(), // two share each moment
    unmatchedSince: null,
  };
}
