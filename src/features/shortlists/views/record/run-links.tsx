import type { Actor } from '../../../../core/access.js';
import { may } from '../../../../core/access.js';
import { RUBRIC_VERSION } from '../../../../core/matching/index.js';
import { Button, ButtonLink, Card, Moment, Note } from '../../../../web/index.js';
import type { ShortlistRun } from '../../shortlist.entity.js';
import { computable } from '../../shortlist-view.js';

/** What can be asked of a run as a record: only for whoever may see the whole of it. */
export function RunLinks({ run, earlier, me }: { run: ShortlistRun; earlier: readonly ShortlistRun[]; me: Actor }) {
  if (!may(me, 'records:read')) return null;
  if (run.snapshotId === null)
    return <Note tone="neutral">This run is from before rosters were kept with their runs: it can be read, but not computed again.</Note>;
  const again = computable(run);
  const comparable = earlier.filter(computable);
  const [here, api] = [`/shortlists/${run.id}`, `/api/v1/shortlists/${run.id}`];
  return (
    <Card title="The list as a record">
      {again ? (
        <p class="hint">Everything below is computed from the roster as the run saw it, not as it is now.</p>
      ) : (
        <Note tone="warning">
          {`This run was made by rules ${run.rubricVersion}; here are rules ${RUBRIC_VERSION}. It stands as it was kept. Computing it again, with other weights too, needs a version of the desk with rules ${run.rubricVersion}.`}
        </Note>
      )}
      <div class="row">
        {again ? (
          <>
            <ButtonLink href={`${here}/robustness`}>How firm are the ranks?</ButtonLink>
            <ButtonLink href={`${here}/weights`}>Try other weights</ButtonLink>
          </>
        ) : null}
        <ButtonLink href={`${here}/balance`}>Balance</ButtonLink>
        <ButtonLink href={`${here}/report`}>Report and sign-off</ButtonLink>
        {may(me, 'panels:edit') ? <ButtonLink href={`/panels/new?run=${run.id}`}>Set up a panel</ButtonLink> : null}
        {again ? (
          <form method="post" action={`${here}/replay`}>
            <Button tone="quiet">Replay this run</Button>
          </form>
        ) : null}
      </div>
      <p>
        Download: <a href={`${api}/table.csv`}>CSV</a>, <a href={`${api}/table.xlsx`}>Excel</a>,{' '}
        <a href={`${api}/document`}>the whole run as JSON, for an auditor</a>.
      </p>
      {again && comparable.length > 0 ? (
        <p>
          What changed since the run of{' '}
          {comparable.slice(0, 3).map((other, index) => (
            <span key={other.id}>
              {index > 0 ? ', ' : ''}
              <a href={`${here}/diff/${other.id}`}>
                <Moment value={other.runAt} />
              </a>
            </span>
          ))}
          ?
        </p>
      ) : null}
    </Card>
  );
}

/** Back to the list, on every page about it. */
export function BackToList({ run }: { run: Pick<ShortlistRun, 'id'> }) {
  return (
    <p class="row no-print">
      <a href={`/shortlists/${run.id}`}>Back to the shortlist</a>
    </p>
  );
}
