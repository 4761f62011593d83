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
 * additional qualifications each is told by itself and, where none of them alone lets in anybody else who is free, the fewest
 * that do together. `isFree` says who could go on the dates, and is asked once for each person. Nobody is scored or sorted: it
 * counts. Throws as `rank` does.
 */
export function reliefs(pool: Pool, requirement: Requirement, isFree: (profile: ExpertProfile) => boolean): Relief[] {
  // By row: the same person stands in the same row whatever is asked under one policy.
  const known = new Int8Array(rowsOf(pool, requirement)).fill(UNKNOWN);
  const couldGo = (number: number, row: number): number => {
    if (known[row] === UNKNOWN) known[row] = Number(isFree(profileOf(pool, number)));
    return known[row] as number;
  };
  return relaxed(requirement)
    .filter(({ waived }) => waived.parts === null)
    .flatMap((one) =>
      one.waived.gate === 'additional' ? partReliefs(pool, one, essentialParts(requirement.gates), couldGo) : [relief(pool, one, couldGo)],
    )
    .sort((a, b) => b.free - a.free || b.eligible - a.eligible);
}

/** 1 for somebody who could go, else 0, by roster number and by row as it is offered. */
type CouldGo = (number: number, row: number) => number;

const UNKNOWN = -1;

function rowsOf(pool: Pool, { experiencePolicy }: Requirement): number {
  return Math.max(0, ...pool.parts(experiencePolicy).map(({ offset, table }) => offset + table.rows));
}

function relief(pool: Pool, { waived, requirement }: Relaxed, couldGo: CouldGo): Relief {
  let eligible = 0;
  let free = 0;
  for (const scan of scansOf(pool, requirement))
    scan.forEach((missed, number, row) => {
      if (missed !== 0) return;
      eligible += 1;
      free += couldGo(number, row);
    });
  return { ...waived, eligible, free };
}

/** Of everybody who meets the requirement without its parts it is noted once which ones they miss: every sum follows from that. */
function partReliefs(pool: Pool, { waived, requirement }: Relaxed, parts: readonly ContextPart[], couldGo: CouldGo): Relief[] {
  const meeting = meetingRest(pool, requirement, couldGo);
  const missed = missedParts(pool, requirement, parts);
  const kinds = Array.from({ length: 1 << parts.length }, (_, bits) => ({ bits, eligible: 0, free: 0 }));
  for (const [index, row] of meeting.rows.entries()) {
    const kind = kinds[missed[row] as number] as Missing;
    kind.eligible += 1;
    kind.free += meeting.free[index] as number;
  }
  const counted = (waivedBits: number) => {
    const inside = kinds.filter(({ bits }) => (bits & ~waivedBits) === 0);
    return {
      eligible: inside.reduce((sum, { eligible }) => sum + eligible, 0),
      free: inside.reduce((sum, { free }) => sum + free, 0),
    };
  };
  const told = parts.length > 1 ? [...parts.map((_, index) => 1 << index), ...fewestTogether(kinds, parts.length)] : [];
  return [
    { ...waived, ...counted(kinds.length - 1) },
    ...told.map((bits) => ({ ...waived, parts: parts.filter((_, index) => (bits >> index) & 1), ...counted(bits) })),
  ];
}

/** People who meet all the rest and miss these parts: one bit each. */
interface Missing {
  readonly bits: number;
  eligible: number;
  free: number;
}

/** Whoever meets the requirement, by row as it is offered, lowest first; free is 1 for those who could go. */
function meetingRest(pool: Pool, requirement: Requirement, couldGo: CouldGo) {
  const rows: number[] = [];
  const free: number[] = [];
  for (const scan of scansOf(pool, requirement))
    scan.forEach((missed, number, row) => {
      if (missed !== 0) return;
      rows.push(row);
      free.push(couldGo(number, row));
    });
  return { rows, free };
}

/** By row as it is offered: one bit for each part that is missing, in the order of `parts`. */
function missedParts(pool: Pool, requirement: Requirement, parts: readonly ContextPart[]): Uint8Array {
  const missed = new Uint8Array(rowsOf(pool, requirement));
  const nothing = { education: false, humanRightsDays: 0, fieldExperience: false, knowledge: {}, languages: [] };
  for (const [index, part] of parts.entries())
    for (const scan of scansOf(pool, { ...requirement, gates: { ...nothing, additional: [part] } }))
      scan.forEach((gates, _, row) => {
        if (gates & ADDITIONAL) missed[row] = (missed[row] as number) | (1 << index);
      });
  return missed;
}

/** The smallest sets of parts, more than one and not all, that some who are free miss; none where a single part is enough for somebody. */
function fewestTogether(kinds: readonly Missing[], all: number): number[] {
  const sizes = kinds.filter(({ bits, free }) => bits !== 0 && free > 0).map(({ bits }) => ({ bits, size: countOf(bits) }));
  const fewest = Math.min(...sizes.map(({ size }) => size));
  return fewest === 1 || fewest === all ? [] : sizes.filter(({ size }) => size === fewest).map(({ bits }) => bits);
}

function countOf(bits: number): number {
  return bits === 0 ? 0 : (bits & 1) + countOf(bits >>> 1);
}

const ADDITIONAL = 1 << GATES.indexOf('additional');
