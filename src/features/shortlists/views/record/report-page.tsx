import { type Actor, may, ROLE_NAMES } from '../../../../core/access.js';
import type { AnalysisReason } from '../../../../core/balance.js';
import { CRITERIA } from '../../../../core/requirement.js';
import { STANDARD_TOR } from '../../../../core/tor.js';
import { countryName } from '../../../../platform/reference-data/index.js';
import { CRITERION_NAMES, policyWords } from '../../../../web/criteria.js';
import {
  Button,
  Card,
  type Column,
  Day,
  Definition,
  type Form,
  Moment,
  Note,
  PostForm as SendForm,
  Table,
  TextArea,
} from '../../../../web/index.js';
import type { BalanceView } from '../../run-studies.service.js';
import type { ShortlistStatement } from '../../shortlist.entity.js';
import type { RankedPerson, ShortlistView } from '../../shortlist-view.js';
import { count, exactText } from '../numbers.js';
import { PersonName } from '../person.js';
import { ORDER_RULE } from '../wording.js';
import { BalanceTables } from './balance-page.js';
import { BackToList } from './run-links.js';
import { RULE_SOURCES } from './sources.js';

const ASKS: Readonly<Record<AnalysisReason, string>> = {
  'fewer-than-two': 'Fewer than two people are on this list.',
  'no-woman': 'No woman is on this list.',
};

export interface ReportProps {
  readonly view: ShortlistView;
  readonly balance: BalanceView;
  readonly statements: readonly ShortlistStatement[];
  readonly analysis: Form;
  readonly signOff: Form;
  readonly me: Actor;
}

/** The list as a document to print, sign and keep. */
export function ReportPage(props: ReportProps) {
  const { view, balance, statements } = props;
  const { run, post } = view;
  return (
    <>
      <BackToList run={run} />
      <p class="lead">{`${STANDARD_TOR.title}, ${post.level}, ${countryName(post.country)}`}</p>
      <Definition
        items={[
          ['Run', <Moment value={run.runAt} />],
          ['Experience counts up to', <Day value={run.asOf} />],
          ['Rubric', run.rubricVersion],
          ['Roster revision', count(run.rosterRevision)],
          ['Post version', run.postVersion],
          ['Considered', count(run.considered)],
          ['Eligible', count(run.eligible)],
          ['On this list', count(view.top.length)],
        ]}
      />
      <Note>
        A machine orders, a human decides. Nobody is rejected or selected by this list; everybody considered is part of the record.
      </Note>
      <People view={view} />
      <h2>Balance</h2>
      <BalanceTables view={balance} />
      <Analyses {...props} />
      <SignOffs statements={statements} />
      <SignForm {...props} />
      <Card title="Rules and their sources">
        <p>{ORDER_RULE}</p>
        <p>
          {policyWords(run.requirement.experiencePolicy)} <a href="/rules">Every rule with its source</a>
        </p>
        <Table
          caption="Rules and their sources"
          columns={[
            { head: 'Rule', cell: ({ rule }) => rule, names: true },
            { head: 'Source', cell: ({ source }) => source },
          ]}
          rows={RULE_SOURCES}
          keyOf={({ rule }) => rule}
        />
      </Card>
    </>
  );
}

function People({ view: { run, top } }: { view: ShortlistView }) {
  const columns: readonly Column<RankedPerson>[] = [
    {
      head: 'Rank and expert',
      cell: (person) => (
        <>
          {`${person.rank}. `}
          <PersonName person={person} />
        </>
      ),
      names: true,
    },
    { head: 'Total of 100', cell: ({ total }) => exactText(total), numeric: true },
    ...CRITERIA.filter((criterion) => run.requirement.weights[criterion] > 0).map((criterion) => ({
      head: `${CRITERION_NAMES[criterion]} (${run.requirement.weights[criterion]})`,
      cell: ({ explanation }: RankedPerson) =>
        exactText(explanation.criteria.find((result) => result.criterion === criterion)?.points ?? 0),
      numeric: true,
    })),
  ];
  return (
    <section aria-labelledby="people">
      <h2 id="people">The list</h2>
      <div class="tight">
        <Table
          caption="The list with points by criterion"
          columns={columns}
          rows={top}
          keyOf={({ number }) => number}
          empty="Nobody meets every gate."
        />
      </div>
    </section>
  );
}

function Analyses({ view, balance: { asksFor }, statements, analysis, me }: ReportProps) {
  const written = statements.filter(({ kind }) => kind === 'analysis');
  if (asksFor.length === 0 && written.length === 0) return null;
  return (
    <Card title="Written analysis" tone={asksFor.length > 0 && written.length === 0 ? 'warning' : 'good'}>
      {asksFor.map((reason) => (
        <p key={reason}>{ASKS[reason]}</p>
      ))}
      {asksFor.length > 0 ? (
        <p class="hint">What was done to find others, and why the list stands. It is needed before anybody signs.</p>
      ) : null}
      {written.map((one) => (
        <blockquote key={one.id}>
          <p class="prose">{one.text}</p>
          <p>
            {`${one.name}, ${ROLE_NAMES[one.role]}, `}
            <Moment value={one.madeAt} />
          </p>
        </blockquote>
      ))}
      {may(me, 'shortlists:sign') && asksFor.length > 0 ? (
        <div class="no-print">
          <SendForm form={analysis} action={`/shortlists/${view.run.id}/analysis`}>
            <TextArea form={analysis} name="text" label="Analysis" rows={5} />
            <Button>Record the analysis</Button>
          </SendForm>
        </div>
      ) : null}
    </Card>
  );
}

const SIGNATURES: readonly Column<ShortlistStatement>[] = [
  { head: 'Name', cell: ({ name }) => name, names: true },
  { head: 'Role', cell: ({ role }) => ROLE_NAMES[role] },
  { head: 'Signed', cell: ({ madeAt }) => <Moment value={madeAt} /> },
  { head: 'Remark', cell: ({ text }) => text || '–' },
];

function SignOffs({ statements }: { statements: readonly ShortlistStatement[] }) {
  return (
    <Card title="Sign-off">
      <Table
        caption="Who signed this list, and when"
        columns={SIGNATURES}
        rows={statements.filter(({ kind }) => kind === 'sign-off')}
        keyOf={({ id }) => id}
        empty="Nobody has signed yet."
      />
      <p class="on-paper">Name, date, signature: ______________________________________________</p>
    </Card>
  );
}

function SignForm({ view, statements, signOff, me }: ReportProps) {
  if (!may(me, 'shortlists:sign')) return null;
  if (statements.some(({ kind, accountId }) => kind === 'sign-off' && accountId === me.accountId)) return null;
  return (
    <div class="no-print">
      <SendForm form={signOff} action={`/shortlists/${view.run.id}/sign-off`}>
        <TextArea form={signOff} name="remark" label="Remark" optional rows={2} hint={`You sign as ${me.name}, ${ROLE_NAMES[me.role]}.`} />
        <Button>Sign this list</Button>
      </SendForm>
    </div>
  );
}
