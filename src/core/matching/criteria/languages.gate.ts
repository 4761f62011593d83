import { languageOf } from './claims.js';
import { gate, OPEN } from './rule.js';

/** Every required language at its level: one missing language is enough to miss the gate. Source: product rule "Languages". */
export const requiredLanguages = gate('languages', ({ profile }, { gates }) => {
  if (gates.languages.length === 0) return OPEN;
  const found = gates.languages.map((need) => languageOf(profile, need));
  const languages = found.map(({ fact }) => fact);
  return {
    met: languages.every(({ have, need }) => have >= need),
    reason: { code: 'levels', languages },
    evidence: found.flatMap(({ evidence }) => evidence),
  };
});
