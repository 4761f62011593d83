import type { ComponentChildren } from 'preact';
import { type Backing, type ClaimStatus, KNOWLEDGE_AREA_NAMES } from '../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import { THEMES } from '../../../core/themes.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { oneBackingText, whoAndWhen } from '../../../web/criteria.js';
import { ButtonLink, Card, Day, Definition, Empty, Moment, Note, Table, Tag } from '../../../web/index.js';
import type { ExpertView } from '../roster-profiles.service.js';
import {
  DEGREE_FIELD_NAMES,
  DEGREE_LEVEL_NAMES,
  ENGAGEMENT_NAMES,
  GENDER_NAMES,
  KIND_NAMES,
  STATUS_NAMES,
  TRAINING_NAMES,
} from './wording.js';

interface Backed {
  readonly status: ClaimStatus;
  readonly backing?: readonly Backing[];
}

/** How far a claim is backed; by whom, when and how, where that was recorded. */
function Claim({ claim: { status, backing = [] } }: { claim: Backed }) {
  const [tone, text] = STATUS_NAMES[status];
  return (
    <>
      <Tag tone={tone}>{text}</Tag>
      {backing.map((one) => (
        <small key={`${one.by} ${one.on}`}>
          {` ${one.status === status ? whoAndWhen(one) : `(before: ${oneBackingText(one)})`}${one.how === '' ? '' : `: ${one.how}`}`}
        </small>
      ))}
    </>
  );
}

/** Who it is. */
export function Person({ expert, mayChange }: { expert: ExpertView; mayChange: boolean }) {
  return (
    <Card title={`${expert.givenName} ${expert.familyName}`} actions={expert.fictional ? <Tag tone="warning">Fictional</Tag> : null}>
      {expert.fictional ? (
        <Note tone="warning">This person does not exist. The profile was made up to show how the desk works.</Note>
      ) : null}
      <Definition
        items={[
          ['Roster number', expert.number],
          ['Nationality', countryName(expert.nationality)],
          ['Gender', GENDER_NAMES[expert.gender]],
          ['Born on', <Day key="born" value={expert.bornOn} none="Not stated" />],
          [
            'E-mail',
            <a key="mail" href={`mailto:${expert.email}`}>
              {expert.email}
            </a>,
          ],
          ['Mails in', LANGUAGES[expert.language]],
          ['Agreed to be on the roster', <Day key="agreed" value={expert.consentedOn} none="Not on record" />],
          ['Last change', <Moment key="changed" value={expert.updatedAt} />],
        ]}
      />
      {mayChange ? <ButtonLink href={`/roster/experts/${expert.id}/edit`}>Change the profile</ButtonLink> : null}
    </Card>
  );
}

/** What the person has done and can do, each claim with how far it is backed. */
export function Profile({ expert }: { expert: ExpertView }) {
  return (
    <>
      <Card title="Experience">
        <Jobs jobs={expert.experience} />
      </Card>
      <Card title="Education">
        <Table
          caption="Degrees"
          rows={expert.degrees}
          keyOf={({ id }) => id}
          empty="No degree is stated."
          columns={[
            { head: 'Degree', names: true, cell: ({ level, field }) => `${DEGREE_LEVEL_NAMES[level]} in ${DEGREE_FIELD_NAMES[field]}` },
            { head: 'Title', cell: ({ title, institution }) => [title, institution].filter(Boolean).join(', ') || '–' },
            { head: 'Awarded', cell: ({ awardedOn }) => <Day value={awardedOn} none="Not completed" /> },
            { head: 'Backing', cell: (degree) => <Claim claim={degree} /> },
          ]}
        />
      </Card>
      <div class="split">
        <Card title="Languages">
          <Claims
            rows={expert.languages.map((claim) => ({
              claim,
              name: LANGUAGES[claim.language],
              level: LANGUAGE_LEVEL_NAMES[claim.level],
            }))}
          />
        </Card>
        <Card title="Knowledge">
          <Claims rows={expert.knowledge.map((claim) => ({ claim, name: KNOWLEDGE_AREA_NAMES[claim.area], level: claim.level }))} />
        </Card>
        <Card title="Themes">
          <Claims rows={expert.themes.map((claim) => ({ claim, name: THEMES[claim.theme], level: claim.level }))} />
        </Card>
        <Card title="Trainings">
          <Claims
            rows={expert.trainings.map((claim) => ({
              claim,
              name: TRAINING_NAMES[claim.kind],
              level: <Day value={claim.completedOn} />,
            }))}
          />
        </Card>
        <Card title="Not available">
          {expert.unavailable.length === 0 ? (
            <Empty>No absence is stated.</Empty>
          ) : (
            <ul>
              {expert.unavailable.map(({ id, from, to }) => (
                <li key={id}>
                  <Day value={from} /> to <Day value={to} />
                </li>
              ))}
            </ul>
          )}
        </Card>
      </div>
    </>
  );
}

function Jobs({ jobs }: { jobs: ExpertView['experience'] }) {
  if (jobs.length === 0) return <Empty>No experience is stated.</Empty>;
  const newestFirst = [...jobs].sort((a, b) => b.from.localeCompare(a.from));
  return (
    <ol class="timeline">
      {newestFirst.map((job) => (
        <li key={job.id}>
          <strong>{job.title || 'Untitled work'}</strong>
          {job.employer ? `, ${job.employer}` : ''} <Claim claim={job} />
          <br />
          <Day value={job.from} /> to <Day value={job.to} none="today" /> · {job.percentage} % · {ENGAGEMENT_NAMES[job.engagement]}
          {job.level ? (
            <>
              {' '}
              · <span class="nowrap">{job.level}</span>
            </>
          ) : null}
          <br />
          <small>
            {job.kinds.length > 0 ? job.kinds.map((kind) => KIND_NAMES[kind]).join(', ') : 'other work'}
            {job.countries.length > 0 ? ` · ${job.countries.map(countryName).join(', ')}` : ''}
          </small>
        </li>
      ))}
    </ol>
  );
}

interface ClaimRow {
  readonly claim: Backed & { readonly id: string };
  readonly name: string;
  readonly level: ComponentChildren;
}

function Claims({ rows }: { rows: readonly ClaimRow[] }) {
  if (rows.length === 0) return <Empty>Nothing is stated.</Empty>;
  return (
    <ul>
      {rows.map(({ claim, name, level }) => (
        <li key={claim.id}>
          <strong>{name}</strong>: {level} <Claim claim={claim} />
        </li>
      ))}
    </ul>
  );
}
