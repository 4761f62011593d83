import { ROLE_NAMES } from '../../../core/access.js';
import { MOST_CANDIDATES } from '../../../core/panel.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, ButtonLink, Card, Choices, Field, type Form, Note, PostForm, Select } from '../../../web/index.js';
import type { ShortlistRun } from '../../shortlists/index.js';
import type { Invitable } from '../panel-people.service.js';

/** Where a panel begins, for whoever came here without a shortlist. */
export function NoRunYet() {
  return (
    <Card title="A panel begins with a shortlist">
      <p>
        A panel rates the first candidates of a shortlist without knowing who they are. Open the post, compute its shortlist or open the one
        that is there, and choose “Set up a panel” on its page.
      </p>
      <p>
        <ButtonLink href="/posts" tone="main">
          See the posts
        </ButtonLink>
      </p>
    </Card>
  );
}

/** Sets a panel up on a run. */
export function NewPanelForm({ form, run, invitable }: { form: Form; run: ShortlistRun; invitable: readonly Invitable[] }) {
  const people = invitable.map(({ id, name, role }) => [id, `${name} – ${ROLE_NAMES[role]}`] as const);
  return (
    <>
      <Note>
        You have seen who is on this shortlist, so you keep the record of the panel and do not rate. While the members rate, the shortlists
        of this post do not exist for them.
      </Note>
      <PostForm form={form} action="/panels">
        <input type="hidden" name="runId" value={run.id} />
        <Field
          form={form}
          name="candidates"
          label="How many of the first"
          hint={`${run.eligible} are eligible; ${Math.min(run.size, run.eligible)} were kept with their explanation. At most ${MOST_CANDIDATES} get a letter.`}
          type="number"
          min={1}
          max={MOST_CANDIDATES}
        />
        <Choices
          form={form}
          name="members"
          label="Members"
          hint={`Recruiters, HRM panel members, and the Resident Coordinator of ${countryName(run.requirement.country)} or whoever the country team designated.`}
          options={people}
          several
        />
        <Select form={form} name="chairId" label="Who chairs" hint="One of the members." options={people} empty="Choose" />
        <Button>Invite the panel</Button>
      </PostForm>
    </>
  );
}
