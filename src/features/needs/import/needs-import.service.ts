import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../core/access.js';
import { DomainError } from '../../../core/errors.js';
import { needVector } from '../../../core/needs.js';
import type { Theme } from '../../../core/themes.js';
import type { Recommendation } from '../../../core/upr.js';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock.js';
import { Database, newId, type Tx } from '../../../platform/database/index.js';
import { grouped } from '../grouped.js';
import { ComputedNeed, ComputedNeedTheme, UprRecommendation } from '../needs.entity.js';
import { NameTally, type NeedsImportReport, ProblemTally, type ReplacedReview } from './import-report.js';
import { readUprFile, type UprSource } from './upr-file.js';

/** More rows than this are no UPR data: one cycle of all States has about 50,000. */
const MOST_ROWS = 500_000;
const ROWS_PER_STATEMENT = 1_000;

interface ReadFiles {
  readonly rows: number;
  readonly rejected: number;
  readonly repeated: number;
  readonly recommendations: readonly Recommendation[];
  readonly problems: ProblemTally;
  readonly names: NameTally;
}

/** Reads UPR recommendation files as they were published, and computes every country's needs from them. */
@Injectable()
export class NeedsImport {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Imports files, given by path or as bytes, together. Each review (a country in a session) that they hold replaces what
   * was known of it, so importing again changes nothing. A recommendation that stands in two of the files counts once.
   *
   * Rows that cannot be read are in the report, and nothing is imported unless `allowPartial` says to leave them out.
   * Throws `needs.file-refused` when a file is no UPR file.
   */
  async importFiles(
    files: Iterable<string | UprSource> | AsyncIterable<UprSource>,
    actor: Actor | 'system',
    { allowPartial = false } = {},
  ): Promise<NeedsImportReport> {
    const read = await readAll(files);
    const imported = read.rejected === 0 || (allowPartial && read.recommendations.length > 0);
    const outcome = imported ? await this.store(read, actor) : { replaced: [], newestSession: await newestKnown(this.database.read) };
    return {
      imported,
      rows: read.rows,
      recommendations: read.recommendations.length,
      repeated: read.repeated,
      rejected: read.rejected,
      countries: new Set(read.recommendations.map(({ country }) => country)).size,
      reviews: new Set(read.recommendations.map(reviewOf)).size,
      problems: read.problems.all,
      recognised: read.names.all,
      ...outcome,
    };
  }

  private store(
    { recommendations, rows, rejected }: ReadFiles,
    actor: Actor | 'system',
  ): Promise<{ replaced: ReplacedReview[]; newestSession: number | null }> {
    return this.database.transaction(async (tx) => {
      // On SQLite the transaction is alone already; on PostgreSQL two imports at once would compute from half of each other.
      if (this.database.dialect === 'postgres') await tx.query('LOCK TABLE upr_recommendations IN SHARE ROW EXCLUSIVE MODE');
      const replaced = await replaceReviews(tx, recommendations);
      const newestSession = await newestKnown(tx);
      if (newestSession !== null) await compute(tx, newestSession, this.clock.iso());
      const details = { rows, rejected, recommendations: recommendations.length, replaced: replaced.length };
      await this.audit.record(tx, { actor, action: 'needs.imported', subject: { kind: 'needs-import', id: newId() }, details });
      return { replaced, newestSession };
    });
  }
}

function sourceOf(file: string | UprSource): UprSource {
  return typeof file === 'string' ? { name: basename(file), bytes: createReadStream(file) } : file;
}

const reviewOf = ({ country, session }: Recommendation): string => `${country} ${session}`;

