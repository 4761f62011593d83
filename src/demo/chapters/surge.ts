import { addDays } from '../../core/dates.js';
import { countryName } from '../../platform/reference-data/index.js';
import { dayText, momentText } from '../../web/components/index.js';
import { found, must } from '../demo-failure.js';
import { DeskClient } from '../desk-client.js';
import { type Player, player, type Stage } from '../stage.js';
import { COUNTRY, SECOND_COUNTRY } from './accounts.js';
import { type ProposalSeen, type QueueSeen, type RequestSeen, step } from './surge-api.js';

/** The two requests of the story, and the expert who is offered both. */
export interface Offered {
  readonly requestId: string;
  readonly secondId: string;
  readonly expertId: string;
  /** Speaks for the agency that has to release the expert. */
  readonly focalPoint: Player;
}

const HOURS = 12;

/** An immediate request overtakes a planned one in the queue; an officer decides, sees who is free, and offers. */
export async function offerMission(stage: Stage): Promise<Offered> {
  const { terminal, today } = stage;
  const officer = player(stage, 'surge-officer').desk;
  const mission = { startsOn: addDays(today, 3), endsOn: addDays(today, 3 + 44) };

  terminal.chapter('Two Resident Coordinators ask for help');
  const second = await player(stage, 'second-coordinator').desk.post<RequestSeen>('surge-requests', {
    ...mission,
    urgency: 'planned',
    severity: 2,
    seats: 1,
    level: 'P-4',
    languages: [{ language: 'en', level: 3 }],
    submit: true,
    urgencyReason: 'The follow-up to the review has to be planned before the end of the year.',
    situation: 'The country team prepares a joint plan for the recommendations that the country has accepted.',
    tasks: 'Advise the country team on the plan and train its members.',
  });
  terminal.say(`${countryName(SECOND_COUNTRY)} submits ${second.request.reference}: planned, severity 2. It was there first.`);
  const asked = await player(stage, 'resident-coordinator').desk.post<RequestSeen>('surge-requests', {
    ...mission,
    urgency: 'immediate',
    severity: 4,
    seats: 1,
    level: 'P-5',
    languages: [{ language: 'en', level: 3 }],
    submit: true,
    urgencyReason: 'Violence is reported from two counties, and nobody is there to document it.',
    situation: 'An imminent situation that the country team cannot follow with its own staff.',
    tasks: 'Monitor and report, advise the Resident Coordinator, and set up a protection working group.',
    hosting: 'Office space and a vehicle with the Resident Coordinator.',
    security: 'Security clearance is arranged by the country team.',
    fundingSource: 'interagency',
  });
  terminal.say(
    `${countryName(COUNTRY)} submits ${asked.request.reference}: immediate, severity 4, from ${dayText(mission.startsOn)} to ${dayText(mission.endsOn)}.`,
  );

  terminal.chapter('The queue of the surge desk');
  const queue = await officer.get<readonly QueueSeen[]>('surge-requests');
  terminal.table(['Place', 'Request', 'Country', 'Urgency', 'Severity', 'Clock used', 'Due'], queue.map(queueRow));
  must(queue[0]?.request.id === asked.request.id, 'The immediate request does not stand first in the queue.');
  terminal.done('The immediate request stands first, although the planned one has waited longer.');

  terminal.chapter('An officer decides');
  for (const id of [asked.request.id, second.request.id]) {
    await step(officer, id, 'review');
    await step(officer, id, 'approve', 'The need is plausible, the dates are realistic, and hosting is agreed.');
    await step(officer, id, 'match');
  }
  terminal.say(
    'The officer takes both requests, approves them, and says why: "The need is plausible, the dates are realistic, and hosting is agreed." The reason stays with the request.',
  );
  const proposal = await officer.get<ProposalSeen>(`surge-requests/${asked.request.id}/proposal`);
  // The best whose agency has to release them, so that a release can be shown.
  const choice = found(
    proposal.proposed.find(({ agency }) => agency !== null),
    'Nobody is proposed for the mission whom an agency has to release.',
  );
  terminal.say(
    `Of ${proposal.considered.toLocaleString('en-US')} profiles ${proposal.eligible.toLocaleString('en-US')} meet the requirements. Proposed, because they are free on these dates:`,
  );
  terminal.table(
    ['Rank', 'Roster number', 'Score', 'Has to release'],
    proposal.proposed.map(({ rank, number, total, agency }) => [
      String(rank),
      String(number),
      (total / 10_000).toFixed(2),
      agency ?? 'nobody',
    ]),
  );
  if (proposal.busy.length > 0)
    terminal.say(
      `Not proposed, because they are away or booked: roster numbers ${proposal.busy
        .slice(0, 5)
        .map(({ number }) => number)
        .join(', ')}.`,
    );

  const focalPoint = await focalPointOf(stage, choice.agency ?? '');
  const offered = await offer(stage, asked.request.id, choice.expertId);
  const sent = found(
    offered.offers.find((one) => one.expertId === choice.expertId),
    'The offer is not in the request.',
  );
  terminal.done(
    `The officer offers the mission to roster number ${choice.number}, who has ${HOURS} hours to answer: until ${momentText(sent.deadline)}. Nobody is dispatched by a machine.`,
  );
  terminal.say(`${choice.agency} is asked for the release at the same time, with a deadline of its own.`);
  return { requestId: asked.request.id, secondId: second.request.id, expertId: choice.expertId, focalPoint };
}

/** The focal point of the story where it is theirs; for another agency the administrator adds one. */
async function focalPointOf(stage: Stage, agency: string): Promise<Player> {
  const ours = player(stage, 'agency-focal-point');
  if (ours.actor.agency === agency) return ours;
  const account = { email: 'fran.focal@example.org', name: 'Fran Focal', role: 'agency-focal-point' as const, agency };
  const added = await player(stage, 'administrator').desk.post<{ account: { id: string }; password: string }>('accounts', account);
  stage.terminal.say(`${agency} has no focal point at the desk yet, so the administrator adds ${account.name}.`);
  const { email, name, role } = account;
  return {
    actor: { accountId: added.account.id, role, name, country: null, agency },
    email,
    password: added.password,
    desk: await DeskClient.signIn(stage.url, email, added.password),
  };
}

/** Offers a mission on the newest version of the request. */
export async function offer(stage: Stage, requestId: string, expertId: string): Promise<RequestSeen> {
  const officer = player(stage, 'surge-officer').desk;
  const { version } = (await officer.get<RequestSeen>(`surge-requests/${requestId}`)).request;
  return officer.post(`surge-requests/${requestId}/offers`, {
    experts: [expertId],
    hours: HOURS,
    version,
  });
}

function queueRow({ place, request, clock }: QueueSeen): string[] {
  const used = `${Math.floor(clock.usedSeconds / 3600)} of ${clock.allowedSeconds / 3600} h`;
  return [
    String(place),
    request.reference,
    countryName(request.country),
    request.urgency,
    String(request.severity),
    used,
    clock.dueAt ? momentText(clock.dueAt) : '–',
  ];
}
