import { CLAIM_PARTS, type ClaimPart, type ExpertProfile } from '../expert.js';
import type { LanguageLevel } from '../languages.js';
import { CRITERIA, type CriterionName, type LanguageNeed, type Requirement } from '../requirement.js';
import { THEME_SLUGS, type Theme } from '../themes.js';
import { placeOf, plain, type RuleFact, ruleFacts, rulesOf } from './diff-rules.js';
import type { Explanation } from './ranking.js';
import type { GateName } from './verdicts.js';

/** Parts of a profile whose entries are evidence. */
export type EvidencePart = ClaimPart;
type Piece<P extends EvidencePart> = ExpertProfile[P][number];

/** One piece of evidence that came, went or changed, as it stood before and as it stands now. */
export type EvidenceFact = {
  [P in EvidencePart]: {
    readonly kind: 'evidence';
    readonly part: P;
    readonly id: string;
    readonly before: Piece<P> | null;
    readonly after: Piece<P> | null;
  };
}[EvidencePart];

/** One fact that differs between two runs, as data. */
export type DiffFact =
  | EvidenceFact
  | { readonly kind: 'memberships'; readonly before: ExpertProfile['memberships']; readonly after: ExpertProfile['memberships'] }
  | { readonly kind: 'as-of'; readonly before: string; readonly after: string }
  | { readonly kind: 'theme-need'; readonly theme: Theme; readonly before: number; readonly after: number }
  | {
      readonly kind: 'desired-language';
      readonly language: LanguageNeed['language'];
      readonly before: LanguageLevel | 0;
      readonly after: LanguageLevel | 0;
    }
  | { readonly kind: 'weight'; readonly criterion: CriterionName; readonly before: number; readonly after: number }
  | RuleFact;

/** Which evidence each gate and criterion rests on. */
const RESTS_ON: Readonly<Record<CriterionName | GateName, readonly EvidencePart[]>> = {
  themes: ['themes'],
  experience: ['experience'],
  languages: ['languages'],
  knowledge: ['knowledge'],
  field: ['experience'],
  country: ['experience'],
  skills: ['knowledge'],
  trainings: ['trainings'],
  education: ['degrees', 'experience'],
  context: ['experience', 'knowledge', 'trainings'],
  roster: [],
  machinery: ['knowledge'],
  mandates: ['knowledge'],
  'development-programming': ['knowledge'],
  additional: ['experience', 'knowledge', 'trainings'],
  advocacy: ['knowledge'],
  sensitivity: ['knowledge'],
};

/**
 * The evidence that changed and that a gate or a criterion which came out otherwise rests on; and every claim that is backed
 * otherwise than before, whether or not it moved a point.
 */
export function profileFacts(old: ExpertProfile, fresh: ExpertProfile, before: Explanation, after: Explanation): DiffFact[] {
  const moved = [
    ...after.criteria.filter(({ points }, index) => points !== before.criteria[index]?.points).map(({ criterion }) => criterion),
    ...after.gates.filter(({ met }, index) => met !== before.gates[index]?.met).map(({ gate }) => gate),
  ];
  const parts = CLAIM_PARTS.filter((part) => moved.some((name) => RESTS_ON[name].includes(part)));
  const memberships: DiffFact[] = moved.includes('roster')
    ? [{ kind: 'memberships', before: old.memberships, after: fresh.memberships }]
    : [];
  const changes = CLAIM_PARTS.flatMap((part) => {
    const all = changesIn(part, old[part], fresh[part]);
    return parts.includes(part) ? all : all.filter(isBackedOtherwise);
  });
  return [...changes, ...memberships];
}

function isBackedOtherwise({ before, after }: EvidenceFact): boolean {
  const backing = (piece: EvidenceFact['before']) => plain({ status: piece?.status ?? 'self-declared', backing: piece?.backing ?? [] });
  return backing(before) !== backing(after);
}

function changesIn(part: EvidencePart, old: readonly { readonly id: string }[], fresh: readonly { readonly id: string }[]): EvidenceFact[] {
  const kept = new Map(fresh.map((piece) => [piece.id, piece]));
  const known = new Set(old.map(({ id }) => id));
  const gone = old.filter(({ id }) => !kept.has(id));
  const came = fresh.filter(({ id }) => !known.has(id));
  // What was only written again under another id has not changed.
  const rewritten = new Set<string>();
  for (const piece of gone) {
    const twin = came.find((other) => !rewritten.has(other.id) && alike(piece, other));
    if (twin) rewritten.add(piece.id).add(twin.id);
  }
  const fact = (id: string, before: object | null, after: object | null) => ({ kind: 'evidence', part, id, before, after }) as EvidenceFact;
  return [
    ...old.flatMap((piece) => {
      const now = kept.get(piece.id);
      return now && !alike(piece, now) ? [fact(piece.id, piece, now)] : [];
    }),
    ...gone.filter(({ id }) => !rewritten.has(id)).map((piece) => fact(piece.id, piece, null)),
    ...came.filter(({ id }) => !rewritten.has(id)).map((piece) => fact(piece.id, null, piece)),
  ];
}

/** Equal but for the id. */
function alike(one: object, other: object): boolean {
  return plain({ ...one, id: '' }) === plain({ ...other, id: '' });
}

/** What the two questions differ in, of one source; `profile` has none. */
export function requirementFacts(
  source: 'profile' | 'date' | 'needs' | 'rules' | 'weights',
  from: Requirement,
  to: Requirement,
): DiffFact[] {
  switch (source) {
    case 'profile':
      return [];
    case 'date':
      return from.asOf === to.asOf ? [] : [{ kind: 'as-of', before: from.asOf, after: to.asOf }];
    case 'needs':
      return [...themeFacts(from, to), ...languageFacts(from, to), ...ruleFacts(placeOf(from), placeOf(to))];
    case 'rules':
      return ruleFacts(rulesOf(from), rulesOf(to));
    case 'weights':
      return CRITERIA.filter((criterion) => from.weights[criterion] !== to.weights[criterion]).map((criterion) => ({
        kind: 'weight',
        criterion,
        before: from.weights[criterion],
        after: to.weights[criterion],
      }));
  }
}

function themeFacts({ themes: from }: Requirement, { themes: to }: Requirement): DiffFact[] {
  return THEME_SLUGS.filter((theme) => (from[theme] ?? 0) !== (to[theme] ?? 0)).map((theme) => ({
    kind: 'theme-need',
    theme,
    before: from[theme] ?? 0,
    after: to[theme] ?? 0,
  }));
}

function languageFacts(from: Requirement, to: Requirement): DiffFact[] {
  const levels = ({ desiredLanguages }: Requirement) => new Map(desiredLanguages.map(({ language, level }) => [language, level]));
  const [old, fresh] = [levels(from), levels(to)];
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((language) => old.get(language) !== fresh.get(language))
    .map((language) => ({ kind: 'desired-language', language, before: old.get(language) ?? 0, after: fresh.get(language) ?? 0 }));
}
