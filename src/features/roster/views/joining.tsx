import { type Actor, may } from '../../../core/access.js';
import { ROSTERS, type RosterName } from '../../../core/expert.js';
import { stepsFrom } from '../../../core/vetting.js';
import { Button, ButtonLink, Choices, Empty, Field, type Form, PostForm, TextArea } from '../../../web/index.js';
import type { ExpertView } from '../roster-profiles.service.js';
import { ROSTER_NAMES } from './wording.js';

const JOINED: Readonly<Record<RosterName, string>> = {
  interagency: `${ROSTER_NAMES.interagency}: active at once`,
  external: `${ROSTER_NAMES.external}: applied, to be vetted by the panel`,
};

/** The rosters to which the reader may add this expert: those on which the expert never was. */
export function openRosters(expert: Pick<ExpertView, 'memberships'>, me: Actor): RosterName[] {
  return ROSTERS.filter(
    (roster) =>
      !expert.memberships.some((membership) => membership.roster === roster) &&
      stepsFrom(roster, 'none', (permission) => may(me, permission)).length > 0,
  );
}

/** Adds an expert to a roster, with a reason. */
export function Joining({ expert, me, form }: { expert: ExpertView; me: Actor; form: Form }) {
  const rosters = openRosters(expert, me);
  const own = may(me, 'roster:edit') ? null : me.agency;
  const here = `/roster/experts/${expert.id}`;
  if (rosters.length === 0)
    return (
      <Empty>
        There is no roster to which you could add this person. <a href={here}>Back to the profile</a>
      </Empty>
    );
  return (
    <PostForm form={form} action={`${here}/memberships`}>
      <Choices form={form} name="roster" label="Roster" options={rosters.map((roster) => [roster, JOINED[roster]] as const)} />
      {own === null ? (
        <Field
          form={form}
          name="agency"
          label="Agency"
          hint="That releases the person, such as UNDP; empty on the external roster."
          width="medium"
          optional
        />
      ) : (
        <input type="hidden" name="agency" value={own} />
      )}
      <Field form={form} name="since" label="First day of the term" hint="Today when left empty." type="date" optional />
      <Field form={form} name="until" label="Last day of the term" hint="Empty when it has no end." type="date" optional />
      <TextArea form={form} name="reason" label="Reason" hint="It is kept with the decision, and an auditor can read it." rows={3} />
      <div class="row">
        <Button>Add to the roster</Button>
        <ButtonLink href={here}>Leave it</ButtonLink>
      </div>
    </PostForm>
  );
}
