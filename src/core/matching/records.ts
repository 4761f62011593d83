import {
  HUMAN_RIGHTS_BITS,
  RECORD,
  RECORD_CELLS,
  RECORD_CONTEXT,
  RECORD_DAYS,
  RECORD_FIELD,
  RECORD_SKILLS,
  SKILLS_BITS,
} from './kernel-layout.js';

/** What is read of one row wherever it is looked at closely. */
export interface RowRecord {
  readonly number: number;
  /** Whole full-time days. */
  readonly humanRights: number;
  /** Whole full-time days, up to FIELD_TOP. */
  readonly humanitarian: number;
  /** Place of the first cell. */
  readonly cells: number;
  /** Whole full-time days, up to FIELD_TOP. */
  readonly field: number;
  /** Steps of all skills together. */
  readonly skills: number;
  /** Distinct completed trainings, up to TRAININGS_TOP. */
  readonly trainings: number;
  /** As `contextCodeOf` says it. */
  readonly context: number;
}

/** The records of all rows one after another, each in sixteen bytes, and one more that says where the cells of the last row end. */
export class Records {
  /** Bytes of the records of so many rows. */
  static bytes(rows: number): number {
    return (rows + 1) * RECORD;
  }

  private readonly words: Uint32Array;
  private readonly halves: Uint16Array;
  readonly bytes: Uint8Array;

  constructor(buffer: ArrayBuffer, place: number, rows: number) {
    const bytes = Records.bytes(rows);
    this.words = new Uint32Array(buffer, place, bytes / 4);
    this.halves = new Uint16Array(buffer, place, bytes / 2);
    this.bytes = new Uint8Array(buffer, place, bytes);
  }

  write(row: number, { number, humanRights, humanitarian, cells, field, skills, trainings, context }: RowRecord): void {
    this.words[row * WORDS] = number;
    this.words[row * WORDS + RECORD_DAYS / 4] = humanRights + (humanitarian << HUMAN_RIGHTS_BITS);
    this.words[row * WORDS + RECORD_CELLS / 4] = cells;
    this.halves[row * HALVES + RECORD_FIELD / 2] = field;
    this.bytes[row * RECORD + RECORD_SKILLS] = skills + (trainings << SKILLS_BITS);
    this.bytes[row * RECORD + RECORD_CONTEXT] = context;
  }

  /** After the last row: where its cells end. */
  close(rows: number, cells: number): void {
    this.words[rows * WORDS + RECORD_CELLS / 4] = cells;
  }

  number(row: number): number {
    return this.words[row * WORDS] as number;
  }

  humanRights(row: number): number {
    return (this.words[row * WORDS + RECORD_DAYS / 4] as number) & HUMAN_RIGHTS;
  }

  humanitarian(row: number): number {
    return (this.words[row * WORDS + RECORD_DAYS / 4] as number) >>> HUMAN_RIGHTS_BITS;
  }

  /** Where the cells of a row start, and those of the row before it end. */
  cells(row: number): number {
    return this.words[row * WORDS + RECORD_CELLS / 4] as number;
  }

  field(row: number): number {
    return this.halves[row * HALVES + RECORD_FIELD / 2] as number;
  }

  skills(row: number): number {
    return (this.bytes[row * RECORD + RECORD_SKILLS] as number) & SKILLS;
  }

  trainings(row: number): number {
    return (this.bytes[row * RECORD + RECORD_SKILLS] as number) >>> SKILLS_BITS;
  }

  context(row: number): number {
    return this.bytes[row * RECORD + RECORD_CONTEXT] as number;
  }
}

const WORDS = RECORD / 4;
const HALVES = RECORD / 2;
// As constants: powers would be computed in every row.
const HUMAN_RIGHTS = 2 ** HUMAN_RIGHTS_BITS - 1;
const SKILLS = 2 ** SKILLS_BITS - 1;
