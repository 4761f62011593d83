import type { ComponentChildren } from 'preact';
import { MINIMUM_YEARS, minimumDays } from '../../../core/grades.js';
import { CLAIM_STATUSES, type ClaimStatus, type KnowledgeLevel } from '../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import { ESSENTIAL_KNOWLEDGE, madeEssential, type NeedThemes } from '../../../core/post.js';
import { CRITERIA, type CriterionName, type LanguageNeed, PART_LEVEL } from '../../../core/requirement.js';
import { SITUATION_THEME_WEIGHT } from '../../../core/situations.js';
import { THEMES, type Theme } from '../../../core/themes.js';
import { type QualificationName, STANDARD_TOR, TOR_SOURCE, type TorQualification } from '../../../core/tor.js';
import { countryName } from '../../../platform/reference-data/index.js';
import {
  CLAIM_STATUS_NAMES,
  CONTEXT_PART_NAMES,
  CRITERION_HINTS,
  CRITERION_NAMES,
  GATE_NAMES,
  policyWords,
} from '../../../web/criteria.js';
import { Bar, Card, capital, Day, Definition, Note, Table, Tag } from '../../../web/index.js';
import type { PostEntity } from '../post.entity.js';
import { PostStateTag } from './post-list.js';

/** Themes shown before "and n more". */
const THEMES_SHOWN = 8;

/** A post laid out as the document that it is. `actions` and `children` come from whoever may do something with it. */
export function PostDocument({
  post,
  themes,
  actions,
  children,
  situations,
  versions,
}: {
  post: PostEntity;
  themes: NeedThemes;
  actions: ComponentChildren;
  children?: ComponentChildren;
  /** What the country's situation adds or would add. */
  situations?: ComponentChildren;
  /** The published versions. */
  versions?: ComponentChildren;
}) {
  return (
    <>
      <p class="row">
        <PostStateTag state={post.state} />
        <Tag>{post.level}</Tag>
        <span>{countryName(post.country)}</span>
        <span class="hint">{`Version ${post.version}`}</span>
      </p>
      {actions}
      {situations}
      {children}
      <Card title="Terms of reference">
        <Definition
          items={[
            ['Post title', STANDARD_TOR.title],
            ['Organizational unit', STANDARD_TOR.unit],
            ['Post level', `${post.level} (Standard TOR: ${STANDARD_TOR.level})`],
            ...STANDARD_TOR.reportingLines.map(
              ({ order, officer, purpose }) =>
                [order === 'first' ? 'Reports first to' : 'Reports second to', `${officer} – ${purpose}`] as const,
            ),
            ['From', <Day value={post.startsOn} none="not set" />],
            ['Until', <Day value={post.endsOn} none="not set" />],
            ['Experience counts up to', <Day value={post.asOf} none="the day of each run" />],
          ]}
        />
        <h3>Organizational context</h3>
        <p>{STANDARD_TOR.context}</p>
        <Functions post={post} />
        <p class="hint">{`Source: ${TOR_SOURCE}.`}</p>
      </Card>
      <Essential post={post} />
      <Weighted post={post} />
      <Worths post={post} />
      <Themes post={post} themes={themes} />
      {versions}
    </>
  );
}

