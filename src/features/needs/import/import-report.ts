import type { CountryCode } from '../../../core/expert.js';
import type { Theme } from '../../../core/themes.js';
import type { RowProblem, RowProblemKind, UprColumn } from '../../../core/upr.js';

/** Where the same problem stands: a wording that is not known, how often, and in which lines. */
export interface NamedProblem {
  readonly kind: RowProblemKind;
  readonly column: UprColumn | null;
  /** The wording of the cell, at most 80 characters; the number of cells for `cell-count`. */
  readonly value: string;
  readonly count: number;
  /** The first ten lines. */
  readonly lines: readonly { readonly file: string; readonly line: number }[];
}

/** A wording that stands for another: a country under an earlier name, an issue under a later one. */
export type OtherName =
  | { readonly column: 'To'; readonly value: string; readonly country: CountryCode }
  | { readonly column: 'Issue'; readonly value: string; readonly theme: Theme };

/** A wording that was recognised although it is not the present one, and in how many rows. */
export type RecognisedName = OtherName & { readonly count: number };

/** A review that was known before and whose recommendations were replaced. */
export interface ReplacedReview {
  readonly country: CountryCode;
  readonly session: number;
  readonly before: number;
  readonly after: number;
}

/** What an import found and did. `rows` = `recommendations` + `repeated` + `rejected`. */
export interface NeedsImportReport {
  /** False when rows were rejected and nothing was changed. */
  readonly imported: boolean;
  readonly rows: number;
  readonly recommendations: number;
  /** Rows that stand in an earlier file of the same import already, and count once. */
  readonly repeated: number;
  readonly rejected: number;
  readonly countries: number;
  readonly reviews: number;
  /** The newest session known afterwards; null when nothing is known. */
  readonly newestSession: number | null;
  /** By kind, then the most frequent first. */
  readonly problems: readonly NamedProblem[];
  readonly replaced: readonly ReplacedReview[];
  /** Countries first, then issues, each the most frequent first. */
  readonly recognised: readonly RecognisedName[];
}

const LINES_SHOWN = 10;

/** Gathers problems by their wording, so that one unknown name in a thousand rows is one line of a report. */
export class ProblemTally {
  private readonly byWording = new Map<string, { problem: RowProblem; count: number; lines: { file: string; line: number }[] }>();

  add(problem: RowProblem, file: string, line: number): void {
    const key = `${problem.kind} ${problem.value}`;
    const known = this.byWording.get(key) ?? { problem, count: 0, lines: [] };
    known.count += 1;
    if (known.lines.length < LINES_SHOWN) known.lines.push({ file, line });
    this.byWording.set(key, known);
  }

  get all(): NamedProblem[] {
    return [...this.byWording.values()]
      .map(({ problem, count, lines }) => ({ ...problem, count, lines }))
      .sort((a, b) => compare(a.kind, b.kind) || b.count - a.count || compare(a.value, b.value));
  }
}

/** Gathers names that were read as others, so that nothing is taken for something else in silence. */
export class NameTally {
  private readonly byWording = new Map<string, { name: OtherName; count: number }>();

  add(name: OtherName): void {
    const key = `${name.column} ${name.value}`;
    const known = this.byWording.get(key) ?? { name, count: 0 };
    known.count += 1;
    this.byWording.set(key, known);
  }

  get all(): RecognisedName[] {
    return [...this.byWording.values()]
      .map(({ name, count }) => ({ ...name, count }))
      .sort((a, b) => compare(b.column, a.column) || b.count - a.count || compare(a.value, b.value));
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
