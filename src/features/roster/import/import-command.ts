import { constants, createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import type { RosterImporter } from './importer.service.js';

/** What `hra import FILE` was called with. */
export interface ImportCommand {
  readonly file: string;
  readonly dryRun?: boolean;
  readonly partial?: boolean;
}

/**
 * Imports a file and tells about it, line by line. Returns the exit code: 0 when the file is good (or its good rows were
 * imported as asked), 1 when nothing was imported.
 */
export async function importCommand(
  importer: RosterImporter,
  { file, dryRun = false, partial = false }: ImportCommand,
  write: (line: string) => void,
): Promise<0 | 1> {
  const readable = await access(file, constants.R_OK).then(
    () => true,
    () => false,
  );
  if (!readable) {
    write(`There is no file ${file}, or it may not be read.`);
    return 1;
  }
  const report = await importer.run(() => createReadStream(file), {
    dryRun,
    partial,
    actor: 'system',
    trail: 'by-content',
    onProgress: ({ phase, rowsRead }) => {
      if (rowsRead > 0 && rowsRead % 1000 === 0)
        write(`${phase === 'checking' ? 'Checked' : 'Imported'} ${rowsRead.toLocaleString('en-US')} rows …`);
    },
  });
  for (const { line, column, reason } of report.problems) write(`Line ${line}, column ${column}: ${reason}`);
  if (report.problemCount > report.problems.length) write(`… and ${report.problemCount - report.problems.length} more.`);
  write(`${report.rowsRead} rows read, ${report.rowsGood} good, ${report.rowsBad} bad, ${report.rowsImported} imported.`);
  if (dryRun) return report.problemCount === 0 ? 0 : 1;
  if (report.rowsImported === 0)
    write(
      'Nothing was imported. Correct the file and try again, or use --partial to import the good rows of a file that can be read to its end.',
    );
  return report.rowsImported === 0 ? 1 : 0;
}
