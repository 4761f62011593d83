import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Panels over a shortlist: members with their declarations, candidates under letters, ratings, and the decision. */
export class Panels1764000107000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const panel = {
      columnNames: ['panel_id'],
      referencedTableName: 'panels',
      referencedColumnNames: ['id'],
      onDelete: 'CASCADE',
    };
    const key = (name: string) => ({ name, type: 'varchar', isPrimary: true });
    const text = (name: string) => ({ name, type: 'text' });
    const word = (name: string) => ({ name, type: 'varchar' });
    const moment = (name: string) => ({ name, type: 'varchar', isNullable: true });
    await queryRunner.createTable(
      new Table({
        name: 'panels',
        columns: [
          key('id'),
          word('run_id'),
          word('post_id'),
          word('country'),
          word('level'),
          word('state'),
          { name: 'version', type: 'integer' },
          word('seed'),
          word('chair_id'),
          word('created_by'),
          word('created_at'),
          text('override_reason'),
          text('analysis'),
          moment('proposed_by'),
          moment('proposed_at'),
          moment('confirmed_by'),
          moment('confirmed_at'),
        ],
        indices: [{ columnNames: ['post_id'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'panel_members',
        columns: [
          key('panel_id'),
          key('account_id'),
          word('role'),
          { name: 'ran_shortlist', type: 'boolean' },
          moment('conflict'),
          text('description'),
          moment('declared_at'),
          moment('resolved_by'),
          moment('resolved_at'),
          text('resolution'),
        ],
        foreignKeys: [panel],
        indices: [{ columnNames: ['account_id'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'panel_candidates',
        columns: [
          key('panel_id'),
          key('letter'),
          { name: 'number', type: 'integer' },
          word('expert_id'),
          { name: 'machine_rank', type: 'integer' },
          { name: 'consensus', type: 'text', isNullable: true },
          text('consensus_reason'),
          moment('outcome'),
          text('outcome_reason'),
        ],
        foreignKeys: [panel],
        uniques: [{ columnNames: ['panel_id', 'number'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'panel_recusals',
        columns: [key('panel_id'), key('account_id'), key('letter'), text('reason'), word('recused_by'), word('recused_at')],
        foreignKeys: [panel],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'panel_ratings',
        columns: [
          key('panel_id'),
          key('account_id'),
          key('letter'),
          text('scores'),
          text('notes'),
          text('comment'),
          { name: 'version', type: 'integer' },
          word('saved_at'),
          moment('handed_in_at'),
        ],
        foreignKeys: [panel],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of ['panel_ratings', 'panel_recusals', 'panel_candidates', 'panel_members', 'panels'])
      await queryRunner.dropTable(name);
  }
}
