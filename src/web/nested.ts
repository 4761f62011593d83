import { DomainError } from '../core/errors.js';

/** No form here has more rows than this; a larger index would only make the service allocate. */
export const MOST_ROWS = 200;
/** The largest form is a profile with a hundred entries of each kind. */
const MOST_FIELDS = 5_000;
const DEEPEST = 6;
const INDEX = /^\d{1,4}$/;
/** Names that reach into the machinery of objects. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'prototype', 'constructor', 'toString', 'valueOf', 'toJSON']);

/** A form body as objects and arrays, and the way back from a path in them to the name of the field that was sent. */
export interface Nested {
  readonly value: Record<string, unknown>;
  /** As it was sent, for filling the form again. A name `kinds[]` is found as `kinds`. */
  readonly values: Readonly<Record<string, string | string[]>>;
  /** Rows left empty disappear, so row 1 of the value may have been row 3 of the form. */
  nameOf(path: string): string;
}

type Branch = Map<string, Branch | string | string[]>;

/**
 * Makes nested values of dotted names: `languages.0.level=4` → `{ languages: [{ level: '4' }] }`. Throws
 * `input.malformed` on names that no form of ours has.
 */
export function nested(body: unknown): Nested {
  const root: Branch = new Map();
  const values: Record<string, string | string[]> = Object.create(null);
  const entries = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  if (entries.length > MOST_FIELDS) throw malformed();
  for (const [sent, raw] of entries) {
    const isList = sent.endsWith('[]');
    const name = isList ? sent.slice(0, -2) : sent;
    const value = isList ? [raw].flat() : raw;
    if (!isText(value)) throw malformed();
    values[name] = value;
    plant(root, name.split('.'), typeof value === 'string' ? value.trim() : value.filter((item) => item !== ''));
  }
  const rows = new Map<string, string[]>();
  return { value: (grow(root, '', rows) ?? {}) as Record<string, unknown>, values, nameOf: (path) => original(path, rows) };
}

function plant(root: Branch, path: string[], value: string | string[]): void {
  if (path.length > DEEPEST || path.some((step) => step === '' || FORBIDDEN.has(step) || isTooHigh(step))) throw malformed();
  let branch = root;
  for (const step of path.slice(0, -1)) {
    const next = branch.get(step) ?? new Map();
    if (!(next instanceof Map)) throw malformed();
    branch.set(step, next);
    branch = next;
  }
  const leaf = path.at(-1) as string;
  if (branch.has(leaf)) throw malformed();
  branch.set(leaf, value);
}

/** Undefined where nothing was filled in. */
function grow(node: Branch | string | string[], path: string, rows: Map<string, string[]>): unknown {
  if (!(node instanceof Map)) return node.length === 0 ? undefined : node;
  const names = [...node.keys()];
  const grown = (name: string, as: string) => grow(node.get(name) ?? '', path === '' ? as : `${path}.${as}`, rows);
  if (path !== '' && names.every((name) => INDEX.test(name))) {
    const kept: string[] = [];
    const list: unknown[] = [];
    for (const name of names.sort((a, b) => Number(a) - Number(b))) {
      const item = grown(name, String(kept.length));
      if (item === undefined) continue;
      kept.push(name);
      list.push(item);
    }
    rows.set(path, kept);
    return list.length === 0 ? undefined : list;
  }
  const filled = names.map((name) => [name, grown(name, name)] as const).filter(([, value]) => value !== undefined);
  return filled.length === 0 ? undefined : Object.fromEntries(filled);
}

function original(path: string, rows: ReadonlyMap<string, string[]>): string {
  const steps = path.split('.');
  return steps.map((step, at) => rows.get(steps.slice(0, at).join('.'))?.[Number(step)] ?? step).join('.');
}

function isTooHigh(step: string): boolean {
  return /^\d+$/.test(step) && !(INDEX.test(step) && Number(step) < MOST_ROWS);
}

function isText(value: unknown): value is string | string[] {
  return typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));
}

function malformed(): DomainError {
  return new DomainError(
    'input.malformed',
    'The form was sent with fields that it does not have. Load the page again and fill it in there.',
  );
}
