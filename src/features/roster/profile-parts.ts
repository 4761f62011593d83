import type { EntityManager, EntityTarget } from 'typeorm';
import type { ExpertProfile } from '../../core/expert.js';
import { EXPERT_PARTS } from '../../core/expert-draft.js';
import {
  DegreeEntity,
  ExperienceEntity,
  KnowledgeEntity,
  LanguageEntity,
  MembershipEntity,
  ThemeEntity,
  TrainingEntity,
  UnavailabilityEntity,
} from './expert.entity.js';

/** Everything of a profile that has tables of its own. */
export type ExpertParts = Omit<ExpertProfile, 'id' | 'number' | 'nationality' | 'gender'>;

/** The table of each part. */
export const PART_TABLES = {
  degrees: DegreeEntity,
  experience: ExperienceEntity,
  knowledge: KnowledgeEntity,
  languages: LanguageEntity,
  themes: ThemeEntity,
  trainings: TrainingEntity,
  unavailable: UnavailabilityEntity,
  memberships: MembershipEntity,
} as const satisfies Record<keyof ExpertParts, EntityTarget<object>>;

export const ALL_PARTS = [...EXPERT_PARTS, 'memberships'] as const;

/** Experts whose parts are read by one statement per table: below every limit of parameters, and some milliseconds of SQLite. */
export const READ_CHUNK = 200;

/** The parts of these experts: one statement per table and chunk, never a join of them all. Every id asked for is in the answer. */
export async function loadParts(
  manager: EntityManager,
  expertIds: readonly string[],
  wanted: readonly (keyof ExpertParts)[] = ALL_PARTS,
  words = new Words(),
): Promise<Map<string, ExpertParts>> {
  const found = new Map(expertIds.map((id) => [id, emptyParts()]));
  for (let at = 0; at < expertIds.length; at += READ_CHUNK) {
    const ids = expertIds.slice(at, at + READ_CHUNK);
    for (const part of wanted) {
      for (const [expertId, items] of await readPart(manager, part, ids, words))
        Object.assign(found.get(expertId) ?? {}, { [part]: items });
    }
  }
  return found;
}

/** Everything that says the same is kept once: thousands of profiles hold the same words, days and lists. */
export class Words {
  private readonly texts = new Map<string, string>();
  private readonly lists = new Map<string, readonly unknown[]>();

  one<T>(value: T): T {
    if (typeof value !== 'string') return value;
    const known = this.texts.get(value);
    if (known !== undefined) return known as T;
    this.texts.set(value, value);
    return value;
  }

  /** A list that was written as JSON. */
  list(json: string): readonly unknown[] {
    const known = this.lists.get(json);
    if (known) return known;
    const list: readonly unknown[] = Object.freeze((JSON.parse(json) as unknown[]).map((item) => this.one(item)));
    this.lists.set(json, list);
    return list;
  }
}

const NONE: readonly never[] = Object.freeze([]);

function emptyParts(): ExpertParts {
  return {
    degrees: NONE,
    experience: NONE,
    knowledge: NONE,
    languages: NONE,
    themes: NONE,
    trainings: NONE,
    unavailable: NONE,
    memberships: NONE,
  };
}

type Row = Readonly<Record<string, unknown>>;

/** What is read of a part, in the order of the entity's columns. */
interface Plan {
  readonly statement: (placeholders: string) => string;
  readonly columns: readonly { readonly name: string; readonly kind: 'id' | 'word' | 'list' }[];
}

/**
 * One part by expert. Plain statements and plain rows: the query builder and entities cost several times as much. Rows are
 * copied into small objects, because those of the driver take twice the memory.
 */
async function readPart(
  manager: EntityManager,
  part: keyof ExpertParts,
  ids: readonly string[],
  words: Words,
): Promise<Map<string, readonly object[]>> {
  const { driver } = manager.dataSource;
  const { statement, columns } = planOf(manager, part);
  const placeholders = ids.map((_, index) => driver.createParameter('id', index)).join(', ');
  const rows: readonly Row[] = await manager.query(statement(placeholders), [...ids]);
  const found = new Map<string, readonly object[]>();
  for (let start = 0; start < rows.length; ) {
    const owner = rows[start]?.['expertId'];
    let end = start + 1;
    while (end < rows.length && rows[end]?.['expertId'] === owner) end += 1;
    // Of the exact length: a list that grows keeps room for more.
    found.set(
      String(owner),
      rows.slice(start, end).map((row) => itemOf(row, columns, words)),
    );
    start = end;
  }
  return found;
}

function itemOf(row: Row, columns: Plan['columns'], words: Words): object {
  const item: Record<string, unknown> = {};
  for (const { name, kind } of columns) {
    const value = row[name];
    // A record that most claims do not have takes no room in those.
    if (kind === 'list' && value === null) continue;
    item[name] = kind === 'id' ? value : kind === 'list' ? words.list(String(value)) : words.one(value);
  }
  return item;
}

function planOf(manager: EntityManager, part: keyof ExpertParts): Plan {
  const { driver } = manager.dataSource;
  const { columns, tableName } = manager.dataSource.getMetadata(PART_TABLES[part]);
  const hidden = part === 'memberships' ? ['expertId', 'position', 'id'] : ['expertId', 'position'];
  const shown = columns.filter(({ propertyName }) => !hidden.includes(propertyName));
  const named = columns
    .filter((column) => column.propertyName === 'expertId' || shown.includes(column))
    .map(({ databaseName, propertyName }) => `${driver.escape(databaseName)} AS ${driver.escape(propertyName)}`);
  return {
    statement: (placeholders) =>
      `SELECT ${named.join(', ')} FROM ${driver.escape(tableName)} WHERE expert_id IN (${placeholders}) ORDER BY expert_id, position, id`,
    columns: shown.map(({ propertyName: name, type }) => ({ name, kind: name === 'id' ? 'id' : type === 'simple-json' ? 'list' : 'word' })),
  };
}
