import { Agent, request } from 'node:http';
import { Like } from 'typeorm';
import { Account } from '../../src/features/accounts/account.entity.js';
import { Database, openDataSource } from '../../src/platform/database/index.js';
import { addressOf, startBuilt } from '../support/built-app.js';
import { newLocation } from '../support/locations.js';
import { WHOLE_SCHEMA } from '../support/schema.js';
import { describeWith } from '../support/services.js';
import { signedIn } from '../support/signed-in.js';
import { waitFor } from '../support/wait-for.js';
import { report } from './ledger-house.js';

const LIVES = 20;
/** People who send one request after the other on a connection that is kept. */
const SENDERS = 8;

describeWith('POSTGRES', 'on PostgreSQL', () => {
  it(`drops no accepted request when the service is stopped ${LIVES} times under load`, async () => {
    const location = await newLocation('postgres', WHOLE_SCHEMA);
    const database = new Database(await openDataSource(location.settings, WHOLE_SCHEMA));
    try {
      const cookie = await signedIn(database, 'administrator');
      const accepted = new Set<string>();
      const refused = new Map<string, number>();
      const exits: unknown[] = [];
      let next = startBuilt('main.js', { ...location.variables });
      for (let life = 0; life < LIVES; life += 1) {
        const app = next;
        const load = new Load(await addressOf(app), cookie, String(life), accepted, refused);
        const before = accepted.size;
        await waitFor('requests to be answered', () => accepted.size >= before + SENDERS);
        if (life + 1 < LIVES) next = startBuilt('main.js', { ...location.variables });
        exits.push(await app.end('SIGTERM'));
        await load.over;
      }
      const written = await database.read.getRepository(Account).findBy({ email: Like('load-%') });
      const unanswered = written.filter(({ email }) => !accepted.has(email)).length;
      const promised = accepted.size - (written.length - unanswered);
      report(`API SIGTERMed ${LIVES} times under load`, {
        accepted: accepted.size,
        lost: promised,
        writtenWithoutAnswer: unanswered,
        refusedBeforeAccepted: [...refused.values()].reduce((sum, count) => sum + count, 0),
      });
      expect({ promised, unanswered }).toEqual({ promised: 0, unanswered: 0 });
      expect(exits).toEqual(Array.from({ length: LIVES }, () => 0));
      expect([...refused.keys()].filter((answer) => !['503', 'ECONNREFUSED', 'ECONNRESET'].includes(answer))).toEqual([]);
    } finally {
      await database.onApplicationShutdown();
      await location.remove();
    }
  }, 300_000);
});

/** Requests until the service takes no more. Each asks for one account more; those that were answered are kept by address. */
class Load {
  readonly over: Promise<unknown>;
  private sent = 0;
  private readonly agent = new Agent({ keepAlive: true, maxSockets: SENDERS });

  constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly life: string,
    private readonly accepted: Set<string>,
    private readonly refused: Map<string, number>,
  ) {
    this.over = Promise.all(Array.from({ length: SENDERS }, () => this.send())).finally(() => this.agent.destroy());
  }

  private async send(): Promise<void> {
    for (;;) {
      const email = `load-${this.life}-${this.sent++}@example.org`;
      const answer = await this.post(JSON.stringify({ email, name: 'Fictional', role: 'recruiter', password: 'a quiet long password' }));
      if (answer !== '201') {
        this.refused.set(answer, (this.refused.get(answer) ?? 0) + 1);
        return;
      }
      this.accepted.add(email);
    }
  }

  /** The status, or the code of the error when there was no answer. */
  private post(body: string): Promise<string> {
    return new Promise((resolve) => {
      const headers = { 'content-type': 'application/json', cookie: this.cookie };
      const sent = request(`${this.url}/api/v1/accounts`, { method: 'POST', agent: this.agent, headers }, (answer) => {
        answer.on('end', () => resolve(String(answer.statusCode)));
        answer.on('error', (error: NodeJS.ErrnoException) => resolve(`cut off ${error.code}`));
        answer.resume();
      });
      sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
      sent.end(body);
    });
  }
}
