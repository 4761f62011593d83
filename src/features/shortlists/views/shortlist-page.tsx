import { type ComponentChildren, Fragment } from 'preact';
import { CLAIM_STATUSES } from '../../../core/knowledge.js';
import { CRITERIA } from '../../../core/requirement.js';
import { THEMES } from '../../../core/themes.js';
import { countryName } from '../../../platform/reference-data/index.js';
import {
  CLAIM_STATUS_MARKS,
  CLAIM_STATUS_NAMES,
  CLAIM_STATUS_TONES,
  CRITERION_NAMES,
  GATE_NAMES,
  policyWords,
} from '../../../web/criteria.js';
import { Button, Card, type Column, Day, Definition, Empty, Moment, Note, Pagination, StackedBar, Table, Tag } from '../../../web/index.js';
import { heaviest } from '../../posts/index.js';
import { type ClaimCounts, decidedInLieu, type IneligiblePerson, type RankedPerson, type ShortlistView } from '../shortlist-view.js';
import { BackingLine } from './backing.js';
import { count, counted, exactText } from './numbers.js';
import { AvailabilityTag, PersonName, StatusTag } from './person.js';
import { UnmetByGate } from './unmet-by-gate.js';
import { gateWords, IN_LIEU, nobodyWords, ORDER_RULE } from './wording.js';

/** Highest total. */
export const TOTAL_TOP = 1_000_000;
const THEMES_SHOWN = 6;

/** One run: the top in its order, how the order came about, and everybody who is not eligible with the distance. */
export function ShortlistPage({
  view,
  compares = false,
  children,
}: {
  view: ShortlistView;
  /** Whether people can be chosen to stand side by side. */
  compares?: boolean;
  /** What else can be asked of the run. */
  children?: ComponentChildren;
}) {
  const { run, post, top, ineligible } = view;
  const first = ineligible.page === 1;
  return (
    <>
      <p class="lead">
        {`${counted(run.considered, 'person', 'people')} considered, ${count(run.eligible)} eligible, ${count(run.considered - run.eligible)} not eligible.`}{' '}
        <a href={`/posts/${post.id}`}>{`The post: ${post.level} in ${countryName(post.country)}`}</a>
      </p>
      <Note>
        A machine orders, a human decides. Nobody is rejected or selected by this list; everybody on the rosters is on it, with reasons.
      </Note>
      {first ? (
        <Top view={view} compares={compares} />
      ) : (
        <p>
          <a href={`/shortlists/${run.id}`}>Back to the top of the list</a>
        </p>
      )}
      {first ? children : null}
      {first ? <HowItWasMade view={view} /> : null}
      <Card title={`Not eligible: ${counted(ineligible.total, 'person', 'people')}`}>
        <UnmetByGate run={run} />
        <Table
          caption="People who do not meet every gate, fewest unmet gates first"
          columns={ineligibleColumns(run.id)}
          rows={ineligible.items}
          keyOf={({ number }) => number}
          empty="Everybody on the rosters meets every gate."
        />
        <Pagination
          page={ineligible.page}
          pageSize={ineligible.pageSize}
          total={ineligible.total}
          hrefOf={(page) => `/shortlists/${run.id}?page=${page}`}
        />
      </Card>
      {top.length < run.eligible ? (
        <p class="hint">{`${count(run.eligible - top.length)} more are eligible below the first ${count(top.length)}; run again with a larger size to keep them.`}</p>
      ) : null}
    </>
  );
}

function Top({ view: { run, top }, compares }: { view: ShortlistView; compares: boolean }) {
  if (top.length === 0) return <Empty>{nobodyWords(run.considered)}</Empty>;
  const columns: readonly Column<RankedPerson>[] = [
    {
      head: 'Rank and expert',
      cell: (person) => (
        <>
          <a href={`/shortlists/${run.id}/candidates/${person.number}`}>
            {`${person.rank}. `}
            <PersonName person={person} />
          </a>{' '}
          {decidedInLieu(person.explanation) ? <Tag tone="warning">{IN_LIEU}</Tag> : null}
        </>
      ),
      names: true,
    },
    {
      head: 'Total of 100',
      cell: ({ total, explanation }) => (
        <>
          <strong>{exactText(total)}</strong> <BackingLine explanation={explanation} />
        </>
      ),
      numeric: true,
    },
    { head: 'By criterion', cell: (person) => <Scores person={person} /> },
    { head: 'Claims', cell: ({ claims }) => <Claims claims={claims} /> },
    ...(run.requirement.dates
      ? [{ head: 'On the dates', cell: ({ availability }: RankedPerson) => <AvailabilityTag availability={availability} /> }]
      : []),
    ...(compares ? [{ head: 'Compare', cell: ({ number }: RankedPerson) => <CompareTick number={number} /> }] : []),
  ];
  const table = <Table caption="Eligible people in order" columns={columns} rows={top} keyOf={({ number }) => number} />;
  return (
    <section aria-labelledby="top">
      <h2 id="top">{`The first ${count(top.length)}`}</h2>
      <p>{ORDER_RULE}</p>
      <ul class="legend" aria-label="Colours of the criteria">
        {CRITERIA.map((name, at) => (
          <li key={name}>
            <span class={`key part-${at + 1}`} aria-hidden="true" />
            {CRITERION_NAMES[name]} <strong>{run.requirement.weights[name]}</strong>
          </li>
        ))}
      </ul>
      <p class="row">
        How the claims behind a score are backed:{' '}
        {CLAIM_STATUSES.map((status) => (
          <StatusTag key={status} claim={{ status }} />
        ))}
      </p>
      {compares ? (
        <form method="get" action={`/shortlists/${run.id}/compare`}>
          {table}
          <div class="row">
            <Button tone="quiet">Compare side by side</Button>
            <span class="hint">Tick two to four people.</span>
          </div>
        </form>
      ) : (
        table
      )}
    </section>
  );
}

