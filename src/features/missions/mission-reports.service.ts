import { Injectable } from '@nestjs/common';
import type { Actor } from '../../core/access.js';
import { DomainError, notFound } from '../../core/errors.js';
import { canLookBack } from '../../core/missions.js';
import { Clock } from '../../platform/clock.js';
import { Database, lockRow } from '../../platform/database/index.js';
import { Mission } from './mission.entity.js';
import { MissionBook } from './mission-book.service.js';
import { MissionLinks } from './mission-links.js';
import { MissionNotices } from './mission-notices.service.js';
import type { MissionRatingDto, MissionReportDto } from './missions.dto.js';

/** Looking back on a mission: the expert's report by link, and the rating by the office that asked. */
@Injectable()
export class MissionReports {
  constructor(
    private readonly database: Database,
    private readonly book: MissionBook,
    private readonly links: MissionLinks,
    private readonly notices: MissionNotices,
    private readonly clock: Clock,
  ) {}

  /** What the link's page shows. Changes nothing. Throws `not-found` for a token that is forged or cut. */
  async open(token: string): Promise<Mission> {
    const id = this.links.missionOf(token);
    const mission = id === undefined ? null : await this.database.read.getRepository(Mission).findOneBy({ id });
    if (!mission) throw notFound('mission');
    return mission;
  }

  /** Hands in the report, or a better version of it while the mission is not closed. Throws `not-found` or `mission.not-allowed`. */
  async hand(token: string, { report }: MissionReportDto): Promise<void> {
    const { id } = await this.open(token);
    await this.database.transaction(async (tx) => {
      const mission = await lockRow(tx, Mission, { id });
      if (!mission) throw notFound('mission');
      mustBeOpenForLookingBack(mission);
      Object.assign(mission, { report: report.trim(), reportedAt: this.clock.iso() });
      await this.book.write(tx, mission, { kind: 'reported', by: 'expert' });
      await this.notices.reported(tx, mission);
    });
  }

  /** Rates the mission, or corrects the rating while it is not closed. Throws `not-found`, `conflict.stale` or `mission.not-allowed`. */
  async rate(id: string, { rating, comment, version }: MissionRatingDto, me: Actor): Promise<void> {
    await this.database.transaction(async (tx) => {
      const mission = await this.book.lock(tx, id, me, version);
      mustBeOpenForLookingBack(mission);
      Object.assign(mission, { rating, ratingComment: comment.trim(), ratedAt: this.clock.iso() });
      await this.book.write(tx, mission, { kind: 'rated', by: me });
    });
  }
}

function mustBeOpenForLookingBack(mission: Mission): void {
  if (canLookBack(mission)) return;
  throw new DomainError(
    'mission.not-allowed',
    `The mission is ${mission.state}. A report and a rating are taken once the expert is on the ground, until the mission is closed.`,
  );
}
