import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Posts: the Standard TOR adapted to a country. */
export class Posts1764000004000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'posts',
        columns: [
          { name: 'id', type: 'varchar', isPrimary: true },
          { name: 'country', type: 'varchar' },
          { name: 'state', type: 'varchar' },
          { name: 'version', type: 'integer' },
          { name: 'level', type: 'varchar' },
          { name: 'functions', type: 'text' },
          { name: 'further_functions', type: 'text' },
          { name: 'required_languages', type: 'text' },
          { name: 'desired_languages', type: 'text' },
          { name: 'education_in_lieu', type: 'boolean' },
          { name: 'experience_policy', type: 'text' },
          { name: 'weights', type: 'text' },
          { name: 'starts_on', type: 'varchar', isNullable: true },
          { name: 'ends_on', type: 'varchar', isNullable: true },
          { name: 'as_of', type: 'varchar', isNullable: true },
          { name: 'themes', type: 'text', isNullable: true },
          { name: 'created_by', type: 'varchar' },
          { name: 'created_at', type: 'varchar' },
          { name: 'published_at', type: 'varchar', isNullable: true },
          { name: 'closed_at', type: 'varchar', isNullable: true },
        ],
        indices: [{ columnNames: ['country'] }],
      }),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('posts');
  }
}
