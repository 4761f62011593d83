import type { Actor } from '../../../core/access.js';
import { may } from '../../../core/access.js';
import { POST_TRANSITIONS } from '../../../core/post.js';
import { Button, ButtonLink, Card, type Column, Day, Field, type Form, Moment, PostForm as SendForm, Table } from '../../../web/index.js';
import type { PostEntity } from '../../posts/index.js';
import { LARGEST_SIZE } from '../shortlist.dto.js';
import type { ShortlistRun } from '../shortlist.entity.js';
import { count } from './numbers.js';

/** What the actor may do with the post from where it stands. */
export function PostActions({ post, me, form }: { post: PostEntity; me: Actor; form: Form }) {
  const possible = POST_TRANSITIONS[post.state];
  const edits = may(me, 'posts:edit');
  return (
    <>
      {possible.run && may(me, 'shortlists:run') ? (
        <Card title="Run the shortlist" tone="accent">
          <SendForm form={form} action={`/posts/${post.id}/shortlists`}>
            <p>Looks at everybody on both rosters, orders those who meet every gate, and lists the others with what is missing.</p>
            <div class="row">
              <Field
                form={form}
                name="size"
                label="Keep the best"
                type="number"
                min={1}
                max={LARGEST_SIZE}
                hint={`1 to ${LARGEST_SIZE}, each with the whole explanation.`}
              />
              <Field
                form={form}
                name="asOf"
                label="Count experience up to"
                type="date"
                optional
                hint="Empty: the post's own day, else today."
              />
            </div>
            <Button>Run the shortlist</Button>
          </SendForm>
        </Card>
      ) : null}
      {edits && post.state !== 'closed' ? (
        <div class="row">
          {possible.update ? <ButtonLink href={`/posts/${post.id}/edit`}>Change the draft</ButtonLink> : null}
          {possible.publish ? (
            <form method="post" action={`/posts/${post.id}/publication`}>
              <Button tone="quiet">Publish: freeze the criteria</Button>
            </form>
          ) : null}
          {possible.close ? (
            <form method="post" action={`/posts/${post.id}/closure`}>
              <Button tone="danger">Close the post</Button>
            </form>
          ) : null}
        </div>
      ) : null}
    </>
  );
}

const RUNS: readonly Column<ShortlistRun>[] = [
  {
    head: 'Run',
    cell: (run) => (
      <a href={`/shortlists/${run.id}`}>
        <Moment value={run.runAt} />
      </a>
    ),
    names: true,
  },
  { head: 'As of', cell: ({ asOf }) => <Day value={asOf} /> },
  { head: 'Eligible', cell: ({ eligible, considered }) => `${count(eligible)} of ${count(considered)}`, numeric: true },
  { head: 'Post version', cell: ({ postVersion }) => postVersion, numeric: true },
  { head: 'Roster revision', cell: ({ rosterRevision }) => count(rosterRevision), numeric: true },
  { head: 'Rubric', cell: ({ rubricVersion }) => rubricVersion },
];

export function EarlierRuns({ runs }: { runs: readonly ShortlistRun[] }) {
  return (
    <Card title="Shortlists of this post">
      <Table
        caption="Shortlists of this post, newest first"
        columns={RUNS}
        rows={runs}
        keyOf={({ id }) => id}
        empty="None has been run yet."
      />
    </Card>
  );
}
