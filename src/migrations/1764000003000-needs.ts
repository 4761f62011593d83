import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Country needs: imported recommendations, what is computed from them, and what people state. */
export class Needs1764000003000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables()) await queryRunner.createTable(table);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables().reverse()) await queryRunner.dropTable(table);
  }
}

const country = { name: 'country', type: 'varchar', isPrimary: true };
const number = (name: string) => ({ name, type: 'integer' });
const text = (name: string) => ({ name, type: 'text' });
const word = (name: string) => ({ name, type: 'varchar' });

/** Made anew each time, because creating a table changes its description. */
const tables = () => [
  new Table({
    name: 'upr_recommendations',
    columns: [
      country,
      { ...number('session'), isPrimary: true },
      { ...number('number'), isPrimary: true },
      word('response'),
      { ...number('action'), isNullable: true },
      text('themes'),
    ],
  }),
  new Table({
    name: 'country_needs',
    columns: [
      country,
      number('recommendations'),
      text('sessions'),
      number('newest_session'),
      number('highest_points'),
      word('computed_at'),
    ],
  }),
  new Table({
    name: 'country_need_themes',
    columns: [country, { ...word('theme'), isPrimary: true }, number('count'), number('points'), number('weight'), text('terms')],
  }),
  new Table({
    name: 'country_need_contexts',
    columns: [
      country,
      text('flags'),
      text('required_languages'),
      text('desired_languages'),
      text('regional_capacity'),
      text('assessment'),
      number('version'),
    ],
  }),
  new Table({
    name: 'need_weight_overrides',
    columns: [
      country,
      { ...number('number'), isPrimary: true },
      word('theme'),
      { ...number('weight'), isNullable: true },
      text('reason'),
      word('account_id'),
      word('account_name'),
      word('at'),
    ],
  }),
];
