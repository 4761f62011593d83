import type { ExpertProfile } from '../expert.js';

/**
 * A profile as a run keeps it: all that a rule reads, and no free text. Titles, institutions and employers are blank,
 * because they can identify somebody and no gate or criterion looks at them; a test holds the rules to it.
 */
export function frozenProfile(profile: ExpertProfile): ExpertProfile {
  return {
    ...profile,
    degrees: profile.degrees.map((degree) => ({ ...degree, title: '', institution: '' })),
    experience: profile.experience.map((job) => ({ ...job, title: '', employer: '' })),
  };
}
