import { type MigrationInterface, type QueryRunner, Table, TableColumn } from 'typeorm';

/** Desirable requirements, the worth of claims, accepted situations and versions of posts. */
export class PostsVersions1764000105000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.addColumns('posts', [
      new TableColumn({ name: 'desirable', type: 'text', default: "'[]'" }),
      new TableColumn({ name: 'claim_worth', type: 'text', default: "'{}'" }),
      new TableColumn({ name: 'situations', type: 'text', default: "'[]'" }),
    ]);
    // Weights written before the rubric had these two criteria give them nothing.
    await queryRunner.query(
      `UPDATE posts SET weights = REPLACE(weights, '}', ',"education":0,"context":0}') WHERE weights NOT LIKE '%"context"%'`,
    );
    await queryRunner.createTable(
      new Table({
        name: 'post_versions',
        columns: [
          { name: 'post_id', type: 'varchar', isPrimary: true },
          { name: 'version', type: 'integer', isPrimary: true },
          { name: 'criteria', type: 'text' },
          { name: 'themes', type: 'text' },
          { name: 'reason', type: 'text' },
          { name: 'changed', type: 'text' },
          { name: 'by_account', type: 'varchar' },
          { name: 'by_name', type: 'varchar' },
          { name: 'at', type: 'varchar' },
        ],
        foreignKeys: [{ columnNames: ['post_id'], referencedTableName: 'posts', referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('post_versions');
    await queryRunner.dropColumns('posts', ['situations', 'claim_worth', 'desirable']);
  }
}
