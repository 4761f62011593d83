import type { ExpertProfile } from '../../expert.js';
import { CLAIM_STATUSES, type ClaimStatus, type KnowledgeArea, type KnowledgeLevel, knowledgeValue } from '../../knowledge.js';
import type { LanguageNeed } from '../../requirement.js';
import type { Theme } from '../../themes.js';
import type { KnowledgeFact, LanguageFact, ThemeFact } from '../verdicts.js';

/** A fact beside the ids of the claims that it rests on: one, or none where the profile states nothing. */
interface Backed<F> {
  readonly fact: F;
  readonly evidence: readonly string[];
}

interface Claim {
  readonly id: string;
  readonly status: ClaimStatus;
}

/** Highest claim about one thing; of equals the better backed one, then the smaller id. Its value never depends on the status. */
function best<C extends Claim>(claims: readonly C[], value: (claim: C) => number): C | undefined {
  return [...claims].sort(
    (a, b) => value(b) - value(a) || CLAIM_STATUSES.indexOf(b.status) - CLAIM_STATUSES.indexOf(a.status) || (a.id < b.id ? -1 : 1),
  )[0];
}

const evidenceOf = (claim: Claim | undefined): readonly string[] => (claim ? [claim.id] : []);

export function knowledgeOf(profile: ExpertProfile, area: KnowledgeArea, need: KnowledgeLevel): Backed<KnowledgeFact> {
  const claim = best(
    profile.knowledge.filter((one) => one.area === area),
    ({ level }) => knowledgeValue(level),
  );
  return { fact: { area, have: claim?.level ?? 'none', need, status: claim?.status ?? null }, evidence: evidenceOf(claim) };
}

export function themeOf(profile: ExpertProfile, theme: Theme, need: number): Backed<ThemeFact> {
  const claim = best(
    profile.themes.filter((one) => one.theme === theme),
    ({ level }) => knowledgeValue(level),
  );
  return { fact: { theme, need, have: claim?.level ?? 'none', status: claim?.status ?? null }, evidence: evidenceOf(claim) };
}

export function languageOf(profile: ExpertProfile, need: LanguageNeed): Backed<LanguageFact> {
  const claim = best(
    profile.languages.filter((one) => one.language === need.language),
    ({ level }) => level,
  );
  return {
    fact: { language: need.language, have: claim?.level ?? 0, need: need.level, status: claim?.status ?? null },
    evidence: evidenceOf(claim),
  };
}

/** How far the knowledge goes beyond what is needed, and how far it could go: 0 to 4. */
export function depth({ have, need }: KnowledgeFact): number {
  return Math.max(0, knowledgeValue(have) - knowledgeValue(need));
}
