import { Injectable } from '@nestjs/common';
import { missionUid } from '../../core/mission-calendar.js';
import { canLookBack } from '../../core/missions.js';
import { Database } from '../../platform/database/index.js';
import { dayIn, type MailCalendar, type MailContent } from '../../platform/mail/index.js';
import { ComposesNotice, type NoticeToCompose } from '../notices/index.js';
import { Mission } from './mission.entity.js';
import { MissionLinks } from './mission-links.js';
import { datesChanged, expertReplaced, missionMoved, ratingAsked, reportAsked, reportHanded } from './mission-notices.service.js';
import { MISSION_WORDS, type MissionWords } from './mission-words.js';

type Mail = Promise<MailContent | null>;
type Says = 'changed' | 'replaced' | 'takenOver' | 'reportAsked' | 'moved' | 'ratingAsked' | 'reported';

/** Writes mails about missions from the present state, or says that they are no longer true. */
@Injectable()
export class MissionComposer {
  constructor(
    private readonly database: Database,
    private readonly links: MissionLinks,
  ) {}

  @ComposesNotice(datesChanged)
  async changed(notice: NoticeToCompose): Mail {
    const mission = await this.mission(notice);
    return hasBeenGivenUp(mission) ? null : withDays(notice, mission, 'changed', 'publish');
  }

  @ComposesNotice(expertReplaced)
  async replaced(notice: NoticeToCompose): Mail {
    const mission = await this.mission(notice);
    return mission.arrivedOn === null ? withDays(notice, mission, 'replaced', 'cancel') : withDays(notice, mission, 'takenOver', 'publish');
  }

  @ComposesNotice(reportAsked)
  async report(notice: NoticeToCompose): Mail {
    const mission = await this.mission(notice);
    if (!canLookBack(mission) || mission.reportedAt !== null) return null;
    const { writeReport, noAccount } = MISSION_WORDS[notice.recipient.language];
    return {
      ...write(notice, mission, 'reportAsked'),
      action: { label: writeReport, url: this.links.report(mission.id) },
      closing: [noAccount],
    };
  }

  @ComposesNotice(missionMoved)
  moved(notice: NoticeToCompose): Mail {
    return this.withPage(notice, 'moved');
  }

  @ComposesNotice(ratingAsked)
  async rating(notice: NoticeToCompose): Mail {
    return (await this.mission(notice)).rating === null ? this.withPage(notice, 'ratingAsked') : null;
  }

  @ComposesNotice(reportHanded)
  handed(notice: NoticeToCompose): Mail {
    return this.withPage(notice, 'reported');
  }

  private async withPage(notice: NoticeToCompose, says: Says): Mail {
    const mission = await this.mission(notice);
    const { openMission } = MISSION_WORDS[notice.recipient.language];
    return { ...write(notice, mission, says), action: { label: openMission, url: this.links.mission(mission.id) } };
  }

  private mission({ subjectId }: NoticeToCompose): Promise<Mission> {
    return this.database.read.getRepository(Mission).findOneByOrFail({ id: subjectId });
  }
}

/** New days of a mission that somebody else has taken over would come back into a calendar that they were taken out of. */
function hasBeenGivenUp({ state }: Mission): boolean {
  return state === 'replaced' || state === 'cancelled';
}

function write({ recipient }: NoticeToCompose, mission: Mission, says: Says): MailContent {
  const { language, name } = recipient;
  const words: MissionWords = MISSION_WORDS[language];
  return {
    language,
    subject: words[says].subject,
    greeting: words.greeting(name),
    paragraphs: [words[says].text],
    facts: [
      { label: words.labels.reference, value: mission.reference },
      { label: words.labels.from, value: dayIn(language, mission.startsOn) },
      { label: words.labels.to, value: dayIn(language, mission.endsOn) },
    ],
  };
}

/** Corrects the entry that the confirmation made in the reader's calendar, or takes it out. */
function withDays(notice: NoticeToCompose, mission: Mission, says: Says, kind: MailCalendar['kind']): MailContent {
  const { calendarTitle, calendarText } = MISSION_WORDS[notice.recipient.language];
  return {
    ...write(notice, mission, says),
    calendar: {
      uid: missionUid(mission.requestId, mission.expertId),
      kind,
      summary: `${calendarTitle} ${mission.reference}`,
      text: calendarText,
      days: { from: mission.startsOn, to: mission.endsOn },
    },
  };
}
