import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { SETTING_NAMES } from '../../src/platform/config/index.js';

interface Service {
  build?: string;
  image?: string;
  command?: string[];
  environment?: Record<string, unknown>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test?: string[]; interval?: string; timeout?: string; retries?: number };
  depends_on?: Record<string, { condition?: string }>;
}

interface Compose {
  services: Record<string, Service>;
  volumes?: Record<string, unknown>;
}

const PROJECT = resolve(__dirname, '../..');
const read = (name: string): string => readFileSync(join(PROJECT, name), 'utf8');
const compose = (): Compose => parse(read('docker-compose.yml'), { merge: true }) as Compose;
const SECRET_NAMES = /PASSWORD|SECRET/;

/** Sentences on what is wrong; docker itself is not needed to see it. */
function problemsOf({ services, volumes = {} }: Compose): string[] {
  return Object.entries(services).flatMap(([name, service]) => [
    ...(service.build || service.image ? [] : [`${name} has neither build nor image`]),
    ...(service.image?.endsWith(':latest') || (service.image && !service.build && !service.image.includes(':'))
      ? [`${name} does not pin its image`]
      : []),
    ...(service.healthcheck?.test?.length && service.healthcheck.interval && service.healthcheck.timeout && service.healthcheck.retries
      ? []
      : [`${name} has no full health check`]),
    ...Object.entries(service.depends_on ?? {}).flatMap(([target, { condition }]) => [
      ...(services[target] ? [] : [`${name} depends on ${target}, which does not exist`]),
      ...(condition === 'service_healthy' ? [] : [`${name} does not wait until ${target} is healthy`]),
    ]),
    ...(service.ports ?? [])
      .filter((port) => !/^127\.0\.0\.1:\d+:\d+$/.test(port))
      .map((port) => `${name} publishes ${port} beyond this machine`),
    ...(service.volumes ?? [])
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((volume) => !(volume in volumes))
      .map((volume) => `${name} uses the volume ${volume}, which is not declared`),
    ...Object.keys(service.build ? (service.environment ?? {}) : {})
      .filter((variable) => !(variable in SETTING_NAMES))
      .map((variable) => `${name} sets ${variable}, which no setting reads`),
    ...Object.entries(service.environment ?? {})
      .filter(([variable, value]) => SECRET_NAMES.test(variable) && !String(value).startsWith('${'))
      .map(([variable]) => `${name} has the secret ${variable} in the file`),
  ]);
}

describe('docker-compose.yml', () => {
  it('has nothing wrong with it', () => {
    expect(problemsOf(compose())).toEqual([]);
  });

  it('brings PostgreSQL, Valkey, a mail catcher, the service and a worker', () => {
    const { services } = compose();
    expect(Object.keys(services).sort()).toEqual(['api', 'database', 'mail', 'queue', 'worker']);
    expect(services['queue']?.command?.join(' ')).toContain('--maxmemory-policy noeviction');
    expect(services['worker']?.command).toEqual(['node', 'dist/worker.js']);
    for (const name of ['api', 'worker']) expect(services[name]?.environment).toHaveProperty('REDIS_URL', 'redis://queue:6379');
  });

  it('publishes neither the database nor the queue', () => {
    const { services } = compose();
    for (const name of ['database', 'queue']) expect(services[name]?.ports).toBeUndefined();
  });

  it('asks only for variables that .env.example explains', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+)/g)].map(([, name]) => name);
    const explained = [...read('.env.example').matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(new Set(asked)).toEqual(new Set(explained));
  });

  it.each<[string, (broken: Compose) => void]>([
    [
      'api has neither build nor image',
      ({ services }) => Object.assign(services, { api: { ...services['api'], build: undefined, image: undefined } }),
    ],
    ['mail has no full health check', ({ services }) => Object.assign(services, { mail: { ...services['mail'], healthcheck: undefined } })],
    ['mail does not pin its image', ({ services }) => Object.assign(services, { mail: { ...services['mail'], image: 'axllent/mailpit' } })],
    [
      'worker depends on nobody, which does not exist',
      ({ services }) =>
        Object.assign(services, { worker: { ...services['worker'], depends_on: { nobody: { condition: 'service_healthy' } } } }),
    ],
    [
      'worker does not wait until api is healthy',
      ({ services }) =>
        Object.assign(services, { worker: { ...services['worker'], depends_on: { api: { condition: 'service_started' } } } }),
    ],
    [
      'database publishes 5432:5432 beyond this machine',
      ({ services }) => Object.assign(services, { database: { ...services['database'], ports: ['5432:5432'] } }),
    ],
    [
      'queue uses the volume elsewhere, which is not declared',
      ({ services }) => Object.assign(services, { queue: { ...services['queue'], volumes: ['elsewhere:/data'] } }),
    ],
    [
      'api sets REDIS, which no setting reads',
      ({ services }) => Object.assign(services, { api: { ...services['api'], environment: { REDIS: 'redis://queue' } } }),
    ],
    [
      'database has the secret POSTGRES_PASSWORD in the file',
      ({ services }) => Object.assign(services, { database: { ...services['database'], environment: { POSTGRES_PASSWORD: 'hunter2' } } }),
    ],
  ])('would be refused when %s', (problem, breakIt) => {
    const broken = compose();
    breakIt(broken);
    expect(problemsOf(broken)).toEqual([problem]);
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile').split('\n');

  it('builds on the pinned Node and runs as somebody who is not root', () => {
    const pinned = (JSON.parse(read('package.json')) as { devDependencies: { node: string } }).devDependencies.node.split('.')[0];
    for (const line of lines.filter((text) => text.startsWith('FROM'))) expect(line).toMatch(new RegExp(`^FROM node:${pinned}-`));
    expect(lines.indexOf('USER node')).toBeGreaterThan(lines.findLastIndex((line) => line.startsWith('RUN')));
  });

  it('copies only what exists and what .dockerignore lets in', () => {
    const copied = lines
      .filter((line) => line.startsWith('COPY') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    const letIn = read('.dockerignore')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect(copied.length).toBeGreaterThan(0);
    for (const path of copied) {
      expect(existsSync(join(PROJECT, path))).toBe(true);
      expect(letIn).toContain(path);
    }
  });
});
