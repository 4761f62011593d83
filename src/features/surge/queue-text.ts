import type { QueueLine } from './surge-view.dto.js';
import { countryText, STAGE_WORDS, stageText } from './views/desk-words.js';
import { clockText, STATE_WORDS, termsText, URGENCY_SHORT } from './views/words.js';

/** The queue for a terminal: three lines for each request, in its order, with the numbers that the order was made from. */
export function* queueText(lines: readonly QueueLine[]): Generator<string> {
  if (lines.length === 0) yield 'No request is waiting.';
  for (const { place, terms, clock, stage, officer, request } of lines) {
    const late = clock.late || stage?.late ? '  LATE' : '';
    yield `${String(place).padStart(3)}. ${request.reference}  ${URGENCY_SHORT[request.urgency]}  ${STATE_WORDS[request.state]}  ${countryText(request.country)}${late}`;
    const stageWords = stage ? `${STAGE_WORDS[stage.stage]}: ${stageText(stage)}. ` : '';
    yield `     ${stageWords}In all: ${clockText(clock)} With ${officer ?? 'nobody yet'}.`;
    yield `     ${termsText(terms).join(' · ')}`;
  }
}
