import type { Actor } from '../../src/core/access.js';
import { Account } from '../../src/features/accounts/account.entity.js';
import { RosterImporter } from '../../src/features/roster/index.js';
import { ReleaseDesk } from '../../src/features/surge/index.js';
import { newId } from '../../src/platform/database/index.js';
import { csvSource, RECRUITER } from './roster-desk.js';
import { type SurgeDesk, surgeRoster } from './surge-desk.js';

/** Gives a desk without experts so many staff of an agency, and focal points of that agency and of another. */
export async function withAgency(desk: SurgeDesk, experts: number, agency = 'UNDP', reachable = true) {
  const roster = surgeRoster(experts).replaceAll('external||active', `interagency|${agency}|active`);
  await desk.module.get(RosterImporter, { strict: false }).run(csvSource(roster), { actor: RECRUITER });
  const focalPoint = async (email: string, of: string): Promise<Actor> => {
    const account = {
      id: newId(),
      email,
      name: `Focal point of ${of}`,
      role: 'agency-focal-point' as const,
      country: null,
      agency: of,
      passwordHash: 'nobody signs in',
      disabled: !reachable,
      createdAt: desk.clock.iso(),
    };
    await desk.database.read.getRepository(Account).insert(account);
    return { accountId: account.id, role: account.role, name: account.name, country: null, agency: of };
  };
  const releases = desk.module.get(ReleaseDesk);
  const own = await focalPoint('focal@undp.example', agency);
  return {
    releases,
    own,
    other: await focalPoint('focal@unicef.example', 'UNICEF'),
    /** Decides the release of the offer. */
    async decide(offerId: string, decision: 'grant' | 'refuse', me = own): Promise<void> {
      const asked = await desk.database.read.query(`SELECT id FROM surge_releases WHERE offer_id = '${offerId}'`);
      await releases.decide(asked[0].id, { decision, reason: 'Needed for the flood response.' }, me);
    },
  };
}
