import { FINAL_STATES } from '../../../core/surge.js';
import { Button, Card, type Form, Moment, PostForm, TextArea } from '../../../web/index.js';
import type { SurgeEventKind } from '../entities/surge-event.entity.js';
import type { EventView, SurgeRequestView } from '../surge-view.dto.js';
import { Paragraphs } from './paragraphs.js';

/** What belongs to the conversation of the two sides. */
const SPOKEN: readonly SurgeEventKind[] = ['ask', 'answer', 'go-on', 'wrote'];
const OPENINGS: Readonly<Partial<Record<SurgeEventKind, string>>> = {
  ask: 'asks, and the clock stands still',
  answer: 'answers',
  'go-on': 'goes on without the answer',
  wrote: 'writes',
};

/** Questions, answers and messages between the desk and the office, oldest first, and a way to write another. */
export function Thread({ view, form, mayWrite }: { view: SurgeRequestView; form: Form; mayWrite: boolean }) {
  const { request, events } = view;
  if (request.state === 'draft') return null;
  const spoken = events.filter(({ kind }) => SPOKEN.includes(kind));
  const open = mayWrite && !FINAL_STATES.includes(request.state);
  if (!open && spoken.length === 0) return null;
  return (
    <Card title="Messages">
      {spoken.length === 0 ? <p class="empty">Nobody has written yet.</p> : <Said events={spoken} />}
      {open ? (
        <PostForm form={form} action={`/surge/${request.id}/messages`}>
          <TextArea
            form={form}
            name="message"
            label="Write to the other side"
            hint="Both sides read it on this page, and the other side gets a mail. It moves nothing and stops no clock."
            rows={3}
          />
          <Button tone="quiet">Send the message</Button>
        </PostForm>
      ) : null}
    </Card>
  );
}

function Said({ events }: { events: readonly EventView[] }) {
  return (
    <ol class="timeline">
      {events.map((event, at) => (
        <li key={at}>
          <strong>{event.actor}</strong> {OPENINGS[event.kind]}{' '}
          <span class="hint">
            <Moment value={event.at} />
          </span>
          <Paragraphs text={event.reason ?? ''} />
        </li>
      ))}
    </ol>
  );
}
