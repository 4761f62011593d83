import { Command, InvalidArgumentError, Option } from 'commander';
import { ROLES, type Role } from '../core/access.js';
import { isIsoDate } from '../core/dates.js';
import { AccountsService } from '../features/accounts/index.js';
import { importCommand, RosterImporter } from '../features/roster/index.js';
import { atTheDesk, outcome } from './desk.js';
import { importNeeds, showNeeds } from './needs-command.js';
import { replayFile } from './replay-command.js';
import { listPosts, runShortlist } from './shortlist-command.js';
import { QUEUE_CHOICES, type QueueOptions, showQueue } from './surge-command.js';

interface AccountOptions {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly country?: string;
  readonly agency?: string;
}

/** The command line `hra`. It works on the database that the settings in the environment name. */
export function program(): Command {
  const hra = new Command('hra').description('Rosters, shortlists and surge missions from the command line.').showHelpAfterError();

  hra
    .command('migrate')
    .description('bring the tables of the database up to date')
    .action(() => atTheDesk(migrated));

  hra
    .command('import <file>')
    .description(
      'import experts from a CSV file (docs/import.md); every bad row is reported, and by default one bad row stops the whole file',
    )
    .option('--dry-run', 'only check the file')
    .option('--partial', 'import the good rows of a file that has bad ones')
    .action((file: string, options: { dryRun?: boolean; partial?: boolean }) =>
      atTheDesk((desk) => importCommand(desk.get(RosterImporter), { file, ...options }, (line) => console.log(line))),
    );

  const needs = hra.command('needs').description('what countries need');
  needs
    .command('import <files...>')
    .description('import files of UPR recommendations as they were published, and compute every country anew')
    .option('--partial', 'leave out rows that cannot be read')
    .action((files: string[], { partial = false }: { partial?: boolean }) => atTheDesk((desk) => importNeeds(desk, files, partial)));
  needs
    .command('show <country>')
    .description('show a country by code or name')
    .action((country: string) => atTheDesk((desk) => showNeeds(desk, country)));

  hra
    .command('shortlist [post]')
    .description('run the shortlist of a post and print it with its reasons; without a post, list the posts')
    .option('--size <number>', 'how many to rank', wholeNumber)
    .option('--reasons <number>', 'for how many the reasons are printed', wholeNumber)
    .option('--as-of <day>', 'count experience up to this day (YYYY-MM-DD)', day)
    .action((post: string | undefined, options: { size?: number; asOf?: string; reasons?: number }) =>
      atTheDesk((desk) => (post ? runShortlist(desk, post, options) : listPosts(desk))),
    );

  hra
    .command('replay <file>')
    .description('compute a run again from the JSON that an auditor downloaded, and compare; needs no database')
    .action(async (file: string) => {
      process.exitCode = await outcome(() => replayFile(file));
    });

  const surge = hra.command('surge').description('requests for surge');
  surge
    .command('queue')
    .description('show the queue in its order, with the clocks, who has what, and the numbers that the order was made from')
    .addOption(new Option('--state <state>', 'only requests in this state').choices(QUEUE_CHOICES.state))
    .addOption(new Option('--urgency <urgency>', 'only requests of this urgency').choices(QUEUE_CHOICES.urgency))
    .option('--late', 'only what is late, as a whole or in its stage')
    .action((options: QueueOptions) => atTheDesk((desk) => showQueue(desk, options)));

  const accounts = hra.command('accounts').description('who may sign in');
  accounts
    .command('add')
    .description('add an account; its password is made and printed once, or read from HRA_PASSWORD')
    .requiredOption('--email <address>', 'the address to sign in with')
    .requiredOption('--name <name>', 'the name that colleagues see')
    .requiredOption('--role <role>', `one of ${ROLES.join(', ')}`, role)
    .option('--country <code>', 'three-letter code; for a Resident Coordinator')
    .option('--agency <name>', 'for an agency focal point')
    .action((options: AccountOptions) => atTheDesk((desk) => addAccount(desk.get(AccountsService), options)));

  hra
    .command('demo')
    .description('show the whole job with fictional people on a fresh SQLite file, then serve the pages')
    .option('--once', 'end after the story')
    .option('--port <number>', 'port on 127.0.0.1; the system chooses one when left out', wholeNumber)
    .option('--upr <folder>', 'a folder with UPR recommendation files')
    .action(async (options: { once?: boolean; port?: number; upr?: string }) => {
      const { runDemo } = await import('../demo/story.js');
      process.exitCode = await outcome(() => runDemo(options).then(() => 0));
    });

  return hra;
}

function migrated(): Promise<number> {
  console.log('The tables are up to date.'); // opening the desk has migrated them
  return Promise.resolve(0);
}

async function addAccount(accounts: AccountsService, options: AccountOptions): Promise<number> {
  const { account, password } = await accounts.add({ ...options, password: process.env['HRA_PASSWORD'] }, 'system');
  console.log(`Account ${account.id} was added.`);
  if (password) console.log(`Its password, shown only now: ${password}`);
  return 0;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number.');
  return Number(text);
}

function day(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('Give a day that exists, as YYYY-MM-DD.');
  return text;
}

function role(text: string): Role {
  const found = ROLES.find((known) => known === text);
  if (!found) throw new InvalidArgumentError(`Choose one of ${ROLES.join(', ')}.`);
  return found;
}
