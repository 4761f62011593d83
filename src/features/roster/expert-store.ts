import type { EntityManager, EntityTarget } from 'typeorm';
import { EXPERT_PARTS, type ExpertDraft, type ExpertPart, normalisedName, personKey } from '../../core/expert-draft.js';
import { newId, type Tx } from '../../platform/database/index.js';
import { ExpertEntity } from './expert.entity.js';
import { ALL_PARTS, type ExpertParts, PART_TABLES } from './profile-parts.js';

/** SQLite takes 32,766 parameters in one statement; the widest table has 15 columns. */
const WRITE_CHUNK = 200;

/** What of an expert follows from the draft alone. */
export function personColumns(draft: ExpertDraft) {
  const { familyName, givenName, email, gender, nationality, bornOn, consentedOn = null, language, fictional } = draft;
  return {
    familyName,
    givenName,
    email,
    gender,
    nationality,
    bornOn,
    consentedOn,
    language,
    fictional,
    searchName: normalisedName(`${familyName} ${givenName}`),
    personKey: personKey(draft),
  };
}

/** Writes new experts with their parts, a few statements for all of them. Numbers count up from `firstNumber`. Returns the ids in the same order. */
export async function insertExperts(tx: Tx, drafts: readonly ExpertDraft[], firstNumber: number, now: string): Promise<string[]> {
  const experts = drafts.map((draft, index) => ({
    id: newId(),
    number: firstNumber + index,
    ...personColumns(draft),
    version: 1,
    createdAt: now,
    updatedAt: now,
  }));
  await insertRows(tx, ExpertEntity, experts);
  await insertParts(
    tx,
    experts.map(({ id }, index) => [id, drafts[index] as ExpertDraft] as const),
    ALL_PARTS,
  );
  return experts.map(({ id }) => id);
}

/** Replaces the parts of a profile except its memberships. Evidence that names an id it had keeps it, so that old explanations still point at it. */
export async function replaceParts(tx: Tx, expertId: string, draft: Pick<ExpertDraft, ExpertPart>): Promise<void> {
  const known = new Set<string>();
  for (const part of EXPERT_PARTS) {
    for (const { id } of await tx
      .createQueryBuilder(PART_TABLES[part], 'part')
      .select('part.id', 'id')
      .where('part.expertId = :expertId', { expertId })
      .getRawMany<{ id: string }>())
      known.add(id);
    await tx.createQueryBuilder().delete().from(PART_TABLES[part]).where('expertId = :expertId', { expertId }).execute();
  }
  await insertParts(tx, [[expertId, draft]], EXPERT_PARTS, known);
}

async function insertParts<P extends keyof ExpertParts>(
  tx: Tx,
  owners: readonly (readonly [expertId: string, draft: Pick<ExpertDraft, P>])[],
  parts: readonly P[],
  keepable: Set<string> = new Set(),
): Promise<void> {
  for (const part of parts) {
    const rows = owners.flatMap(([expertId, draft]) =>
      draft[part].map((item, position) => ({ ...item, id: idFor(item, keepable), expertId, position })),
    );
    await insertRows(tx, PART_TABLES[part], rows);
  }
}

function idFor(item: object, keepable: Set<string>): string {
  const id = 'id' in item && typeof item.id === 'string' ? item.id : undefined;
  // Taken out of the set, so that an id named twice is not written twice.
  return id !== undefined && keepable.delete(id) ? id : newId();
}

/** Plain statements: TypeORM's own builder takes nearly twice the time for thousands of rows, while everybody else waits for the roster. */
async function insertRows(tx: Tx, entity: EntityTarget<object>, rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
  const { driver } = tx.dataSource;
  const { columns, tableName } = tx.dataSource.getMetadata(entity);
  const names = columns.map(({ databaseName }) => driver.escape(databaseName)).join(', ');
  for (let at = 0; at < rows.length; at += WRITE_CHUNK) {
    const values = rows
      .slice(at, at + WRITE_CHUNK)
      .flatMap((row) => columns.map((column) => driver.preparePersistentValue(row[column.propertyName] ?? null, column)));
    const tuples = rows
      .slice(at, at + WRITE_CHUNK)
      .map((_, row) => `(${columns.map((_column, index) => driver.createParameter('value', row * columns.length + index)).join(', ')})`);
    await tx.query(`INSERT INTO ${driver.escape(tableName)} (${names}) VALUES ${tuples.join(', ')}`, values);
  }
}

/** E-mail addresses and person keys among these that are on the roster already. */
export async function knownPersons(
  manager: EntityManager,
  persons: readonly { email: string; personKey: string | null }[],
  exceptId = '',
): Promise<{ emails: Set<string>; personKeys: Set<string> }> {
  const emails = persons.map(({ email }) => email);
  const keys = persons.flatMap(({ personKey: key }) => (key === null ? [] : [key]));
  const query = manager
    .createQueryBuilder(ExpertEntity, 'expert')
    .select('expert.email', 'email')
    .addSelect('expert.personKey', 'personKey')
    .where('expert.id <> :exceptId', { exceptId });
  const same = keys.length === 0 ? 'expert.email IN (:...emails)' : '(expert.email IN (:...emails) OR expert.personKey IN (:...keys))';
  const rows =
    persons.length === 0 ? [] : await query.andWhere(same, { emails, keys }).getRawMany<{ email: string; personKey: string | null }>();
  return {
    emails: new Set(rows.map(({ email }) => email)),
    personKeys: new Set(rows.flatMap(({ personKey: key }) => (key === null ? [] : [key]))),
  };
}
