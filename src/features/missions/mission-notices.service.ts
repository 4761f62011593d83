import { Injectable } from '@nestjs/common';
import type { MissionStep } from '../../core/missions.js';
import type { Tx } from '../../platform/database/index.js';
import { Offices } from '../accounts/index.js';
import { defineNotice, type NoticeReason, Notices } from '../notices/index.js';
import type { Mission } from './mission.entity.js';

const page = { page: { path: '/missions', permission: 'surge:read' } } as const;

/** To the expert: the first or the last day has changed. */
export const datesChanged = defineNotice('mission.dates-changed', { title: 'New dates of a mission', ...page });
/** To the expert: a colleague takes over. */
export const expertReplaced = defineNotice('mission.expert-replaced', { title: 'A mission taken over by somebody else', ...page });
/** To the expert: please write the report. */
export const reportAsked = defineNotice('mission.report-asked', { title: 'Report asked from the expert', ...page });
/** To the office that asked: extended, ended early, or somebody else will come. */
export const missionMoved = defineNotice('mission.moved', { title: 'News of a mission', ...page });
/** To the office that asked: please rate it. */
export const ratingAsked = defineNotice('mission.rating-asked', { title: 'Rating asked from the office', ...page });
/** To officers: the report is there. */
export const reportHanded = defineNotice('mission.report-handed', { title: 'Report handed in', ...page });

const TO_EXPERT: Readonly<Partial<Record<MissionStep, readonly NoticeReason[]>>> = {
  extend: [datesChanged],
  'end-early': [datesChanged, reportAsked],
  complete: [reportAsked],
  replace: [expertReplaced],
};
const TO_OFFICE: Readonly<Partial<Record<MissionStep, readonly NoticeReason[]>>> = {
  extend: [missionMoved],
  'end-early': [missionMoved, ratingAsked],
  complete: [ratingAsked],
  replace: [missionMoved],
};

/** Of somebody who was on the ground until somebody else took over, the same is asked as at the end of a mission. */
const LOOKING_BACK = { expert: [reportAsked], office: [ratingAsked] } as const;

/** Who is told what about a mission: once for each person, reason and change. */
@Injectable()
export class MissionNotices {
  constructor(
    private readonly notices: Notices,
    private readonly offices: Offices,
  ) {}

  /** What follows from a step; `writer` is the account that wrote the request, null where it is not known, `moved` whether the dates have changed. */
  async after(tx: Tx, mission: Mission, step: MissionStep, writer: string | null, moved = false): Promise<void> {
    const lookBack = step === 'replace' && mission.arrivedOn !== null;
    const told = [...(TO_EXPERT[step] ?? []), ...(lookBack ? LOOKING_BACK.expert : [])];
    // Whoever is replaced has no new dates: the mail says that the days are free.
    if (moved && step !== 'replace' && !told.includes(datesChanged)) told.unshift(datesChanged);
    for (const reason of told) await this.expect(tx, mission, reason, { kind: 'expert', id: mission.expertId });
    if (writer === null) return;
    // Of a successor only one notice asks for the rating, whether the mission ended before or after they came.
    for (const id of await this.offices.of(tx, mission.country, writer))
      for (const reason of [...(TO_OFFICE[step] ?? []), ...(lookBack ? LOOKING_BACK.office : [])])
        if (reason === ratingAsked && id !== writer) await this.ratingFor(tx, mission, id);
        else await this.expect(tx, mission, reason, { kind: 'account', id });
  }

  /** Once for each mission and person: somebody of the office who was not there when the rating was asked. */
  async ratingFor(tx: Tx, mission: Mission, accountId: string): Promise<void> {
    const recipient = { kind: 'account' as const, id: accountId };
    await this.notices.expect(tx, {
      reason: ratingAsked,
      recipient,
      subjectId: mission.id,
      key: `${ratingAsked.name}:${mission.id}:${accountId}`,
    });
  }

  /** Once for each mission: a better version of the report is on the same page. */
  async reported(tx: Tx, mission: Mission): Promise<void> {
    const key = `${reportHanded.name}:${mission.id}`;
    await this.notices.expect(tx, { reason: reportHanded, recipient: { role: 'surge-officer' }, subjectId: mission.id, key });
  }

  private expect(
    tx: Tx,
    { id, version }: Mission,
    reason: NoticeReason,
    recipient: { kind: 'expert' | 'account'; id: string },
  ): Promise<unknown> {
    return this.notices.expect(tx, { reason, recipient, subjectId: id, key: `${reason.name}:${id}:${version}:${recipient.id}` });
  }
}
