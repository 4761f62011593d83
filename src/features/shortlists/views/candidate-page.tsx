import { dayOf } from '../../../core/dates.js';
import type { CountedPeriod, DroppedPeriod, ExperienceTotal } from '../../../core/experience.js';
import type { Explanation, GateVerdict } from '../../../core/matching/index.js';
import { CRITERION_HINTS, CRITERION_NAMES, GATE_NAMES, policyWords } from '../../../web/criteria.js';
import { Card, type Column, Day, Note, StackedBar, Table, Tag } from '../../../web/index.js';
import type { IneligiblePerson, RankedPerson } from '../shortlist-view.js';
import type { CandidateView } from '../shortlist-views.service.js';
import { Backing } from './backing.js';
import { assumedWords } from './date-words.js';
import { type EvidenceLine, evidenceLines } from './evidence-words.js';
import { count, counted, exactText, valueText, yearsText } from './numbers.js';
import { AvailabilityTag, PersonName, StatusTag } from './person.js';
import { TOTAL_TOP } from './shortlist-page.js';
import { criterionWords, dropWords, gateWords } from './wording.js';

type Lines = ReadonlyMap<string, EvidenceLine>;

/** One person of a run with every number opened down to the evidence, or with every unmet gate and its distance. */
export function CandidatePage({
  view: { run, person },
  mayOpenProfile,
  mayAskWhatIsNeeded,
}: {
  view: CandidateView;
  mayOpenProfile: boolean;
  mayAskWhatIsNeeded: boolean;
}) {
  return (
    <>
      <p class="lead">
        <PersonName person={person} />
      </p>
      <p class="row">
        <a href={`/shortlists/${run.id}`}>Back to the shortlist</a>
        {mayOpenProfile ? <a href={`/roster/experts/${person.expertId}`}>The profile as it is now</a> : null}
        {mayAskWhatIsNeeded ? (
          <a href={`/shortlists/${run.id}/robustness?number=${person.number}#asked`}>What would bring this person into the top</a>
        ) : null}
      </p>
      {'explanation' in person ? <Ranked person={person} /> : <Ineligible person={person} />}
    </>
  );
}

function Ineligible({ person: { unmet } }: { person: IneligiblePerson }) {
  return (
    <>
      <Note tone="warning">{`Not eligible for this post on the day of the run: ${counted(unmet.length, 'gate')} not met. This is a finding, not a rejection; a human decides.`}</Note>
      <Card title="What is missing, and how far">
        <Gates gates={unmet} lines={new Map()} />
      </Card>
    </>
  );
}

function Ranked({ person }: { person: RankedPerson }) {
  const { explanation, rank, total, availability } = person;
  const lines = evidenceLines(person.evidence);
  const segments = explanation.criteria.map(({ criterion, points }) => ({ label: CRITERION_NAMES[criterion], value: points }));
  return (
    <>
      <Card title={`Rank ${rank}, ${exactText(total)} of 100`}>
        <StackedBar segments={segments} max={TOTAL_TOP} label={`Rank ${rank}`} text={exactText} />
        <p>
          <strong>On the dates of the post: </strong>
          <AvailabilityTag availability={availability} /> <span class="hint">As things stand now; it does not change the score.</span>
        </p>
      </Card>
      <Card title="Gates: all met">
        <Gates gates={explanation.gates} lines={lines} />
      </Card>
      <Criteria explanation={explanation} total={total} lines={lines} />
      <Backing explanation={explanation} />
      <Counting explanation={explanation} lines={lines} />
    </>
  );
}

function Gates({ gates, lines }: { gates: readonly GateVerdict[]; lines: Lines }) {
  const columns: readonly Column<GateVerdict>[] = [
    { head: 'Gate', cell: ({ gate }) => GATE_NAMES[gate], names: true },
    { head: 'Met', cell: (verdict) => <GateTag verdict={verdict} /> },
    {
      head: 'Why',
      cell: (verdict) => (
        <>
          {gateWords(verdict)}
          <Evidence ids={verdict.evidence} lines={lines} />
        </>
      ),
    },
  ];
  return <Table caption="Gates one by one" columns={columns} rows={gates} keyOf={({ gate }) => gate} />;
}

function GateTag({ verdict }: { verdict: GateVerdict }) {
  if (!verdict.met) return <Tag tone="danger">✗ Not met</Tag>;
  if (verdict.reason.code === 'not-asked') return <Tag>Not asked</Tag>;
  return verdict.reason.code === 'in-lieu' ? <Tag tone="warning">✓ Met by policy: in lieu</Tag> : <Tag tone="good">✓ Met</Tag>;
}

