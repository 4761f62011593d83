import type { ExpertProfile } from '../expert.js';
import type { Backing } from '../knowledge.js';

/**
 * A profile as a run keeps it: all that a rule reads, and no free text. Titles, institutions and employers are blank,
 * because they can identify somebody and no gate or criterion looks at them; a test holds the rules to it. Of how a claim
 * is backed, who and when stays, and the words go.
 */
export function frozenProfile(profile: ExpertProfile): ExpertProfile {
  return {
    ...profile,
    degrees: profile.degrees.map((degree) => wordless({ ...degree, title: '', institution: '' })),
    experience: profile.experience.map((job) => wordless({ ...job, title: '', employer: '' })),
    knowledge: profile.knowledge.map(wordless),
    languages: profile.languages.map(wordless),
    themes: profile.themes.map(wordless),
    trainings: profile.trainings.map(wordless),
  };
}

function wordless<C extends { readonly backing?: readonly Backing[] }>(claim: C): C {
  return claim.backing ? { ...claim, backing: claim.backing.map((backing) => ({ ...backing, how: '' })) } : claim;
}
