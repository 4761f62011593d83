import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min, MinLength, validateSync } from 'class-validator';

const ENVIRONMENTS = ['development', 'test', 'production'] as const;

/** Everything that can be set from outside, validated once at start-up. Each property names its environment variable. */
export class Settings {
  /** DATABASE_URL. Absent: a SQLite file in the data folder. */
  @IsOptional()
  @Matches(/^postgres(ql)?:\/\/./, {
    message: 'DATABASE_URL must look like postgres://user:password@host:5432/name. Leave it out to use the embedded SQLite file.',
  })
  databaseUrl?: string;

  /** DATA_FOLDER. Holds the SQLite file, uploads, mails when there is no SMTP, and the generated secret. */
  @MinLength(1, { message: 'DATA_FOLDER must be a folder this process may write to.' })
  dataFolder: string = './data';

  /** REDIS_URL. Absent: jobs run inside this process. */
  @IsOptional()
  @Matches(/^rediss?:\/\/./, { message: 'REDIS_URL must look like redis://host:6379. Leave it out to run jobs inside this process.' })
  redisUrl?: string;

  /** SMTP_URL. Absent: mails are written as .eml files into the data folder. */
  @IsOptional()
  @Matches(/^smtps?:\/\/./, {
    message: 'SMTP_URL must look like smtp://user:password@host:587. Leave it out to have mails written as files.',
  })
  smtpUrl?: string;

  /** MAIL_FROM, the sender of every mail; the pages of experts name it as the address to write to, so somebody should read it. */
  @Matches(/^[^<>]*<[^<>@\s]+@[^<>@\s]+>$|^[^<>@\s]+@[^<>@\s]+$/, {
    message: 'MAIL_FROM must be an address such as "HRA desk <desk@example.org>".',
  })
  mailFrom: string = 'HRA desk <hra-desk@example.org>';

  /** MAILS_PER_MINUTE that leave for one and the same domain; more wait for their turn. */
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'MAILS_PER_MINUTE must be a whole number from 1 to 10000.' })
  @Min(1, { message: 'MAILS_PER_MINUTE must be a whole number from 1 to 10000.' })
  @Max(10_000, { message: 'MAILS_PER_MINUTE must be a whole number from 1 to 10000.' })
  mailsPerMinute: number = 60;

  /** PUBLIC_URL, how people reach the service; links in mails start with it. Empty: the address it listens on. */
  @Matches(/^$|^https?:\/\/[^/]+$/, { message: 'PUBLIC_URL must be an address without a path, such as https://hra.example.org.' })
  publicUrl: string = '';

  /** APP_SECRET signs cookies and offer links; at least 32 characters. Absent: generated once and kept in the data folder. */
  @MinLength(32, { message: 'APP_SECRET must have at least 32 characters. Leave it out to have one made and kept in the data folder.' })
  secret: string = '';

  /** PORT to listen on; 0 lets the system choose. */
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'PORT must be a whole number from 0 to 65535.' })
  @Min(0, { message: 'PORT must be a whole number from 0 to 65535.' })
  @Max(65535, { message: 'PORT must be a whole number from 0 to 65535.' })
  port: number = 3000;

  /** HOST to listen on. */
  @MinLength(1, { message: 'HOST must be an address such as 127.0.0.1 or 0.0.0.0.' })
  host: string = '127.0.0.1';

  /** TRUST_PROXY: addresses or networks of the proxies in front, separated by commas; their X-Forwarded-For is believed. */
  @Transform(({ value }) => (typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value))
  @Matches(/^[0-9a-fA-F.:]+(\/\d{1,3})?$/, { each: true, message: 'TRUST_PROXY must list addresses or networks, such as 10.0.0.0/8.' })
  trustProxy: string[] = [];

  /**
   * JOB_LEASE_SECONDS: how long a job that was begun and gives no sign of life is believed to be running; a quarter later it
   * is handed over again. 2 to 600. The same for every process.
   */
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'JOB_LEASE_SECONDS must be a whole number from 2 to 600.' })
  @Min(2, { message: 'JOB_LEASE_SECONDS must be a whole number from 2 to 600.' })
  @Max(600, { message: 'JOB_LEASE_SECONDS must be a whole number from 2 to 600.' })
  jobLeaseSeconds: number = 20;

  /** JOBS_KEPT_DAYS: how long a job that is done stays in the list, in days; 1 to 3650. What was given up stays. */
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'JOBS_KEPT_DAYS must be a whole number from 1 to 3650.' })
  @Min(1, { message: 'JOBS_KEPT_DAYS must be a whole number from 1 to 3650.' })
  @Max(3650, { message: 'JOBS_KEPT_DAYS must be a whole number from 1 to 3650.' })
  jobsKeptDays: number = 30;

  /** METRICS_TOKEN: who shows it may read the metrics; at least 16 characters. Absent: they are read from this machine only. */
  @IsOptional()
  @MinLength(16, { message: 'METRICS_TOKEN must have at least 16 characters. Leave it out to have metrics read from this machine only.' })
  metricsToken?: string;

  /** METRICS_PORT: where a worker serves its metrics, on HOST; 0 lets the system choose. Absent: nowhere. */
  @IsOptional()
  @Transform(({ value }) => Number(value))
  @IsInt({ message: 'METRICS_PORT must be a whole number from 0 to 65535.' })
  @Min(0, { message: 'METRICS_PORT must be a whole number from 0 to 65535.' })
  @Max(65535, { message: 'METRICS_PORT must be a whole number from 0 to 65535.' })
  metricsPort?: number;

  /** NODE_ENV. */
  @IsIn(ENVIRONMENTS, { message: `NODE_ENV must be one of ${ENVIRONMENTS.join(', ')}.` })
  environment: (typeof ENVIRONMENTS)[number] = 'development';
}

