/**
 * How long the health check of a process takes while 50 connections ask for rankings all the time, against an idle one:
 * `npm run bench:health`, or with sizes of your own, `npm run bench:health -- 100000 10000`. First the rankings alone, of
 * as many profiles as the first number says; then questions of the whole service on SQLite with as many as the second.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addDays } from '../../src/core/dates.js';
import { Pool, type Ranking, rank } from '../../src/core/matching/index.js';
import type { Requirement } from '../../src/core/requirement.js';
import { Turns } from '../../src/platform/turns.js';
import { AS_OF } from '../support/experts.js';
import { median, quantile, TOP } from './contest.js';
import { openHouse } from './house.js';
import { differentRequests } from './requests.js';
import { fictionalRoster } from './roster.js';
import { type Asking, atRestAndBusy, LongestTurn, SECONDS, watch } from './watching.js';

const CONNECTIONS = 50;
/** What the project promises, in milliseconds. */
const PROMISED = 100;

/** Three weeks of a person who speaks French. */
const MISSION = {
  urgency: 'immediate',
  urgencyReason: 'The vote is near and arrests have begun.',
  severity: 4,
  situation: 'Mass arrests before the vote.',
  tasks: 'Monitor detention and advise the country team.',
  startsOn: addDays(AS_OF, 30),
  endsOn: addDays(AS_OF, 50),
  seats: 1,
  level: 'P-4',
  languages: [{ language: 'fr', level: 3 }],
  themes: ['detention'],
  hosting: 'A desk in the office.',
  security: 'Curfew after dark.',
  fundingSource: 'undecided',
  submit: true,
};

await rankings(Number(process.argv[2] ?? 100_000));
await service(Number(process.argv[3] ?? 10_000));

async function rankings(size: number): Promise<void> {
  const pool = Pool.of(fictionalRoster(size), AS_OF);
  const requests = differentRequests(1000);
  const turns = new Turns();
  let asked = 0;
  const ranking = async (): Promise<Ranking> => {
    // As RosterPool hands out the pool.
    await turns.next();
    return rank(pool, requests[asked++ % requests.length] as Requirement, TOP);
  };
  const server = createServer((request, response) => {
    if (request.url === '/rank') void ranking().then((answer) => response.end(JSON.stringify(answer)));
    else response.end('{"live":true}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await report(`${size} profiles, nothing but rankings`, { port, connections: CONNECTIONS, path: '/rank' });
  server.close();
  server.closeAllConnections();
}

/** Each question by 50 connections at once, as people ask it from the pages. */
async function service(size: number): Promise<void> {
  const house = await openHouse(size);
  try {
    const [recruiter, coordinator, officer] = [
      await house.cookie('recruiter'),
      await house.cookie('resident-coordinator'),
      await house.cookie('surge-officer'),
    ];
    const post = await house.call(recruiter, 'POST', '/posts', { country: 'KEN' });
    const run = await house.call(recruiter, 'POST', `/posts/${post.id}/shortlists`);
    const { request: mission } = await house.call(coordinator, 'POST', '/surge-requests', MISSION);
    const questions: readonly (Omit<Asking, 'port' | 'connections'> & { readonly name: string })[] = [
      { name: 'who could go on a mission', path: `/api/v1/surge-requests/${mission.id}/proposal`, cookie: officer },
      { name: 'a shortlist under other weights', path: `/api/v1/shortlists/${run.id}/preview?themes=60&experience=40`, cookie: recruiter },
      { name: 'the page of a shortlist', path: `/shortlists/${run.id}`, cookie: recruiter },
      { name: 'the balance of a shortlist', path: `/api/v1/shortlists/${run.id}/balance`, cookie: recruiter },
      { name: 'the robustness of a shortlist', path: `/api/v1/shortlists/${run.id}/robustness?seed=*`, cookie: recruiter },
      { name: 'a new shortlist', path: `/api/v1/posts/${post.id}/shortlists`, method: 'POST', cookie: recruiter },
    ];
    for (const { name, ...question } of questions)
      await report(`${size} profiles, ${name}`, { ...question, port: house.port, connections: CONNECTIONS });
  } finally {
    await house.close();
  }
}

async function report(what: string, asking: Asking): Promise<void> {
  // The first round warms up.
  await watch(asking);
  const turns = new LongestTurn();
  const { atRest, busy, asked } = await atRestAndBusy(asking);
  const held = turns.end();
  const [idle, loaded] = [quantile(atRest.health, 99), quantile(busy.health, 99)];
  console.log(
    `${what}: ${Math.round(asked.answers / SECONDS)} answers a second${asked.refused > 0 ? `, ${asked.refused} REFUSED` : ''} to ${CONNECTIONS} connections; ` +
      `the health check takes ${loaded.toFixed(1)} ms at the 99th percentile (median ${median(busy.health).toFixed(1)}), ${(loaded / idle).toFixed(1)} times an idle one; no turn took more than ${held.toFixed(0)} ms of the processor. ` +
      `${loaded < PROMISED ? 'Within' : 'NOT within'} ${PROMISED} ms.`,
  );
}
