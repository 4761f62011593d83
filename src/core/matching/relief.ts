import type { ExpertProfile } from '../expert.js';
import { SKILL_AREAS } from '../knowledge.js';
import type { ContextPart, LanguageNeed, Requirement } from '../requirement.js';
import { essentialParts } from './criteria/additional.gate.js';
import { profileOf, scansOf } from './engine.js';
import type { Pool } from './pool.js';
import { GATES, type GateName } from './verdicts.js';

/** One requirement that is thought away: a gate, one language where several are required, or some of several additional qualifications. */
export interface Waived {
  readonly gate: Exclude<GateName, 'roster'>;
  /** The one language; null where the whole gate is meant. */
  readonly language: LanguageNeed | null;
  /** The parts of the gate "additional", in the order of CONTEXT_PARTS; null where the whole gate is meant. */
  readonly parts: readonly ContextPart[] | null;
}

/** What thinking one requirement away would give. Exact: everybody was measured again without it. */
export interface Relief extends Waived {
  /** How many people would meet everything that is left. */
  readonly eligible: number;
  /** How many of those could go. */
  readonly free: number;
}

interface Relaxed {
  readonly waived: Waived;
  readonly requirement: Requirement;
}

/** The requirement without each one thing that it asks for, in the order of GATES. A roster is always asked for and not among them. */
export function relaxed(requirement: Requirement): Relaxed[] {
  const { gates } = requirement;
  const without = (waived: Pick<Waived, 'gate'> & Partial<Waived>, change: Partial<Requirement['gates']>): Relaxed => ({
    waived: { language: null, parts: null, ...waived },
    requirement: { ...requirement, gates: { ...gates, ...change } },
  });
  const knowledge = GATES.filter((gate) => gate in gates.knowledge) as (keyof typeof gates.knowledge)[];
  const parts = essentialParts(gates);
  return [
    ...(gates.education ? [without({ gate: 'education' }, { education: false })] : []),
    ...(gates.humanRightsDays > 0 || gates.fieldExperience
      ? [without({ gate: 'experience' }, { humanRightsDays: 0, fieldExperience: false })]
      : []),
    ...knowledge.map((area) =>
      without({ gate: area }, { knowledge: Object.fromEntries(Object.entries(gates.knowledge).filter(([asked]) => asked !== area)) }),
    ),
    ...(gates.languages.length > 0 ? [without({ gate: 'languages' }, { languages: [] })] : []),
    ...(gates.languages.length > 1
      ? gates.languages.map((language) =>
          without({ gate: 'languages', language }, { languages: gates.languages.filter((other) => other !== language) }),
        )
      : []),
    ...(parts.length > 0 ? [without({ gate: 'additional' }, { additional: [] })] : []),
    ...(parts.length > 1
      ? parts.map((part) => without({ gate: 'additional', parts: [part] }, { additional: parts.filter((other) => other !== part) }))
      : []),
    ...SKILL_AREAS.filter((area) => area in (gates.skills ?? {})).map((area) =>
      without({ gate: area }, { skills: { ...gates.skills, [area]: 'none' } }),
    ),
  ];
}

/**
 * What relaxing each requirement would give, the most helpful first; equal ones stay in the order of GATES. Of several
 * languages or additional qualifications each is told by itself and, where no additional qualification alone lets in anybody
 * else who is free, the fewest that do together. `isFree` says who could go on the dates, and is asked once for each person.
 * Nobody is scored or sorted: it counts. Throws as `rank` does.
 */
export function reliefs(pool: Pool, requirement: Requirement, isFree: (profile: ExpertProfile) => boolean): Relief[] {
  // By row: the same person stands in the same row whatever is asked under one policy.
  const known = new Int8Array(rowsOf(pool, requirement)).fill(UNKNOWN);
  const couldGo = (number: number, row: number): number => {
    if (known[row] === UNKNOWN) known[row] = Number(isFree(profileOf(pool, number)));
    return known[row] as number;
  };
  const all = relaxed(requirement);
  const stopped = stoppedByOne(pool, requirement, couldGo);
  const met = countOf(stopped.get(0));
  return all
    .filter(({ waived }) => !isPiece(waived))
    .flatMap((one) => {
      const { gate } = one.waived;
      if (gate === 'experience' && requirement.educationInLieu) return [measured(pool, one, couldGo)];
      const people = stopped.get(bitOf(gate));
      const pieces = all.map(({ waived }) => waived).filter((waived) => waived.gate === gate && isPiece(waived));
      const whole = { ...one.waived, ...plus(met, countOf(people)) };
      return [whole, ...pieceReliefs(pool, requirement, pieces, met, people ?? NOBODY)];
    })
    .sort((a, b) => b.free - a.free || b.eligible - a.eligible);
}

const UNKNOWN = -1;
type Gates = Requirement['gates'];

