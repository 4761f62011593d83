import { QUEUE_MOVES } from '../../../core/surge-queue.js';
import { Button, type Form, PostForm, Select, TextArea } from '../../../web/index.js';
import type { OfficerView } from '../surge-desk.dto.js';
import type { SurgeRequestView } from '../surge-view.dto.js';
import { MOVE_WORDS } from './words.js';

const refused = (form: Form): boolean => form.problems.length > 0 || form.summary !== undefined;

/** Moves a request in the queue; for one that is not over. */
export function Move({ view, form }: { view: SurgeRequestView; form: Form }) {
  const { request } = view;
  return (
    <details open={refused(form)}>
      <summary>Move it in the queue</summary>
      <PostForm form={form} action={`/surge/${request.id}/moves`}>
        <input type="hidden" name="version" value={request.version} />
        <Select form={form} name="move" label="Place" options={QUEUE_MOVES.map((move) => [move, MOVE_WORDS[move]] as const)} />
        <TextArea form={form} name="moveReason" label="Reason for moving it" rows={2} />
        <Button tone="quiet">Move</Button>
      </PostForm>
    </details>
  );
}

/** Takes a request, or hands it over to a colleague; for one that is not over. */
export function HandOver({
  view,
  form,
  officers,
  me,
}: {
  view: SurgeRequestView;
  form: Form;
  officers: readonly OfficerView[];
  me: string;
}) {
  const { request } = view;
  const others = officers.filter(({ id }) => id !== request.officerId && id !== me);
  return (
    <>
      {request.officerId === me ? null : (
        <form method="post" action={`/surge/${request.id}/officer`}>
          <input type="hidden" name="version" value={request.version} />
          <input type="hidden" name="officerId" value={me} />
          <Button tone="quiet">Take it</Button>
        </form>
      )}
      {others.length === 0 ? null : (
        <details open={refused(form)}>
          <summary>Hand it over</summary>
          <PostForm form={form} action={`/surge/${request.id}/officer`}>
            <input type="hidden" name="version" value={request.version} />
            <Select form={form} name="officerId" label="To" options={others.map(({ id, name }) => [id, name] as const)} />
            <TextArea form={form} name="handOverReason" label="Why" hint="Stays in the history." rows={2} optional />
            <Button tone="quiet">Hand over</Button>
          </PostForm>
        </details>
      )}
    </>
  );
}
