import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** One file sent to browsers, in each encoding it can be sent in. */
export interface Asset {
  /** With a hash of the content, so that it can be cached for ever: `desk.3f2a….css`. */
  readonly file: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

/** The parts of the one style sheet; later parts override earlier ones. */
const STYLE = ['base', 'frame', 'boxes', 'forms', 'data', 'board', 'media'];

const SOURCES = {
  'desk.css': {
    type: 'text/css; charset=utf-8',
    read: () => Buffer.concat(STYLE.map((part) => readFileSync(here(`./assets/style/${part}.css`)))),
  },
  'mark.svg': { type: 'image/svg+xml', read: () => readFileSync(here('./assets/mark.svg')) },
  'htmx.js': {
    type: 'text/javascript; charset=utf-8',
    read: () => readFileSync(createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js')),
  },
} as const;
export type AssetName = keyof typeof SOURCES;

const loaded = new Map<AssetName, Asset>();

/** The address of an asset. It changes whenever the content does. */
export function assetUrl(name: AssetName): string {
  return `/assets/${asset(name).file}`;
}

/** The asset sent under a file name, or undefined: only files of the list exist, whatever a path says. */
export function assetByFile(file: string): Asset | undefined {
  return (Object.keys(SOURCES) as AssetName[]).map(asset).find((known) => known.file === file);
}

/** Read, hashed and packed once; some 60 KB in all. */
export function asset(name: AssetName): Asset {
  const known = loaded.get(name);
  if (known) return known;
  const { read, type } = SOURCES[name];
  const plain = read();
  const hash = createHash('sha256').update(plain).digest('hex').slice(0, 12);
  const [stem, extension] = name.split('.');
  const brotli = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
  const fresh: Asset = { file: `${stem}.${hash}.${extension}`, type, plain, gzip: gzipSync(plain), brotli };
  loaded.set(name, fresh);
  return fresh;
}

function here(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
