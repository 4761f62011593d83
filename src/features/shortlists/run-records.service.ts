import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { Actor } from '../../core/access.js';
import { DomainError } from '../../core/errors.js';
import { checkRules, type FrozenRun, type Pool, type Replay, replayGradually } from '../../core/matching/index.js';
import { Audit } from '../../platform/audit/index.js';
import { Database } from '../../platform/database/index.js';
import { FrozenRosters } from './frozen-rosters.service.js';
import { RunReader } from './run-reader.service.js';
import { ShortlistCandidate, type ShortlistRun, ShortlistStatement } from './shortlist.entity.js';

/** People of a run that are read by one statement. */
const AT_ONCE = 500;

/** A run with the roster as it saw it. */
export interface FrozenInput {
  readonly run: ShortlistRun;
  readonly pool: Pool;
}

/** Roster numbers of a run by what came out. Whoever is eligible and below the list is in neither. */
export interface Outcome {
  readonly listed: ReadonlySet<number>;
  readonly ineligible: ReadonlySet<number>;
}

/** Runs as records: what went in, what came out, and that the one still gives the other. */
@Injectable()
export class RunRecords {
  constructor(
    private readonly database: Database,
    private readonly runs: RunReader,
    private readonly rosters: FrozenRosters,
    private readonly audit: Audit,
  ) {}

  /** The run and its frozen roster. Throws 'not-found', and 'shortlist.not-frozen' for a run from before rosters were frozen. */
  async input(id: string, me: Actor): Promise<FrozenInput> {
    const run = await this.runs.run(id, me);
    const pool = await this.rosters.pool(snapshotOf(run), run.asOf);
    await pool.ready(run.requirement, () => setImmediate());
    await this.runs.recordLook(me, { kind: 'shortlist', id });
    return { run, pool };
  }

  /** As `input`, to compute with. Throws also 'shortlist.other-rules' for a run of another version of the rubric. */
  async studied(id: string, me: Actor): Promise<FrozenInput> {
    const input = await this.input(id, me);
    checkRules(input.run.rubricVersion);
    return input;
  }

  /** Who was listed and who was not eligible, as it was kept. The caller has decided that the run may be seen. */
  async outcome(runId: string): Promise<Outcome> {
    const rows = await this.database.read
      .getRepository(ShortlistCandidate)
      .find({ where: { runId }, select: { number: true, eligible: true } });
    const numbers = (eligible: boolean) => new Set(rows.filter((row) => row.eligible === eligible).map(({ number }) => number));
    return { listed: numbers(true), ineligible: numbers(false) };
  }

  /**
   * Recomputes the run from what it used and compares everything that was kept; the roster of today plays no part. Who
   * replayed and whether it was equal is recorded. Throws as `studied`.
   */
  async replay(id: string, me: Actor): Promise<Replay> {
    const { run, pool } = await this.studied(id, me);
    const result = await replayGradually(await this.frozen(run), pool, () => setImmediate());
    await this.database.transaction((tx) =>
      this.audit.record(tx, {
        actor: me,
        action: 'shortlist.replayed',
        subject: { kind: 'shortlist', id },
        details: { equal: result.equal, values: result.values, differing: result.differing },
      }),
    );
    return result;
  }

  /**
   * The whole run as JSON for an auditor, in pieces: run, statements, people ranked and not eligible, and the frozen
   * profiles. It can be replayed without this desk by `replay({ ...run, ranked, others }, profiles)`. Throws as `input`.
   */
  async document(id: string, me: Actor): Promise<AsyncGenerator<string>> {
    const run = await this.runs.run(id, me);
    const snapshotId = snapshotOf(run);
    await this.database.transaction((tx) =>
      this.audit.record(tx, { actor: me, action: 'shortlist.exported', subject: { kind: 'shortlist', id }, details: { as: 'json' } }),
    );
    return this.pieces(run, snapshotId);
  }

  private async *pieces(run: ShortlistRun, snapshotId: string): AsyncGenerator<string> {
    const statements = await this.database.read.getRepository(ShortlistStatement).find({ where: { runId: run.id }, order: { id: 'ASC' } });
    const { ranked, others } = await this.frozen(run);
    yield `{"format":"hra-desk.shortlist-run","version":1,"run":${JSON.stringify(run)},"statements":${JSON.stringify(statements)}`;
    yield `,"ranked":${JSON.stringify(ranked)},"others":${JSON.stringify(others)},"profiles":[`;
    let separator = '';
    for await (const profiles of this.rosters.pieces(snapshotId)) {
      yield separator + JSON.stringify(profiles).slice(1, -1);
      separator = ',';
    }
    yield ']}';
  }

  private async frozen(run: ShortlistRun): Promise<FrozenRun> {
    const [ranked, others] = [await this.candidates(run.id, true), await this.candidates(run.id, false)];
    return {
      ...run,
      ranked: ranked.flatMap(({ number, expertId, position, total, explanation, evidence }) =>
        total !== null && explanation !== null ? [{ number, expertId, position, total, explanation, evidence }] : [],
      ),
      others: others.map(({ number, expertId, position, unmet }) => ({ number, expertId, position, unmet })),
    };
  }

  /** In their order, read in parts, so that other requests get their turn between two of them. */
  private async candidates(runId: string, eligible: boolean): Promise<ShortlistCandidate[]> {
    const found: ShortlistCandidate[] = [];
    for (;;) {
      const position = MoreThan(found.at(-1)?.position ?? 0);
      const part = await this.database.read
        .getRepository(ShortlistCandidate)
        .find({ where: { runId, eligible, position }, order: { position: 'ASC' }, take: AT_ONCE });
      found.push(...part);
      if (part.length < AT_ONCE) return found;
      await setImmediate();
    }
  }
}

function snapshotOf({ snapshotId }: ShortlistRun): string {
  if (snapshotId !== null) return snapshotId;
  throw new DomainError(
    'shortlist.not-frozen',
    'This run was made before rosters were kept with their runs, so it cannot be computed again. Run the shortlist once more.',
  );
}
