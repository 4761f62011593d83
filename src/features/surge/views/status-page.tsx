import { Card, Definition, Note, Tag } from '../../../web/index.js';
import type { SurgeStatus } from '../surge-view.dto.js';
import { PUBLIC_STATE_WORDS, STATE_TONES, STATE_WORDS } from './words.js';

/** How a request stands, in words that can be read out or passed on. */
export function StatusPage({ status, path }: { status: SurgeStatus; path: string }) {
  const { reference, state, places, certain } = status;
  return (
    <>
      <p>
        <a href={path}>Back to the request</a>
      </p>
      <Note>What stands here can be shown to anybody who asks: it says neither who goes, nor where, when or why.</Note>
      <Card tone="accent">
        <p class="row">
          <Tag tone={STATE_TONES[state]}>{STATE_WORDS[state]}</Tag>
        </p>
        <p>{statusText(status)}</p>
        <Definition
          items={[
            ['Reference', reference],
            ['Places', places],
            ['Certain', certain],
          ]}
        />
      </Card>
    </>
  );
}

/** The same as one paragraph, to be copied. */
function statusText({ reference, state, answerOwed, places, certain, clock }: SurgeStatus): string {
  return [
    `${reference}: ${PUBLIC_STATE_WORDS[state]}`,
    certain > 0 && state !== 'closed' ? `${certain} of ${places} ${places === 1 ? 'place is' : 'places are'} certain.` : '',
    answerOwed ? 'The requesting office owes an answer, and the clock stands still until it comes.' : '',
    clock.state === 'running' ? (clock.late ? 'It takes longer than it should.' : 'It is within its time.') : '',
  ]
    .filter(Boolean)
    .join(' ');
}
