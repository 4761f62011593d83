import type { BlindCard } from '../../../core/blind-card.js';
import { PLACES } from '../../../core/blind-card.js';
import { EXPERIENCE_KINDS } from '../../../core/expert.js';
import { type ClaimStatus, KNOWLEDGE_AREA_NAMES } from '../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import { THEMES } from '../../../core/themes.js';
import { CLAIM_STATUS_MARKS, CLAIM_STATUS_NAMES, CLAIM_STATUS_TONES, CRITERION_NAMES, GATE_NAMES } from '../../../web/criteria.js';
import { Bar, Card, Definition, Table, Tag } from '../../../web/index.js';
import { DEGREE_NAMES, FIELD_NAMES, TRAINING_NAMES, valueText, yearsText } from '../../shortlists/index.js';
import { ENGAGEMENT_WORDS, kindsText, kindText, PLACE_WORDS } from './words.js';

/** Highest value of a criterion. */
const VALUE_TOP = 10_000;

/** What counts about a candidate, and nothing that says who it is. */
export function BlindCardView({ card }: { card: BlindCard }) {
  return (
    <div class="split">
      <section>
        <h3>Essential requirements</h3>
        <ul class="plain">
          {card.gates.map(({ gate, met, inLieu }) => (
            <li key={gate}>
              <Tag tone={met ? 'good' : 'danger'}>{met ? 'Met' : 'Not met'}</Tag> {GATE_NAMES[gate]}
              {inLieu ? ' (a first-level degree with more experience, by the in-lieu policy of the post)' : ''}
            </li>
          ))}
        </ul>
        <h3>Education</h3>
        <Claims
          items={card.degrees.map(({ level, field, completed, status }) => ({
            text: `${sentence(DEGREE_NAMES[level])} in ${FIELD_NAMES[field]}${completed ? '' : ', not completed'}`,
            status,
          }))}
          none="No degree stated."
        />
        <h3>Languages</h3>
        <Claims
          items={card.languages.map(({ language, level, status }) => ({
            text: `${LANGUAGES[language]}: ${LANGUAGE_LEVEL_NAMES[level]}`,
            status,
          }))}
          none="No language stated."
        />
        <h3>Knowledge</h3>
        <Claims
          items={card.knowledge.map(({ area, level, status }) => ({ text: `${KNOWLEDGE_AREA_NAMES[area]}: ${level}`, status }))}
          none="Nothing stated."
        />
      </section>
      <section>
        <h3>Experience that counts</h3>
        <Definition
          items={[
            ...EXPERIENCE_KINDS.map((kind) => [sentence(kindText(kind)), yearsText(card.days[kind])] as const),
            ...PLACES.map((place) => [sentence(PLACE_WORDS[place]), yearsText(card.places[place])] as const),
          ]}
        />
        <h3>Themes</h3>
        <Claims
          items={card.themes.map(({ theme, level, need, status }) => ({
            text: `${THEMES[theme]}: ${level}${need > 0 ? `, the country needs it at ${need} of 100` : ''}`,
            status,
          }))}
          none="No theme stated."
        />
        <h3>Trainings</h3>
        <Claims items={card.trainings.map(({ kind, status }) => ({ text: sentence(TRAINING_NAMES[kind]), status }))} none="None stated." />
      </section>
    </div>
  );
}

/** Jobs by length, without dates, titles and employers. */
export function BlindJobs({ card: { jobs } }: { card: BlindCard }) {
  return (
    <Card title="Jobs, the longest first">
      <Table
        caption="Jobs without dates, titles and employers"
        rows={jobs.map((job, at) => ({ ...job, at }))}
        keyOf={({ at }) => at}
        empty="No job stated."
        columns={[
          { head: 'Length', cell: ({ days }) => yearsText(days), names: true },
          { head: 'Share of full time', cell: ({ percentage }) => `${percentage} %`, numeric: true },
          { head: 'Kind', cell: ({ kinds, engagement }) => [kindsText(kinds), ENGAGEMENT_WORDS[engagement]].filter(Boolean).join(', ') },
          { head: 'Where', cell: ({ places }) => places.map((place) => PLACE_WORDS[place]).join(' and ') || 'not stated' },
          { head: 'Backed', cell: ({ status }) => <Status status={status} /> },
        ]}
      />
    </Card>
  );
}

/** How the criteria of the shortlist were met; the sum and the rank are not told. */
export function BlindCriteria({ card: { criteria } }: { card: BlindCard }) {
  return (
    <details>
      <summary>How far the criteria of the shortlist are met</summary>
      <Table
        caption="Criteria of the shortlist, 0 to 100"
        rows={criteria.filter(({ weight }) => weight > 0)}
        keyOf={({ criterion }) => criterion}
        columns={[
          { head: 'Criterion', cell: ({ criterion }) => CRITERION_NAMES[criterion], names: true },
          {
            head: 'Met',
            cell: ({ criterion, value }) => (
              <Bar value={value} max={VALUE_TOP} label={CRITERION_NAMES[criterion]} text={valueText(value)} />
            ),
          },
          { head: 'From verified claims alone', cell: ({ verified }) => valueText(verified), numeric: true },
        ]}
      />
    </details>
  );
}

function Claims({ items, none }: { items: readonly { readonly text: string; readonly status: ClaimStatus }[]; none: string }) {
  if (items.length === 0) return <p>{none}</p>;
  return (
    <ul class="plain">
      {items.map(({ text, status }, at) => (
        <li key={at}>
          {text} <Status status={status} />
        </li>
      ))}
    </ul>
  );
}

function Status({ status }: { status: ClaimStatus }) {
  return <Tag tone={CLAIM_STATUS_TONES[status]}>{`${CLAIM_STATUS_MARKS[status]} ${CLAIM_STATUS_NAMES[status]}`}</Tag>;
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