function CompareTick({ number }: { number: number }) {
  return (
    <label class="choice">
      <input type="checkbox" name="number" value={number} />
      <span class="unseen">{`Compare No. ${number}`}</span>
    </label>
  );
}

function Scores({ person: { explanation, rank } }: { person: RankedPerson }) {
  const segments = explanation.criteria.map(({ criterion, points }) => ({ label: CRITERION_NAMES[criterion], value: points }));
  return <StackedBar segments={segments} max={TOTAL_TOP} label={`Rank ${rank}`} legend={false} text={exactText} />;
}

/** Each way of being backed has its own mark, word and colour. */
function Claims({ claims }: { claims: ClaimCounts }) {
  return (
    <span class="nowrap">
      {CLAIM_STATUSES.filter((status) => claims[status] > 0).map((status) => (
        <Fragment key={status}>
          <Tag tone={CLAIM_STATUS_TONES[status]}>
            {CLAIM_STATUS_MARKS[status]}
            <span class="unseen">{` ${CLAIM_STATUS_NAMES[status]}`}</span>
            {` ${claims[status]}`}
          </Tag>{' '}
        </Fragment>
      ))}
    </span>
  );
}

function HowItWasMade({ view: { run } }: { view: ShortlistView }) {
  const { requirement } = run;
  const themes = heaviest(requirement.themes);
  return (
    <Card title="How this list was made">
      <Definition
        items={[
          ['Run', <Moment value={run.runAt} />],
          ['Experience counts up to', <Day value={run.asOf} />],
          ['Rubric', run.rubricVersion],
          ['Roster revision', count(run.rosterRevision)],
          ['Post version', run.postVersion],
          [
            'Dates of the post',
            requirement.dates ? (
              <>
                <Day value={requirement.dates.from} /> – <Day value={requirement.dates.to} />
              </>
            ) : (
              'not set'
            ),
          ],
        ]}
      />
      <p class="hint">
        All of it is frozen with the list: the same inputs give the same order on every machine. Availability is the exception; it is shown
        as it stands now, and never changes a score.
      </p>
      <p class="hint">{policyWords(requirement.experiencePolicy)}</p>
      <div class="split">
        <section>
          <h3>Weights</h3>
          <ul class="legend">
            {CRITERIA.map((name) => (
              <li key={name}>
                {CRITERION_NAMES[name]} <strong>{requirement.weights[name]}</strong>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3>Needs of the country</h3>
          {themes.length === 0 ? (
            <p>None are recorded, so themes count for nobody.</p>
          ) : (
            <ul>
              {themes.slice(0, THEMES_SHOWN).map(([theme, need]) => (
                <li key={theme}>{`${THEMES[theme]}: ${need}`}</li>
              ))}
              {themes.length > THEMES_SHOWN ? <li>{`and ${themes.length - THEMES_SHOWN} more that weigh less`}</li> : null}
            </ul>
          )}
        </section>
      </div>
      {requirement.educationInLieu ? (
        <Note tone="warning">{`The in-lieu policy of this post was on. Where it decided, the person is labelled “${IN_LIEU}”.`}</Note>
      ) : null}
    </Card>
  );
}

function ineligibleColumns(runId: string): readonly Column<IneligiblePerson>[] {
  return [
    {
      head: 'Expert',
      cell: (person) => (
        <a href={`/shortlists/${runId}/candidates/${person.number}`}>
          <PersonName person={person} />
        </a>
      ),
      names: true,
    },
    { head: 'Unmet', cell: ({ unmet }) => unmet.length, numeric: true },
    {
      head: 'What is missing, and how far',
      cell: ({ unmet }) => (
        <ul>
          {unmet.map((verdict) => (
            <li key={verdict.gate}>
              <strong>{GATE_NAMES[verdict.gate]}.</strong> {gateWords(verdict)}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}
