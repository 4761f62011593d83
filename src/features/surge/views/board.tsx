import { STAGES } from '../../../core/surge-stages.js';
import { Card, Tag } from '../../../web/index.js';
import type { QueueLine } from '../surge-view.dto.js';
import { countryText, STAGE_WORDS, stageText } from './desk-words.js';
import { Owes, StageTag } from './stages.js';
import { clockText, STATE_WORDS, URGENCY_SHORT, URGENCY_TONES } from './words.js';

/** The queue by stage, each column in the order of the queue. */
export function Board({ lines }: { lines: readonly QueueLine[] }) {
  const elsewhere = lines.filter(({ stage }) => stage === null);
  return (
    <div class="board">
      {STAGES.map((stage) => (
        <Column key={stage} title={STAGE_WORDS[stage]} lines={lines.filter((line) => line.stage?.stage === stage)} />
      ))}
      {elsewhere.length > 0 ? <Column title="No stage" lines={elsewhere} /> : null}
    </div>
  );
}

function Column({ title, lines }: { title: string; lines: readonly QueueLine[] }) {
  const late = lines.filter(({ clock, stage }) => clock.late || stage?.late).length;
  return (
    <section class="board-column">
      <h2>
        {title} <small>{lines.length === 0 ? 'none' : `${lines.length}${late > 0 ? `, ${late} late` : ''}`}</small>
      </h2>
      {lines.map((line) => (
        <OnBoard key={line.request.id} line={line} />
      ))}
    </section>
  );
}

function OnBoard({ line: { place, request, clock, stage, officer } }: { line: QueueLine }) {
  return (
    <Card tone={clock.late || stage?.late ? 'danger' : undefined}>
      <p>
        {place}.{' '}
        <a class="nowrap" href={`/surge/${request.id}`}>
          {request.reference}
        </a>{' '}
        <Tag tone={URGENCY_TONES[request.urgency]}>{URGENCY_SHORT[request.urgency]}</Tag>
      </p>
      <p>{countryText(request.country)}</p>
      <p class="hint">
        {STATE_WORDS[request.state]}. <Owes request={request} /> {stage ? <>{stageText(stage)}. </> : null}
        {stage ? <StageTag stage={stage} /> : null}
      </p>
      <p class="hint">
        {clock.late ? <Tag tone="danger">Late</Tag> : null} In all: {clockText(clock)}
      </p>
      <p class="hint">With {officer ?? 'nobody yet'}</p>
    </Card>
  );
}
