import { Bar, Card, Moment, Tag } from '../../../web/index.js';
import type { RequestFacts, StageView } from '../surge-view.dto.js';
import { STAGE_MEANINGS, STAGE_WORDS, stageText } from './desk-words.js';
import { durationText, OWES_WORDS } from './words.js';

/** The clock of every stage: how much of its time is used, and which one is late. Late is said, not only coloured. */
export function Stages({ stages }: { stages: readonly StageView[] }) {
  return (
    <Card title="Stages">
      <p class="hint">Each stage has its share of the clock. The clocks stand still while the requesting office owes an answer.</p>
      <ol class="stages">
        {stages.map((stage) => (
          <li key={stage.stage} aria-current={stage.state === 'running' ? 'step' : undefined}>
            <strong>{STAGE_WORDS[stage.stage]}</strong> <StageTag stage={stage} />
            <p class="hint">In it, {STAGE_MEANINGS[stage.stage]}.</p>
            <Bar
              value={Math.min(100, Math.floor((stage.usedSeconds * 100) / stage.allowedSeconds))}
              max={100}
              label={`Per cent of the time for ${STAGE_WORDS[stage.stage].toLowerCase()} used`}
              text={`${Math.floor((stage.usedSeconds * 100) / stage.allowedSeconds)} %`}
            />
            <p class="hint">
              {stageText(stage)}
              {stage.dueAt && !stage.late ? (
                <>
                  , until <Moment value={stage.dueAt} />
                </>
              ) : null}
              .{stage.pausedSeconds > 0 ? ` Stood still for ${durationText(stage.pausedSeconds)} while an answer was owed.` : ''}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Late, running or standing still; nothing for a stage that needs no attention. */
export function StageTag({ stage }: { stage: StageView }) {
  if (stage.late && (stage.state === 'running' || stage.state === 'paused')) return <Tag tone="danger">Late</Tag>;
  if (stage.state === 'running') return <Tag tone="accent">Now</Tag>;
  if (stage.state === 'paused') return <Tag tone="warning">Stands still</Tag>;
  return stage.late ? <Tag tone="warning">Was late</Tag> : null;
}

/** That the office owes an answer, where the state does not say it. */
export function Owes({ request: { state, pausedAt } }: { request: Pick<RequestFacts, 'state' | 'pausedAt'> }) {
  return pausedAt === null || state === 'more-information' ? null : <Tag tone="warning">{OWES_WORDS}</Tag>;
}
