import type { ExpertProfile } from '../expert.js';
import { SKILL_AREAS } from '../knowledge.js';
import type { LanguageNeed, Requirement } from '../requirement.js';
import { essentialParts } from './criteria/additional.gate.js';
import { profileOf, scansOf } from './engine.js';
import type { Pool } from './pool.js';
import { GATES, type GateName } from './verdicts.js';

/** One requirement that is thought away: a gate, or one language where several are required. */
export interface Waived {
  readonly gate: Exclude<GateName, 'roster'>;
  /** The one language; null where the whole gate is meant. */
  readonly language: LanguageNeed | null;
}

/** What thinking one requirement away would give. Exact: everybody was measured again without it. */
export interface Relief extends Waived {
  /** How many people would meet everything that is left. */
  readonly eligible: number;
  /** How many of those could go. */
  readonly free: number;
}

/** The requirement without each one thing that it asks for, in the order of GATES. A roster is always asked for and not among them. */
export function relaxed(requirement: Requirement): { readonly waived: Waived; readonly requirement: Requirement }[] {
  const { gates } = requirement;
  const without = (waived: Waived, change: Partial<Requirement['gates']>) => ({
    waived,
    requirement: { ...requirement, gates: { ...gates, ...change } },
  });
  const knowledge = GATES.filter((gate) => gate in gates.knowledge) as (keyof typeof gates.knowledge)[];
  return [
    ...(gates.education ? [without({ gate: 'education', language: null }, { education: false })] : []),
    ...(gates.humanRightsDays > 0 || gates.fieldExperience
      ? [without({ gate: 'experience', language: null }, { humanRightsDays: 0, fieldExperience: false })]
      : []),
    ...knowledge.map((area) =>
      without(
        { gate: area, language: null },
        { knowledge: Object.fromEntries(Object.entries(gates.knowledge).filter(([asked]) => asked !== area)) },
      ),
    ),
    ...(gates.languages.length > 0 ? [without({ gate: 'languages', language: null }, { languages: [] })] : []),
    ...(gates.languages.length > 1
      ? gates.languages.map((language) =>
          without({ gate: 'languages', language }, { languages: gates.languages.filter((other) => other !== language) }),
        )
      : []),
    ...(essentialParts(gates).length > 0 ? [without({ gate: 'additional', language: null }, { additional: [] })] : []),
    ...SKILL_AREAS.filter((area) => area in (gates.skills ?? {})).map((area) =>
      without({ gate: area, language: null }, { skills: { ...gates.skills, [area]: 'none' } }),
    ),
  ];
}

/**
 * What relaxing each requirement would give, the most helpful first; equal ones stay in the order of GATES. `isFree` says who
 * could go on the dates, and is asked once for each person. Nobody is scored or sorted: it counts. Throws as `rank` does.
 */
export function reliefs(pool: Pool, requirement: Requirement, isFree: (profile: ExpertProfile) => boolean): Relief[] {
  const known = new Map<number, boolean>();
  const couldGo = (number: number): boolean => {
    const free = known.get(number) ?? isFree(profileOf(pool, number));
    known.set(number, free);
    return free;
  };
  return relaxed(requirement)
    .map(({ waived, requirement: asked }) => {
      let eligible = 0;
      let free = 0;
      for (const scan of scansOf(pool, asked))
        scan.forEach((missed, number) => {
          if (missed !== 0) return;
          eligible += 1;
          if (couldGo(number)) free += 1;
        });
      return { ...waived, eligible, free };
    })
    .sort((a, b) => b.free - a.free || b.eligible - a.eligible);
}
