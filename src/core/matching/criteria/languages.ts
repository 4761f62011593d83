import { languageOf } from './claims.js';
import { criterion, NOTHING } from './rule.js';

/** Desired languages, each up to the desired level; what is beyond it adds nothing. Source: product rule "Languages". */
export const languages = criterion('languages', ({ profile }, { desiredLanguages }) => {
  if (desiredLanguages.length === 0) return NOTHING;
  const found = desiredLanguages.map((need) => languageOf(profile, need));
  const facts = found.map(({ fact }) => fact);
  return {
    share: {
      part: facts.reduce((sum, { have, need }) => sum + Math.min(have, need), 0),
      whole: facts.reduce((sum, { need }) => sum + need, 0),
    },
    reason: { code: 'levels', languages: facts },
    evidence: found.flatMap(({ evidence }) => evidence),
  };
});
