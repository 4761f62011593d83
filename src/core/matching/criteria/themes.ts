import { KNOWLEDGE_TOP, knowledgeValue } from '../../knowledge.js';
import type { Theme } from '../../themes.js';
import { themeOf } from './claims.js';
import { criterion, NOTHING } from './rule.js';

/**
 * Expertise in what the country needs: Σ weight × level over its weighted themes, full when the person is a specialist in
 * every one. Source: product rule "Country needs"; TOR function 2.1.
 */
export const themes = criterion('themes', ({ profile }, { themes: needs }) => {
  const found = weightedThemes(needs).map(([theme, need]) => themeOf(profile, theme, need));
  if (found.length === 0) return NOTHING;
  const facts = found.map(({ fact }) => fact);
  return {
    share: {
      part: facts.reduce((sum, { need, have }) => sum + need * knowledgeValue(have), 0),
      whole: KNOWLEDGE_TOP * facts.reduce((sum, { need }) => sum + need, 0),
    },
    reason: { code: 'themes', themes: facts },
    evidence: found.flatMap(({ evidence }) => evidence),
  };
});

/** The themes that carry weight, heaviest first, so that what matters most is read first. */
export function weightedThemes(needs: Readonly<Partial<Record<Theme, number>>>): [theme: Theme, weight: number][] {
  return (Object.entries(needs) as [Theme, number][])
    .filter(([, weight]) => weight > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
}
