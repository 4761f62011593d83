import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** How accounts want to be told: the language, the pace, and when their night is. */
export class NoticesHabits1764000101001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const no = queryRunner.dataSource.driver.options.type === 'postgres' ? 'false' : '0';
    await queryRunner.addColumns('accounts', [
      new TableColumn({ name: 'language', type: 'varchar', default: "'en'" }),
      new TableColumn({ name: 'mail_pace', type: 'varchar', default: "'at-once'" }),
      new TableColumn({ name: 'quiet_hours', type: 'boolean', default: no }),
      new TableColumn({ name: 'time_zone', type: 'varchar', default: "'UTC'" }),
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropColumns('accounts', ['time_zone', 'quiet_hours', 'mail_pace', 'language']);
  }
}