function Criteria({ explanation, total, lines }: { explanation: Explanation; total: number; lines: Lines }) {
  return (
    <Card title="Criteria: weight × value">
      <p class="hint">{`Each value is 0 to 100, cut to two decimals; weight × value ÷ 100 are the points. They sum to ${exactText(total)}.`}</p>
      {explanation.criteria.map((result) => (
        <section key={result.criterion} class="criterion">
          <h3>{CRITERION_NAMES[result.criterion]}</h3>
          <p class="number">
            {`${result.weight} × ${valueText(result.value)} ÷ 100 = `}
            <strong>{exactText(result.points)}</strong>
          </p>
          <p>
            {criterionWords(result)} <span class="hint">{CRITERION_HINTS[result.criterion]}</span>
          </p>
          <Evidence ids={result.evidence} lines={lines} />
        </section>
      ))}
    </Card>
  );
}

/** The claims that a verdict or a value rests on; folded, because there can be many. */
function Evidence({ ids, lines }: { ids: readonly string[]; lines: Lines }) {
  const found = ids.flatMap((id) => lines.get(id) ?? []);
  if (found.length === 0) return null;
  return (
    <details>
      <summary>{counted(found.length, 'piece of evidence', 'pieces of evidence')}</summary>
      <ul>
        {found.map((line) => (
          <li key={line.id}>
            {`${line.kind}: ${line.text} `}
            <StatusTag claim={line} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function Counting({ explanation: { experience }, lines }: { explanation: Explanation; lines: Lines }) {
  return (
    <Card title="How the years were counted">
      <p>
        Up to and including <Day value={experience.asOf} />. Overlapping jobs are merged, a share of full time counts by its percentage,
        jobs held at once add up to at most 100 %. {policyWords(experience.policy)}
      </p>
      <Total title="Human-rights experience" total={experience.kinds['human-rights']} lines={lines} />
      <Total title="Development or humanitarian experience" total={experience.field} lines={lines} />
    </Card>
  );
}

function Total({ title, total, lines }: { title: string; total: ExperienceTotal; lines: Lines }) {
  const jobOf = (id: string) => lines.get(id)?.text.split(':')[0] ?? 'a job';
  const periods: readonly Column<CountedPeriod>[] = [
    { head: 'From', cell: ({ from }) => <Day value={from} />, names: true },
    { head: 'To', cell: ({ to }) => <Day value={to} /> },
    { head: 'Share', cell: ({ percentage }) => `${percentage}\u00a0%`, numeric: true },
    { head: 'Days', cell: ({ from, to }) => count(dayOf(to) - dayOf(from) + 1), numeric: true },
    { head: 'Jobs', cell: ({ evidence }) => evidence.map(jobOf).join('; ') },
  ];
  const dropped: readonly Column<DroppedPeriod>[] = [
    { head: 'From', cell: ({ from }) => <Day value={from} />, names: true },
    { head: 'To', cell: ({ to }) => <Day value={to} none="no end" /> },
    { head: 'Full-time days lost', cell: ({ days }) => count(days), numeric: true },
    { head: 'Job', cell: ({ evidence }) => jobOf(evidence) },
    { head: 'Why', cell: ({ reason }) => dropWords(reason) },
  ];
  return (
    <section>
      <h3>{`${title}: ${counted(total.days, 'day')} (${yearsText(total.days)})`}</h3>
      <Table
        caption={`${title}: what was counted`}
        columns={periods}
        rows={total.periods}
        keyOf={({ from }) => from}
        empty="Nothing was counted."
      />
      {total.assumed ? (
        <>
          <p>Where only the month or the year is known, a job counts from its first day or to its last:</p>
          <ul>
            {total.assumed.map((assumed) => (
              <li key={`${assumed.evidence} ${assumed.end}`}>{`${jobOf(assumed.evidence)} ${assumedWords(assumed)}.`}</li>
            ))}
          </ul>
        </>
      ) : null}
      {total.dropped.length > 0 ? (
        <details>
          <summary>{`${counted(total.dropped.length, 'period')} not counted, and why`}</summary>
          <Table
            caption={`${title}: what was not counted`}
            columns={dropped}
            rows={total.dropped}
            keyOf={({ evidence, from, reason }) => `${evidence} ${from} ${reason}`}
          />
        </details>
      ) : null}
    </section>
  );
}