/** 1 for somebody who could go, else 0, by roster number and by row as it is offered. */
type CouldGo = (number: number, row: number) => number;

/** Rows as they are offered; free is 1 for those who could go. */
interface People {
  readonly rows: number[];
  readonly free: number[];
}

const NOBODY: People = { rows: [], free: [] };

type Count = Pick<Relief, 'eligible' | 'free'>;

function rowsOf(pool: Pool, { experiencePolicy }: Requirement): number {
  return Math.max(0, ...pool.parts(experiencePolicy).map(({ offset, table }) => offset + table.rows));
}

/** The first of GATES lowest, as scans give them. */
function bitOf(gate: GateName): number {
  return 1 << GATES.indexOf(gate);
}

function isPiece({ language, parts }: Waived): boolean {
  return language !== null || parts !== null;
}

/** Whom no gate stops, by 0, and whom one alone stops, by its bit: thinking that one away lets exactly them in. */
function stoppedByOne(pool: Pool, requirement: Requirement, couldGo: CouldGo): ReadonlyMap<number, People> {
  const people = new Map(GATES.map((gate) => [bitOf(gate), { rows: [], free: [] } as People]));
  people.set(0, { rows: [], free: [] });
  people.delete(bitOf('roster'));
  for (const scan of scansOf(pool, requirement))
    scan.forEach((missed, number, row) => {
      const group = people.get(missed);
      if (!group) return;
      group.rows.push(row);
      group.free.push(couldGo(number, row));
    });
  return people;
}

/** By asking everybody again: where education takes years in lieu, its gate asks for fewer once there is no minimum. */
function measured(pool: Pool, { waived, requirement }: Relaxed, couldGo: CouldGo): Relief {
  return { ...waived, ...countOf(stoppedByOne(pool, requirement, couldGo).get(0)) };
}

/** Of the people whom the gate alone stops, which pieces of it do: every sum follows from that. */
function pieceReliefs(pool: Pool, requirement: Requirement, pieces: readonly Waived[], met: Count, people: People): Relief[] {
  if (pieces.length === 0) return [];
  const missed = missedPieces(pool, requirement, pieces, people);
  const kinds = new Map<number, People>();
  for (const [index, row] of people.rows.entries()) {
    const bits = missed[row] as number;
    const kind = kinds.get(bits) ?? { rows: [], free: [] };
    kinds.set(bits, kind);
    kind.rows.push(row);
    kind.free.push(people.free[index] as number);
  }
  const without = (waived: number): Count =>
    [...kinds].filter(([bits]) => (bits & ~waived) === 0).reduce((sum, [, kind]) => plus(sum, countOf(kind)), met);
  const single = pieces.map((piece, index) => ({ ...piece, ...without(1 << index) }));
  if (pieces.some(({ parts }) => parts === null)) return single;
  const together = fewestTogether(kinds, pieces.length).map((bits) => ({
    ...(pieces[0] as Waived),
    parts: pieces.flatMap(({ parts }, index) => ((bits >> index) & 1 ? (parts ?? []) : [])),
    ...without(bits),
  }));
  return [...single, ...together];
}

/** By row as it is offered: one bit for each piece that is missing. Nobody is asked where nobody is meant. */
function missedPieces(pool: Pool, requirement: Requirement, pieces: readonly Waived[], { rows }: People): Int32Array {
  const missed = new Int32Array(rowsOf(pool, requirement));
  if (rows.length === 0) return missed;
  const nothing: Gates = { education: false, humanRightsDays: 0, fieldExperience: false, knowledge: {}, languages: [] };
  for (const [index, { gate, language, parts }] of pieces.entries()) {
    const gates = { ...nothing, languages: language ? [language] : [], additional: parts ?? [] };
    const bit = bitOf(gate);
    for (const scan of scansOf(pool, { ...requirement, gates }))
      scan.forEach((gone, _, row) => {
        if (gone & bit) missed[row] = (missed[row] as number) | (1 << index);
      });
  }
  return missed;
}

/** The smallest sets of parts, more than one and not all, that some who are free miss; none where a single part is enough for somebody. */
function fewestTogether(kinds: ReadonlyMap<number, People>, all: number): number[] {
  const sizes = [...kinds].filter(([, people]) => countOf(people).free > 0).map(([bits]) => ({ bits, size: sizeOf(bits) }));
  const fewest = Math.min(...sizes.map(({ size }) => size));
  return fewest === 1 || fewest === all ? [] : sizes.filter(({ size }) => size === fewest).map(({ bits }) => bits);
}

function sizeOf(bits: number): number {
  return bits === 0 ? 0 : (bits & 1) + sizeOf(bits >>> 1);
}

function countOf({ rows, free }: People = NOBODY): Count {
  return { eligible: rows.length, free: free.reduce((sum, one) => sum + one, 0) };
}

function plus(one: Count, other: Count): Count {
  return { eligible: one.eligible + other.eligible, free: one.free + other.free };
}
