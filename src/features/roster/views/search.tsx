import { ROSTERS, type ThemeClaim, VETTING_STATES } from '../../../core/expert.js';
import { KNOWLEDGE_LEVELS, KNOWLEDGE_TOP, knowledgeValue } from '../../../core/knowledge.js';
import { LANGUAGE_LEVEL_NAMES, LANGUAGES } from '../../../core/languages.js';
import { THEMES, type Theme } from '../../../core/themes.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, ButtonLink, type Column, ErrorSummary, Field, Form, Pagination, Select, Table, Tag } from '../../../web/index.js';
import type { FoundExpert, FoundExperts } from '../roster-search.service.js';
import type { ExpertFilters } from '../search.dto.js';
import {
  COUNTRY_OPTIONS,
  counted,
  GENDER_NAMES,
  LANGUAGE_OPTIONS,
  membershipText,
  ROSTER_NAMES,
  STATE_NAMES,
  STATE_TONES,
  THEME_OPTIONS,
} from './wording.js';

const NUMERALS = ['', 'I', 'II', 'III', 'IV'];
/** Themes that are shown of each expert; the rest is on the profile. */
const THEMES_SHOWN = 3;

/** Each language once: what a panel found out stands beside what the person says, and the higher one counts. */
function highest(languages: FoundExpert['languages']): FoundExpert['languages'] {
  return languages.filter(
    (skill, at) =>
      !languages.some(
        (other, index) => other.language === skill.language && (other.level > skill.level || (other.level === skill.level && index < at)),
      ),
  );
}

/** A theme that was asked for stands first, so that everybody on the list shows why. */
const columnsFor = (asked: Theme | undefined): readonly Column<FoundExpert>[] => [
  {
    head: 'Expert',
    names: true,
    cell: (expert) => (
      <span>
        <a href={`/roster/experts/${expert.id}`}>
          {expert.familyName}, {expert.givenName}
        </a>{' '}
        <small class="nowrap">No. {expert.number}</small>
        {expert.fictional ? (
          <>
            {' '}
            <Tag>Fictional</Tag>
          </>
        ) : null}
      </span>
    ),
  },
  {
    head: 'Rosters',
    cell: ({ memberships }) =>
      memberships.length === 0
        ? 'On none'
        : memberships.map((membership) => (
            <div key={membership.roster}>
              {membershipText(membership)} <Tag tone={STATE_TONES[membership.state]}>{STATE_NAMES[membership.state]}</Tag>
            </div>
          )),
  },
  { head: 'Nationality', cell: ({ nationality }) => countryName(nationality) },
  {
    head: 'Languages',
    cell: ({ languages }) =>
      highest(languages)
        .map(({ language, level }) => `${LANGUAGES[language]} ${NUMERALS[level]}`)
        .join(', ') || '–',
  },
  {
    head: 'Strongest themes',
    cell: ({ themes }) =>
      strongest(themes, asked)
        .map(({ theme, level }) => `${THEMES[theme]} (${level})`)
        .join(', ') || '–',
  },
];

/** The roster: filters, how many fit all of them, and a page of them. `found` is missing when a filter cannot be read. */
export function Search({
  form,
  filters,
  found,
  mayEnter,
  mayImport,
}: {
  form: Form;
  filters: ExpertFilters;
  found?: FoundExperts;
  mayEnter: boolean;
  mayImport: boolean;
}) {
  return (
    <>
      {mayEnter || mayImport ? (
        <p class="row">
          {mayEnter ? <ButtonLink href="/roster/experts/new">Enter an expert</ButtonLink> : null}
          {mayImport ? <ButtonLink href="/roster/import">Import experts</ButtonLink> : null}
          {mayImport ? <ButtonLink href="/api/v1/roster-export">Download the roster</ButtonLink> : null}
        </p>
      ) : null}
      <Filters form={form} />
      {found ? <Found found={found} filters={filters} /> : null}
    </>
  );
}

function Filters({ form }: { form: Form }) {
  const levels = KNOWLEDGE_LEVELS.filter((level) => level !== 'none').map((level) => [level, `${level} or better`] as const);
  const languageLevels = Object.entries(LANGUAGE_LEVEL_NAMES).map(([level, name]) => [level, `${name}, or better`] as const);
  return (
    <form method="get" action="/roster" class="card" role="search" aria-label="Experts">
      <ErrorSummary form={form} />
      <p class="hint">Everything that you fill in must hold at the same time.</p>
      <div class="filters">
        <Field form={form} name="text" label="Name or number" type="search" optional />
        <Select
          form={form}
          name="roster"
          label="Roster"
          options={ROSTERS.map((roster) => [roster, ROSTER_NAMES[roster]] as const)}
          empty="Either"
          optional
        />
        <Select
          form={form}
          name="state"
          label="State"
          options={VETTING_STATES.map((state) => [state, STATE_NAMES[state]] as const)}
          empty="Any"
          optional
        />
        <Select form={form} name="language" label="Language" options={LANGUAGE_OPTIONS} empty="Any" optional />
        <Select form={form} name="languageLevel" label="… at level" options={languageLevels} empty="Any level" optional />
        <Select form={form} name="theme" label="Theme" options={THEME_OPTIONS} empty="Any" optional />
        <Select form={form} name="themeLevel" label="… at level" options={levels} empty="Any level" optional />
        <Select form={form} name="country" label="Has worked in" options={COUNTRY_OPTIONS} empty="Anywhere" optional />
      </div>
      <details open={['agency', 'nationality', 'gender', 'availableFrom', 'availableTo'].some((name) => form.value(name) !== '')}>
        <summary>More filters</summary>
        <div class="filters">
          <Field form={form} name="agency" label="Agency" width="short" optional />
          <Select form={form} name="nationality" label="Nationality" options={COUNTRY_OPTIONS} empty="Any" optional />
          <Select form={form} name="gender" label="Gender" options={GENDER_NAMES} empty="Any" optional />
          <Field form={form} name="availableFrom" label="Free from" type="date" optional />
          <Field form={form} name="availableTo" label="Free until" type="date" optional />
        </div>
      </details>
      <div class="row">
        <Button>Find experts</Button>
        <ButtonLink href="/roster">Clear the filters</ButtonLink>
      </div>
    </form>
  );
}

function Found({ found: { experts, total, page, pageSize }, filters }: { found: FoundExperts; filters: ExpertFilters }) {
  return (
    <>
      <p role="status">
        <strong>{counted(total, 'expert')}</strong>
        {filtersGiven(filters) ? (total === 1 ? ' fits all of it' : ' fit all of it') : ' on the rosters'}
        {total > 0 ? ', by roster number.' : '.'}
      </p>
      <Table
        caption="Experts, by roster number"
        columns={columnsFor(filters.theme)}
        rows={experts}
        keyOf={({ id }) => id}
        empty="Nobody fits all of these filters. Take one away."
      />
      <Pagination page={page} pageSize={pageSize} total={total} hrefOf={(other) => addressOf({ ...filters, page: other })} />
    </>
  );
}

function filtersGiven({ page: _, ...filters }: ExpertFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

function strongest(themes: FoundExpert['themes'], asked: Theme | undefined): FoundExpert['themes'] {
  const weight = ({ theme, level }: ThemeClaim) => (theme === asked ? KNOWLEDGE_TOP + 1 : knowledgeValue(level));
  return [...themes].sort((a, b) => weight(b) - weight(a)).slice(0, THEMES_SHOWN);
}

function addressOf(filters: ExpertFilters): string {
  const given = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `/roster?${new URLSearchParams(given).toString()}`;
}
