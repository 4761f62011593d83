import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ROLE_NAMES, ROLES } from '../../core/access.js';
import { AccountsService } from '../../features/accounts/index.js';
import { countryName } from '../../platform/reference-data/index.js';
import { found } from '../demo-failure.js';
import { DeskClient } from '../desk-client.js';
import type { Part, Player } from '../stage.js';
import type { Terminal } from '../terminal.js';

/** The country of the story, and that of the request which waits behind it. */
export const COUNTRY = 'KEN';
export const SECOND_COUNTRY = 'MDA';

interface DemoAccount {
  readonly part: Part;
  readonly name: string;
  readonly country?: string;
  readonly agency?: string;
}

const ACCOUNTS: readonly DemoAccount[] = [
  { part: 'recruiter', name: 'Rita Recruiter' },
  { part: 'surge-officer', name: 'Sam Surge' },
  { part: 'resident-coordinator', name: 'Cora Coordinator', country: COUNTRY },
  { part: 'second-coordinator', name: 'Milo Coordinator', country: SECOND_COUNTRY },
  { part: 'panel-member', name: 'Pat Panel' },
  { part: 'agency-focal-point', name: 'Fay Focal', agency: 'UNDP' },
  { part: 'fund-manager', name: 'Finn Fund' },
  { part: 'auditor', name: 'Audrey Auditor' },
  { part: 'administrator', name: 'Ada Administrator' },
];

/** Makes one account per role, with a password of its own, and signs each of them in. */
export async function makeAccounts(app: NestFastifyApplication, url: string): Promise<ReadonlyMap<Part, Player>> {
  const accounts = app.get(AccountsService, { strict: false });
  const players = new Map<Part, Player>();
  for (const { part, name, country, agency } of ACCOUNTS) {
    const role = ROLES.find((one) => one === part) ?? 'resident-coordinator';
    const { account, password } = await accounts.add(
      { email: `${name.toLowerCase().replace(' ', '.')}@example.org`, name, role, country, agency },
      'system',
    );
    const actor = found(await accounts.actor(account.id), 'A new account cannot act.');
    const secret = found(password, 'A new account has no password.');
    players.set(part, { actor, email: account.email, password: secret, desk: await DeskClient.signIn(url, account.email, secret) });
  }
  return players;
}

export function showAccounts(terminal: Terminal, players: ReadonlyMap<Part, Player>): void {
  const rows = [...players.values()].map(({ actor, email, password }) => [`${ROLE_NAMES[actor.role]}${where(actor)}`, email, password]);
  terminal.table(['Who', 'E-mail', 'Password'], rows);
}

function where({ country, agency }: Player['actor']): string {
  const place = country ? countryName(country) : agency;
  return place ? `, ${place}` : '';
}
