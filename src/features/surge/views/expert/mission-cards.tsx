import type { ComponentChildren } from 'preact';
import { dayOf } from '../../../../core/dates.js';
import { awayPeriod } from '../../../../core/deployments.js';
import { localeOf, type MailLanguage } from '../../../../core/mail-languages.js';
import { daysIn } from '../../../../platform/mail/index.js';
import { countryNameIn, languageNameIn } from '../../../../platform/reference-data/index.js';
import { Card, Definition, LongDays } from '../../../../web/index.js';
import type { SurgeRequest } from '../../entities/surge-request.entity.js';
import { Paragraphs } from '../paragraphs.js';
import { OFFER_PAGE_WORDS } from './index.js';

/** What the cards of the mission are made with. */
export interface ToldMission {
  readonly request: SurgeRequest;
  readonly language: MailLanguage;
}

/** Where, when, and what for. No more than is needed to decide: the situation as the office describes it stays with the desk. */
export function MissionCard({ request, language }: ToldMission) {
  const words = OFFER_PAGE_WORDS[language].mission;
  const days = { from: request.startsOn, to: request.endsOn };
  return (
    <Card title={words.title}>
      <Definition
        items={[
          [words.country, countryNameIn(language, request.country)],
          [words.dates, <LongDays text={words.period} days={days} language={language} />],
          [words.length, daysIn(language, dayOf(days.to) - dayOf(days.from) + 1)],
          [words.away, <LongDays text={words.period} days={awayPeriod(request)} language={language} />],
          [words.languages, languagesOf(request, language)],
          [words.reference, <bdi>{request.reference}</bdi>],
        ]}
      />
      <p class="hint">{words.awayHint}</p>
      <Written title={words.tasks} text={request.tasks} />
      <Written title={words.hosting} text={request.hosting} />
      <p class="hint">{words.asWritten}</p>
    </Card>
  );
}

/** What is known of the danger, and who answers for the security of whoever goes. */
export function SecurityCard({ request, language }: ToldMission) {
  const words = OFFER_PAGE_WORDS[language].security;
  return (
    <Card title={words.title}>
      {request.security.trim() === '' ? <p>{words.unsaid}</p> : <Paragraphs text={request.security} />}
      <ul>
        <li>{words.who}</li>
        <li>{words.clearance}</li>
        <li>{words.cover}</li>
      </ul>
    </Card>
  );
}

function Written({ title, text }: { title: string; text: string }): ComponentChildren {
  if (text.trim() === '') return null;
  return (
    <>
      <h3>{title}</h3>
      <Paragraphs text={text} />
    </>
  );
}

function languagesOf({ languages }: SurgeRequest, language: MailLanguage): string {
  const { anyLanguage, levels } = OFFER_PAGE_WORDS[language].mission;
  if (languages.length === 0) return anyLanguage;
  const named = languages.map((need) => `${languageNameIn(language, need.language)} (${levels[need.level]})`);
  return new Intl.ListFormat(localeOf(language)).format(named);
}