async function readAll(files: Iterable<string | UprSource> | AsyncIterable<UprSource>): Promise<ReadFiles> {
  const problems = new ProblemTally();
  const names = new NameTally();
  const found = new Map<string, Recommendation>();
  const count = { rows: 0, rejected: 0, repeated: 0 };
  for await (const file of files) {
    const source = sourceOf(file);
    const timesInFile = new Map<string, number>();
    for await (const row of readUprFile(source)) {
      count.rows += 1;
      if (count.rows > MOST_ROWS)
        throw new DomainError('needs.file-refused', `These files have more than ${MOST_ROWS} rows. Import fewer at once.`);
      if ('problems' in row) {
        count.rejected += 1;
        for (const problem of row.problems) problems.add(problem, source.name, row.line);
        continue;
      }
      for (const note of row.notes) problems.add(note, source.name, row.line);
      const { country } = row.recommendation;
      if (row.calledOtherwise !== null) names.add({ column: 'To', value: row.calledOtherwise, country });
      for (const { value, theme } of row.readAs) names.add({ column: 'Issue', value, theme });
      // The same words twice in one file are two recommendations, as published; the same in another file are the same ones.
      const print = createHash('sha1').update(JSON.stringify(row.cells)).digest('base64');
      const time = (timesInFile.get(print) ?? 0) + 1;
      timesInFile.set(print, time);
      const key = `${print}${time}`;
      if (found.has(key)) count.repeated += 1;
      else found.set(key, row.recommendation);
    }
  }
  return { ...count, problems, names, recommendations: [...found.values()] };
}

async function replaceReviews(tx: Tx, recommendations: readonly Recommendation[]): Promise<ReplacedReview[]> {
  const replaced: ReplacedReview[] = [];
  const rows: UprRecommendation[] = [];
  for (const review of grouped(recommendations, reviewOf).values()) {
    const [{ country, session }] = review as [Recommendation, ...Recommendation[]];
    const { affected } = await tx.getRepository(UprRecommendation).delete({ country, session });
    if (affected) replaced.push({ country, session, before: affected, after: review.length });
    review.forEach(({ response, action, themes }, index) => {
      rows.push({ country, session, number: index + 1, response, action, themes: themes.join(',') });
    });
  }
  await insertAll(tx, UprRecommendation, rows);
  return replaced;
}

/** Every country anew: a newer session anywhere changes how fresh all others are. */
async function compute(tx: Tx, newestSession: number, computedAt: string): Promise<void> {
  const byCountry = grouped(await allRecommendations(tx), ({ country }) => country);
  const needs: ComputedNeed[] = [];
  const themes: ComputedNeedTheme[] = [];
  for (const [country, own] of byCountry) {
    const vector = needVector(own, newestSession);
    const sessions = [...new Set(own.map(({ session }) => session))].sort((a, b) => a - b);
    needs.push({
      country,
      sessions,
      newestSession,
      computedAt,
      recommendations: vector.recommendations,
      highestPoints: vector.highestPoints,
    });
    for (const theme of vector.themes) themes.push({ country, ...theme, terms: [...theme.terms] });
  }
  await tx.createQueryBuilder().delete().from(ComputedNeedTheme).execute();
  await tx.createQueryBuilder().delete().from(ComputedNeed).execute();
  await insertAll(tx, ComputedNeed, needs);
  await insertAll(tx, ComputedNeedTheme, themes);
}

async function allRecommendations(tx: Tx): Promise<Recommendation[]> {
  // Lists of themes repeat thousands of times, so that each is made once.
  const lists = new Map<string, Theme[]>();
  const rows = await tx
    .getRepository(UprRecommendation)
    .createQueryBuilder('r')
    .select(['r.country AS country', 'r.session AS session', 'r.response AS response', 'r.action AS action', 'r.themes AS themes'])
    .getRawMany<Omit<UprRecommendation, 'number'>>();
  return rows.map(({ themes, ...row }) => {
    const list = lists.get(themes) ?? (themes.split(',') as Theme[]);
    lists.set(themes, list);
    return { ...row, themes: list };
  });
}

async function newestKnown(manager: Tx | Database['read']): Promise<number | null> {
  return manager.getRepository(UprRecommendation).maximum('session');
}

async function insertAll<Row extends object>(tx: Tx, entity: new () => Row, rows: Row[]): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    await tx
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows.slice(start, start + ROWS_PER_STATEMENT))
      .updateEntity(false)
      .execute();
  }
}