function Functions({ post }: { post: PostEntity }) {
  return (
    <>
      <h3>Functions and key results expected</h3>
      {STANDARD_TOR.functionGroups.map(({ title, functions }) => {
        const chosen = functions.filter(({ code }) => post.functions.includes(code));
        return chosen.length === 0 ? null : (
          <section key={title}>
            <h4>{title}</h4>
            <ul>
              {chosen.map(({ code, text }) => (
                <li key={code}>
                  <strong>{code}</strong> {text}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {post.furtherFunctions ? (
        <section>
          <h4>Further functions in this country</h4>
          <p>{post.furtherFunctions}</p>
        </section>
      ) : null}
    </>
  );
}

function Essential({ post }: { post: PostEntity }) {
  const essential = STANDARD_TOR.qualifications.filter(({ name, essential: gate }) =>
    gate ? !isDesirable(post, name) : isMadeEssential(post, name),
  );
  const added = madeEssential(post);
  const desirable = STANDARD_TOR.qualifications.filter(({ name }) => isDesirable(post, name));
  return (
    <Card title="Essential: the gates">
      <p>
        Who does not meet one of these is not eligible for the shortlist, and is listed with the distance. Nobody is rejected by it: a human
        decides.
      </p>
      <Table
        caption="Essential requirements and where they come from"
        rows={essential}
        keyOf={({ name }) => name}
        columns={[
          { head: 'Gate', cell: ({ name }) => GATE_LABELS[name], names: true },
          { head: 'In the words of the TOR', cell: ({ text }) => text },
          { head: 'What is checked for this post', cell: (qualification) => checkedText(qualification, post) },
        ]}
      />
      {desirable.length > 0 ? (
        <Note tone="warning">
          {`Desirable on this post, so they score and exclude nobody: ${desirable.map(({ name }) => GATE_LABELS[name]).join('; ')}. In the Standard TOR they are essential.`}
        </Note>
      ) : null}
      {added.length > 0 ? (
        <Note tone="warning">
          {`Essential on this post, so each is a gate: ${added.map((name) => GATE_NAMES[name]).join('; ')}. In the Standard TOR they are desirable.`}
        </Note>
      ) : null}
      <h3>Required languages</h3>
      <Languages needs={post.requiredLanguages} none="No language is required." />
      <p class="hint">Further gate: an active membership on the interagency or the external roster (Strategy C.4 b).</p>
      {post.educationInLieu ? (
        <Note tone="warning">
          The in-lieu policy is on: a first-level degree with two years beyond the minimum may stand in for an advanced degree. This is a
          rule of the UN Secretariat's staff selection manual, not of the strategy; wherever it decides, the shortlist says so.
        </Note>
      ) : null}
    </Card>
  );
}

function isDesirable({ desirable }: PostEntity, name: QualificationName): boolean {
  return desirable.some((one) => one === name);
}

function isMadeEssential(post: PostEntity, name: QualificationName): boolean {
  return madeEssential(post).some((one) => one === name);
}

const GATE_LABELS: Readonly<Partial<Record<QualificationName, string>>> = GATE_NAMES;

function checkedText({ name }: TorQualification, post: PostEntity): string {
  switch (name) {
    case 'education':
      return `Master's or higher, awarded, in a named or related field${post.educationInLieu ? '; the in-lieu policy is on' : ''}`;
    case 'experience':
      return `${post.level}: ${MINIMUM_YEARS[post.level]} years = ${minimumDays(post.level).toLocaleString('en-US')} days of human-rights experience, and some development or humanitarian experience. ${policyWords(post.experiencePolicy)}`;
    case 'machinery':
    case 'mandates':
    case 'development-programming':
      return levelText(ESSENTIAL_KNOWLEDGE[name]);
    case 'additional':
      return `Each of: ${post.essentialParts.map((part) => CONTEXT_PART_NAMES[part]).join(', ')}. Experience from one day on, ${PART_LEVEL} knowledge or better, a training that is completed.`;
    case 'advocacy':
    case 'sensitivity':
      return levelText(post.essentialSkills[name]);
    case 'languages':
      return 'Scores';
  }
}

function levelText(level: KnowledgeLevel = 'none'): string {
  return level === 'specialist' ? 'Specialist' : `${capital(level)} or higher`;
}

function Weighted({ post }: { post: PostEntity }) {
  return (
    <Card title="Criteria and weights">
      <p>Among the eligible, these decide the order: weight × value, summed, highest first; equal totals by roster number, lowest first.</p>
      <Table
        caption="Weighted criteria"
        rows={CRITERIA}
        keyOf={(name) => name}
        columns={[
          { head: 'Criterion', cell: (name) => CRITERION_NAMES[name], names: true },
          { head: 'Weight', cell: (name) => <Bar value={post.weights[name]} max={100} label={`Weight of ${CRITERION_NAMES[name]}`} /> },
          { head: 'What it looks at', cell: (name) => CRITERION_HINTS[name] },
          { head: 'Source', cell: (name) => sourceText(name) },
        ]}
      />
      <h3>Desired languages</h3>
      <Languages needs={post.desiredLanguages} none="None." />
    </Card>
  );
}

/** What claims are worth, where the post says so. */
function Worths({ post }: { post: PostEntity }) {
  const named = CRITERIA.filter((name) => post.claimWorth[name]);
  const percent = (name: CriterionName, status: ClaimStatus) => `${post.claimWorth[name]?.[status] ?? 100}\u00a0%`;
  return (
    <Card title="What claims are worth">
      <p>Gates take every claim, whatever its status. Every score is shown as claimed and as verified beside what counts.</p>
      {named.length === 0 ? (
        <p>On this post every claim counts in full: self-declared 100 %, verified 100 %, panel-assessed 100 %.</p>
      ) : (
        <Table
          caption="Per cent of the value, by criterion; a criterion that is not listed takes every claim in full"
          rows={named}
          keyOf={(name) => name}
          columns={[
            { head: 'Criterion', cell: (name) => CRITERION_NAMES[name], names: true },
            ...CLAIM_STATUSES.map((status) => ({
              head: CLAIM_STATUS_NAMES[status],
              cell: (name: CriterionName) => percent(name, status),
              numeric: true,
            })),
          ]}
        />
      )}
    </Card>
  );
}

/** Which sentences of the TOR a criterion rests on, by their first words. */
function sourceText(name: CriterionName): string {
  const sources = STANDARD_TOR.qualifications
    .filter(({ scoredIn }) => scoredIn.includes(name))
    .map(({ text }) => `“${text.split(' ').slice(0, 3).join(' ').replace(/[,.]$/, '')} …”`);
  return `TOR, ${sources.join(', ')}`;
}

function Languages({ needs, none }: { needs: readonly LanguageNeed[]; none: string }) {
  if (needs.length === 0) return <p>{none}</p>;
  return (
    <ul>
      {needs.map(({ language, level }) => (
        <li key={language}>{`${LANGUAGES[language]}: ${LANGUAGE_LEVEL_NAMES[level]}`}</li>
      ))}
    </ul>
  );
}

/** Heaviest first; equal ones by name. */
export function heaviest(themes: NeedThemes): (readonly [Theme, number])[] {
  return (Object.entries(themes) as [Theme, number][]).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}

function Themes({ post, themes }: { post: PostEntity; themes: NeedThemes }) {
  const sorted = heaviest(themes);
  const more = sorted.length - THEMES_SHOWN;
  return (
    <Card title="What the country needs" actions={<a href={`/needs/${post.country}`}>{`All needs of ${countryName(post.country)}`}</a>}>
      {sorted.length === 0 ? (
        <p>No needs are recorded for this country, so the themes count for nobody. Import its UPR recommendations first.</p>
      ) : (
        <>
          <p>
            {post.themes ? 'As they stood when the post was published.' : 'As they stand today; publishing the post freezes them.'}
            {post.situations.length > 0 ? ` Themes of accepted situations weigh at least ${SITUATION_THEME_WEIGHT}.` : ''}
          </p>
          <Table
            caption="Themes by need"
            rows={sorted.slice(0, THEMES_SHOWN)}
            keyOf={([theme]) => theme}
            columns={[
              { head: 'Theme', cell: ([theme]) => THEMES[theme], names: true },
              { head: 'Need', cell: ([theme, need]) => <Bar value={need} max={100} label={`Need for ${THEMES[theme]}`} /> },
            ]}
          />
          {more > 0 ? <p class="hint">{`And ${more} more that weigh less.`}</p> : null}
        </>
      )}
    </Card>
  );
}
