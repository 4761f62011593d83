import { awayPeriod } from '../../../core/deployments.js';
import { countryName } from '../../../platform/reference-data/index.js';
import { Button, Card, type Column, Day, Definition, type Form, Moment, Note, PostForm, Table, Tag, TextArea } from '../../../web/index.js';
import type { ReleaseCase } from '../surge-view.dto.js';
import { RELEASE_TONES, RELEASE_WORDS } from './offer-words.js';
import { Prose } from './request-page.js';
import { URGENCY_WORDS } from './words.js';

const COLUMNS: readonly Column<ReleaseCase>[] = [
  { head: 'Expert', names: true, cell: (one) => <a href={`/releases/${one.id}`}>{one.name ?? `Roster number ${one.number}`}</a> },
  { head: 'State', cell: (one) => <Tag tone={RELEASE_TONES[one.state]}>{RELEASE_WORDS[one.state]}</Tag> },
  { head: 'Country', cell: (one) => countryName(one.country) },
  { head: 'Days away', cell: (one) => <Away one={one} /> },
  { head: 'Answer by', cell: (one) => <Moment value={one.deadline} /> },
];

/** Everything asked from the agency: what is to be decided first. */
export function ReleaseList({ releases }: { releases: readonly ReleaseCase[] }) {
  return (
    <>
      <p>
        The surge desk asks your agency to release members of its staff for missions. The expert is asked at the same time; an acceptance
        counts only with your release.
      </p>
      <Table
        caption="Releases asked from your agency"
        columns={COLUMNS}
        rows={releases}
        keyOf={(one) => one.id}
        empty="No release has been asked from your agency."
      />
    </>
  );
}

/** One release: who, where, when, what for, and two answers. */
export function ReleasePage({ one, form }: { one: ReleaseCase; form: Form }) {
  return (
    <>
      <p>
        <a href="/releases">Back to all releases</a>
      </p>
      <Standing one={one} />
      {one.open ? <Decision one={one} form={form} /> : null}
      <Card title="The mission">
        <Definition
          items={[
            ['Country', countryName(one.country)],
            ['How soon', URGENCY_WORDS[one.urgency]],
            [
              'Mission',
              <>
                <Day value={one.startsOn} /> to <Day value={one.endsOn} />
              </>,
            ],
            ['Days away, travel included', <Away one={one} />],
            ['Reference', one.reference],
          ]}
        />
        <Prose title="What the expert would do" text={one.tasks} />
        <Prose title="Hosting arrangements" text={one.hosting} />
        <Prose title="Security" text={one.security} />
      </Card>
    </>
  );
}

function Standing({ one }: { one: ReleaseCase }) {
  return (
    <Card tone={one.open ? 'accent' : undefined}>
      <p>
        <Tag tone={RELEASE_TONES[one.state]}>{RELEASE_WORDS[one.state]}</Tag>
      </p>
      <Definition
        items={[
          ['Expert', <a href={`/roster/experts/${one.expertId}`}>{one.name ?? `Roster number ${one.number}`}</a>],
          ['The expert', one.accepted ? 'Has accepted' : one.open ? 'Has not answered yet' : 'Does not go'],
          ['Asked', <Moment value={one.askedAt} />],
          ['Please answer by', <Moment value={one.deadline} />],
          ['Decided', <Moment value={one.decidedAt} none="Not yet" />],
        ]}
      />
      {one.reason ? <p>{one.reason}</p> : null}
      {one.state === 'overdue' ? <Note tone="warning">The time to answer has passed. You can still answer.</Note> : null}
    </Card>
  );
}

function Decision({ one, form }: { one: ReleaseCase; form: Form }) {
  return (
    <Card title="Do you release the expert on these days?">
      <PostForm form={form} action={`/releases/${one.id}`}>
        <TextArea
          form={form}
          name="reason"
          label="Reason"
          hint="Needed to refuse. The surge desk reads it; the expert and the country do not."
          rows={2}
        />
        <div class="row">
          <Button name="decision" value="grant">
            Release
          </Button>
          <Button name="decision" value="refuse" tone="danger">
            Refuse
          </Button>
        </div>
      </PostForm>
    </Card>
  );
}

function Away({ one }: { one: ReleaseCase }) {
  const { from, to } = awayPeriod(one);
  return (
    <>
      <Day value={from} /> to <Day value={to} />
    </>
  );
}
