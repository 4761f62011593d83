import { type MigrationInterface, type QueryRunner, TableUnique } from 'typeorm';

/** Every table of claims. */
const CLAIMS = [
  'expert_degrees',
  'expert_experience',
  'expert_knowledge',
  'expert_languages',
  'expert_themes',
  'expert_trainings',
] as const;
/** Where what a panel found out stands beside what the person says about the same thing. */
const BESIDE = [
  ['expert_knowledge', 'area'],
  ['expert_languages', 'language'],
] as const;

/** Who backed a claim, when and how; a panel's claim beside the person's; when a panel's findings were put on record. */
export class ClaimBacking1764000111000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of CLAIMS) await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN backing text`);
    for (const [table, about] of BESIDE) await unique(queryRunner, table, about, [about, 'status']);
    await queryRunner.query('ALTER TABLE panel_candidates ADD COLUMN recorded_by varchar');
    await queryRunner.query('ALTER TABLE panel_candidates ADD COLUMN recorded_at varchar');
    await queryRunner.query('ALTER TABLE panel_candidates ADD COLUMN recorded_criteria text');
  }

  /** Claims of panels that stand beside another one are lost: there was no place for them. */
  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE panel_candidates DROP COLUMN recorded_criteria');
    await queryRunner.query('ALTER TABLE panel_candidates DROP COLUMN recorded_at');
    await queryRunner.query('ALTER TABLE panel_candidates DROP COLUMN recorded_by');
    for (const [table, about] of BESIDE) {
      await queryRunner.query(
        `DELETE FROM ${table} WHERE status = 'panel-assessed' AND EXISTS
         (SELECT 1 FROM ${table} other WHERE other.expert_id = ${table}.expert_id AND other.${about} = ${table}.${about} AND other.id <> ${table}.id)`,
      );
      await unique(queryRunner, table, about, [about]);
    }
    for (const table of CLAIMS) await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN backing`);
  }
}

/** Puts another rule in the place of the one that names this column. */
async function unique(queryRunner: QueryRunner, name: string, about: string, columns: readonly string[]): Promise<void> {
  const before = (await queryRunner.getTable(name))?.uniques.find(({ columnNames }) => columnNames.includes(about));
  if (before) await queryRunner.dropUniqueConstraint(name, before);
  await queryRunner.createUniqueConstraint(name, new TableUnique({ columnNames: ['expert_id', ...columns] }));
}
