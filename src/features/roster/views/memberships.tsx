import { type Actor, may, ROLE_NAMES } from '../../../core/access.js';
import type { RosterMembership } from '../../../core/expert.js';
import { stepsFrom } from '../../../core/vetting.js';
import { Button, Card, Choices, Day, Empty, Form, Moment, PostForm, Tag, TextArea } from '../../../web/index.js';
import type { ExpertView } from '../roster-profiles.service.js';
import { ROSTER_NAMES, STATE_NAMES, STATE_TONES, STEP_NAMES } from './wording.js';

/** Where the expert stands on each roster, how that came about, and the next step for whoever may take one. */
export function Memberships({ expert, me, form }: { expert: ExpertView; me: Actor; form?: Form }) {
  if (expert.memberships.length === 0)
    return (
      <Card title="Rosters">
        <Empty>This person is on no roster.</Empty>
      </Card>
    );
  return (
    <>
      {expert.memberships.map((membership) => (
        <Membership
          key={membership.roster}
          expert={expert}
          membership={membership}
          me={me}
          form={form?.value('roster') === membership.roster ? form : undefined}
        />
      ))}
    </>
  );
}

function Membership({
  expert,
  membership,
  me,
  form = new Form(),
}: {
  expert: ExpertView;
  membership: RosterMembership;
  me: Actor;
  form?: Form;
}) {
  const { roster, agency, state, since, until } = membership;
  const decisions = expert.decisions.filter((decision) => decision.roster === roster);
  const steps = stepsFrom(roster, state, (permission) => may(me, permission));
  return (
    <Card
      title={`${ROSTER_NAMES[roster]}${agency ? `: ${agency}` : ''}`}
      tone={STATE_TONES[state]}
      actions={<Tag tone={STATE_TONES[state]}>{STATE_NAMES[state]}</Tag>}
    >
      <p>
        Since <Day value={since} />
        {until ? (
          <>
            {' '}
            until <Day value={until} />
          </>
        ) : (
          ', without an end'
        )}
        .
      </p>
      {decisions.length === 0 ? (
        <p class="hint">No decision was recorded here; the membership came with an import.</p>
      ) : (
        <ol class="timeline">
          {decisions.map((decision) => (
            <li key={decision.id}>
              <strong>
                {decision.from === 'none' ? STATE_NAMES[decision.to] : `${STATE_NAMES[decision.from]} → ${STATE_NAMES[decision.to]}`}
              </strong>{' '}
              · {ROLE_NAMES[decision.decidedAs]}, <Moment value={decision.decidedAt} />
              <br />
              {decision.reason}
            </li>
          ))}
        </ol>
      )}
      {steps.length === 0 ? null : (
        <PostForm form={form} action={`/roster/experts/${expert.id}/decisions`}>
          <input type="hidden" name="roster" value={roster} />
          <Choices form={form} name="to" label="Decision" options={steps.map(({ to }) => [to, STEP_NAMES[to]] as const)} inline />
          <TextArea form={form} name="reason" label="Reason" hint="It is kept with the decision, and an auditor can read it." rows={3} />
          <Button>Record the decision</Button>
        </PostForm>
      )}
    </Card>
  );
}
