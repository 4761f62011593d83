import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  type TableColumnOptions,
  type TableIndexOptions,
  type TableUniqueOptions,
} from 'typeorm';

const text = (name: string, isNullable = false): TableColumnOptions => ({ name, type: 'varchar', isNullable });
const integer = (name: string): TableColumnOptions => ({ name, type: 'integer' });
const id: TableColumnOptions = { name: 'id', type: 'varchar', isPrimary: true };

/** A table whose rows belong to an expert and go with it. */
function part(name: string, columns: TableColumnOptions[], uniques: TableUniqueOptions[] = [], indices: TableIndexOptions[] = []): Table {
  return new Table({
    name,
    columns: [id, text('expert_id'), integer('position'), ...columns],
    foreignKeys: [{ columnNames: ['expert_id'], referencedTableName: 'experts', referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
    uniques,
    indices: [{ columnNames: ['expert_id'] }, ...indices],
  });
}

const TABLES: readonly Table[] = [
  new Table({
    name: 'experts',
    columns: [
      id,
      { ...integer('number'), isUnique: true },
      text('family_name'),
      text('given_name'),
      { ...text('email'), isUnique: true },
      text('gender'),
      text('nationality'),
      text('born_on', true),
      text('language'),
      { name: 'fictional', type: 'boolean' },
      text('search_name'),
      { ...text('person_key', true), isUnique: true },
      integer('version'),
      text('created_at'),
      text('updated_at'),
    ],
    indices: [{ columnNames: ['search_name'] }],
  }),
  part('expert_degrees', [text('status'), text('level'), text('field'), text('title'), text('institution'), text('awarded_on', true)]),
  part('expert_experience', [
    text('status'),
    text('from_day'),
    text('to_day', true),
    { name: 'kinds', type: 'text' },
    integer('percentage'),
    text('level'),
    text('engagement'),
    text('title'),
    text('employer'),
    { name: 'countries', type: 'text' },
  ]),
  part('expert_knowledge', [text('status'), text('area'), text('level')], [{ columnNames: ['expert_id', 'area'] }]),
  part(
    'expert_languages',
    [text('status'), text('language'), integer('level')],
    [{ columnNames: ['expert_id', 'language'] }],
    [{ columnNames: ['language', 'level'] }],
  ),
  part(
    'expert_themes',
    [text('status'), text('theme'), text('level')],
    [{ columnNames: ['expert_id', 'theme'] }],
    [{ columnNames: ['theme', 'level'] }],
  ),
  part('expert_trainings', [text('status'), text('kind'), text('completed_on')]),
  part('expert_unavailability', [text('from_day'), text('to_day')]),
  part(
    'roster_memberships',
    [text('roster'), text('agency', true), text('state'), text('since_day'), text('until_day', true)],
    [{ columnNames: ['expert_id', 'roster'] }],
    [{ columnNames: ['roster', 'state', 'agency'] }],
  ),
  new Table({
    name: 'roster_revision',
    columns: [{ name: 'id', type: 'integer', isPrimary: true }, integer('revision'), integer('last_number')],
  }),
  new Table({
    name: 'roster_decisions',
    columns: [
      id,
      text('expert_id'),
      text('roster'),
      text('from_state'),
      text('to_state'),
      { name: 'reason', type: 'text' },
      text('decided_by'),
      text('decided_as'),
      text('decided_at'),
    ],
    foreignKeys: [{ columnNames: ['expert_id'], referencedTableName: 'experts', referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
    indices: [{ columnNames: ['expert_id'] }],
  }),
  new Table({
    name: 'roster_imports',
    columns: [
      id,
      text('state'),
      { name: 'confirmed', type: 'boolean' },
      { name: 'partial', type: 'boolean' },
      text('requested_by'),
      text('requested_at'),
      text('finished_at', true),
      integer('bytes_total'),
      integer('bytes_done'),
      integer('rows_read'),
      integer('rows_good'),
      integer('rows_bad'),
      integer('rows_imported'),
      { name: 'problems', type: 'text' },
    ],
  }),
];

/** Experts with the parts of their profiles, memberships of the two rosters, and imports. */
export class Roster1764000002000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Columns are copied, because creating a table fills in defaults in the object that it was given.
    for (const table of TABLES) await queryRunner.createTable(table.clone());
    await queryRunner.query('INSERT INTO roster_revision (id, revision, last_number) VALUES (1, 0, 0)');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [...TABLES].reverse()) await queryRunner.dropTable(table.name);
  }
}