/** Environment variable → property, the only place that knows both. */
export const SETTING_NAMES: Readonly<Record<string, keyof Settings>> = {
  DATABASE_URL: 'databaseUrl',
  DATA_FOLDER: 'dataFolder',
  REDIS_URL: 'redisUrl',
  SMTP_URL: 'smtpUrl',
  MAIL_FROM: 'mailFrom',
  MAILS_PER_MINUTE: 'mailsPerMinute',
  PUBLIC_URL: 'publicUrl',
  APP_SECRET: 'secret',
  PORT: 'port',
  HOST: 'host',
  TRUST_PROXY: 'trustProxy',
  JOB_LEASE_SECONDS: 'jobLeaseSeconds',
  JOBS_KEPT_DAYS: 'jobsKeptDays',
  METRICS_TOKEN: 'metricsToken',
  METRICS_PORT: 'metricsPort',
  NODE_ENV: 'environment',
};

/** What a start-up mistake looks like: one sentence per line, ready to print. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * The settings from environment variables. Pure: the same variables give the same settings, nothing is read or written.
 * An empty variable counts as absent. Throws a SettingsError that lists every mistake at once.
 */
export function settingsFrom(variables: Readonly<Record<string, string | undefined>>): Settings {
  const given: Record<string, string> = { secret: 'decided-when-the-process-starts-up' };
  for (const [name, property] of Object.entries(SETTING_NAMES)) {
    const value = variables[name]?.trim();
    if (value) given[property] = value;
  }
  const settings = plainToInstance(Settings, given, { exposeDefaultValues: true });
  const mistakes = validateSync(settings, { stopAtFirstError: true }).flatMap((problem) => Object.values(problem.constraints ?? {}));
  if (settings.environment === 'production' && !variables['APP_SECRET'])
    mistakes.push('APP_SECRET must be set in production: at least 32 characters, the same for every process.');
  if (settings.environment === 'production' && !settings.publicUrl)
    mistakes.push('PUBLIC_URL must be set in production, such as https://hra.example.org: links in mails start with it.');
  if (settings.redisUrl && !settings.databaseUrl)
    mistakes.push('REDIS_URL needs DATABASE_URL: several processes cannot share one SQLite file safely. Set both, or neither.');
  if (mistakes.length > 0) throw new SettingsError(mistakes.join('\n'));
  if (!variables['APP_SECRET']) settings.secret = '';
  return settings;
}

/** Completes what only this machine can tell: the data folder as a full path, and a secret that survives a restart. */
export function settle(settings: Settings): Settings {
  const dataFolder = resolve(settings.dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return Object.assign(new Settings(), settings, { dataFolder, secret: settings.secret || keptSecret(dataFolder) });
}

function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}
