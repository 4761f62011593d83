import type { Gap, SurgeFigures, UnmetReason } from '../../../core/figures.js';
import { LANGUAGES } from '../../../core/languages.js';
import { OFFER_STATES, type OfferState } from '../../../core/offers.js';
import type { Urgency } from '../../../core/surge.js';
import type { Stage } from '../../../core/surge-stages.js';
import { THEMES } from '../../../core/themes.js';
import { Bar, ButtonLink, Card, Definition, StackedBar, Table } from '../../../web/index.js';

const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  triage: 'Taken under review',
  decision: 'Decided',
  match: 'Experts found',
  offer: 'Offer accepted',
  release: 'Released by the agency',
  travel: 'On the ground',
};
const URGENCY_NAMES: Readonly<Record<Urgency, string>> = { immediate: 'Immediate', urgent: 'Urgent', planned: 'Planned' };
const OFFER_NAMES: Readonly<Record<OfferState, string>> = {
  sent: 'Not answered yet',
  accepted: 'Accepted',
  declined: 'Declined',
  lapsed: 'No answer in time',
  withdrawn: 'Taken back',
};
const UNMET_NAMES: Readonly<Record<UnmetReason, string>> = {
  declined: 'Declined by the desk',
  'stood-down': 'Stood down',
  'not-filled': 'Ended with places left empty',
};

/** How surge went in a year: against the clock, in answers, in gaps. Numbers first, pictures beside them. */
export function FiguresScreen({ figures, thisYear }: { figures: SurgeFigures & { readonly year: number }; thisYear: number }) {
  const { year } = figures;
  return (
    <>
      <p class="row">
        <ButtonLink href={`/figures?year=${year - 1}`} tone="quiet">
          {year - 1}
        </ButtonLink>
        {year < thisYear ? (
          <ButtonLink href={`/figures?year=${year + 1}`} tone="quiet">
            {year + 1}
          </ButtonLink>
        ) : null}
        <ButtonLink href={`/api/v1/figures/requests.csv?year=${year}`} tone="quiet">
          As CSV
        </ButtonLink>
      </p>
      <Card title={`Requests begun in ${year}`} tone="accent">
        <Definition
          items={[
            ['Requests', figures.requests],
            ['Places asked for', figures.seats],
            ['Places filled', `${figures.filled} (${share(figures.filled, figures.seats)})`],
          ]}
        />
        <Bar value={figures.filled} max={Math.max(1, figures.seats)} label="Places filled" />
      </Card>
      <Card title="Time to each stage against its clock">
        <Stages figures={figures} />
      </Card>
      <Card title="Answers to offers">
        <Offers offers={figures.offers} />
      </Card>
      <Gaps title="By language" gaps={figures.byLanguage} words={LANGUAGES} />
      <Gaps title="By theme" gaps={figures.byTheme} words={THEMES} />
      <Card title="Requests not met, and why">
        {figures.unmet.every(({ requests }) => requests.length === 0) ? (
          <p>None.</p>
        ) : (
          <Definition
            items={figures.unmet.map(({ reason, requests }) => [
              UNMET_NAMES[reason],
              requests.length === 0 ? '0' : `${requests.length}: ${requests.join(', ')}`,
            ])}
          />
        )}
      </Card>
    </>
  );
}

function Stages({ figures: { stages } }: { figures: SurgeFigures }) {
  return (
    <Table
      caption="Time to each stage"
      rows={stages}
      keyOf={({ urgency, stage }) => `${urgency}-${stage}`}
      empty="No request has left a stage yet."
      columns={[
        { head: 'Stage', names: true, cell: ({ stage }) => STAGE_NAMES[stage] },
        { head: 'Urgency', cell: ({ urgency }) => URGENCY_NAMES[urgency] },
        { head: 'Requests', numeric: true, cell: ({ count }) => count },
        { head: 'In time', cell: ({ inTime, count }) => <Bar value={inTime} max={count} label="In time" text={share(inTime, count)} /> },
        { head: 'Median', numeric: true, cell: ({ medianSeconds }) => (medianSeconds === null ? '–' : hours(medianSeconds)) },
        { head: 'Allowed', numeric: true, cell: ({ allowedSeconds }) => hours(allowedSeconds) },
      ]}
    />
  );
}

function Offers({ offers }: { offers: SurgeFigures['offers'] }) {
  const total = OFFER_STATES.reduce((sum, state) => sum + offers[state], 0);
  const answered = offers.accepted + offers.declined + offers.lapsed;
  if (total === 0) return <p>No offer yet.</p>;
  return (
    <>
      <p>
        Accepted: {offers.accepted} of {answered} that were answered or lapsed ({share(offers.accepted, answered)}).
      </p>
      <StackedBar
        segments={OFFER_STATES.map((state) => ({ label: OFFER_NAMES[state], value: offers[state] }))}
        max={total}
        label="Offers"
      />
    </>
  );
}

function Gaps<Name extends string>({
  title,
  gaps,
  words,
}: {
  title: string;
  gaps: readonly Gap<Name>[];
  words: Readonly<Record<Name, string>>;
}) {
  return (
    <Card title={title}>
      <Table
        caption={`Places asked for and filled ${title.toLowerCase()}`}
        rows={gaps}
        keyOf={({ name }) => name}
        empty="No request asked for any."
        columns={[
          { head: 'Asked for', names: true, cell: ({ name }) => words[name] },
          { head: 'Requests', numeric: true, cell: ({ requests }) => requests },
          { head: 'Places', numeric: true, cell: ({ seats }) => seats },
          { head: 'Filled', cell: ({ filled, seats }) => <Bar value={filled} max={seats} label="Filled" /> },
          { head: 'Gap', numeric: true, cell: ({ filled, seats }) => seats - filled },
        ]}
      />
    </Card>
  );
}

/** Whole per cent, rounded down: 199 of 200 is not everything. */
function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((part * 100) / whole)} %`;
}

/** Hours and minutes, because clocks here are in hours; what is nothing is left out. */
function hours(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return seconds === 0 ? '0 min' : 'under 1 min';
  const parts = [minutes >= 60 ? `${Math.floor(minutes / 60)} h` : '', minutes % 60 > 0 ? `${minutes % 60} min` : ''];
  return parts.filter((part) => part !== '').join(' ');
}
