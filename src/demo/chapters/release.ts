import { momentText } from '../../web/components/index.js';
import { found, must } from '../demo-failure.js';
import { player, type Stage } from '../stage.js';
import { reservation, until } from './answer.js';
import type { Offered } from './surge.js';
import { type ReleaseSeen, request } from './surge-api.js';

/** The agency releases the expert: the place is certain, and the other offer is closed kindly. */
export async function releaseExpert(stage: Stage, { requestId, secondId, expertId, focalPoint: { actor, desk } }: Offered): Promise<void> {
  const { terminal } = stage;
  const officer = player(stage, 'surge-officer').desk;

  terminal.chapter('The agency releases the expert');
  const { reference } = (await request(officer, requestId)).request;
  const asked = (await desk.get<readonly ReleaseSeen[]>('releases')).find((one) => one.reference === reference);
  const release = found(asked, 'The focal point does not see the release.');
  terminal.say(`${actor.name} of ${actor.agency} sees who is asked to go where, when and what for, until ${momentText(release.deadline)}.`);
  await desk.post(`releases/${release.id}/decision`, { decision: 'grant', reason: 'The office can spare a colleague for these weeks.' });
  const filled = await request(officer, requestId);
  must(
    filled.request.state === 'filled' && filled.offers.some(({ standing }) => standing === 'firm'),
    `After the release the request is ${filled.request.state}.`,
  );
  terminal.done(`${filled.request.reference} is filled. Its history:`);
  terminal.table(
    ['When', 'What', 'By', 'Reason'],
    filled.events.map(({ at, kind, actor: by, reason }) => [momentText(at), kind, by, reason ?? '']),
  );
  await until('the other offer to the expert is closed', async () => {
    const [other] = (await request(officer, secondId)).offers;
    return other?.answerReason === 'accepted-elsewhere' ? other : null;
  });
  terminal.say('The offer of the other mission is closed for the expert, who is told so; the officers are told whom they could ask next.');
  const { version } = (await request(officer, secondId)).request;
  const again = await officer.refused(`surge-requests/${secondId}/offers`, { experts: [expertId], version });
  must(again.status === 409, `A new offer to the booked expert was answered with ${again.status}.`);
  terminal.say('An officer who offers it to the same expert again is told:');
  terminal.quote(again.detail);
  await reservation(stage, expertId);
  terminal.done('One reservation stands; the second mission stays open for somebody else.');
}
