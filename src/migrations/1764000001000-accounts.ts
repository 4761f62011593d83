import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Accounts, who is signed in, and how often somebody tried. */
export class Accounts1764000001000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'accounts',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'email', type: 'varchar', isUnique: true },
          { name: 'name', type: 'varchar' },
          { name: 'role', type: 'varchar' },
          { name: 'country', type: 'varchar', isNullable: true },
          { name: 'agency', type: 'varchar', isNullable: true },
          { name: 'password_hash', type: 'varchar' },
          { name: 'disabled', type: 'boolean' },
          { name: 'created_at', type: 'varchar' },
        ],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'sessions',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'account_id', type: 'varchar' },
          { name: 'started_at', type: 'varchar' },
          { name: 'used_at', type: 'varchar' },
          { name: 'expires_at', type: 'varchar' },
        ],
        foreignKeys: [{ columnNames: ['account_id'], referencedTableName: 'accounts', referencedColumnNames: ['id'], onDelete: 'CASCADE' }],
        indices: [{ columnNames: ['account_id'] }, { columnNames: ['expires_at'] }],
      }),
    );
    await queryRunner.createTable(
      new Table({
        name: 'sign_in_attempts',
        columns: [
          { name: 'key', type: 'varchar', isPrimary: true },
          { name: 'attempts', type: 'integer' },
          { name: 'expires_at', type: 'varchar' },
        ],
        indices: [{ columnNames: ['expires_at'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('sign_in_attempts');
    await queryRunner.dropTable('sessions');
    await queryRunner.dropTable('accounts');
  }
}
