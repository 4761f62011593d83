import type { ExpertProfile } from '../../core/expert.js';

/** What the reasons of a score point at, kept as it stood. No name, gender, nationality or address is part of it. */
export type FrozenEvidence = Pick<ExpertProfile, 'degrees' | 'experience' | 'knowledge' | 'languages' | 'themes' | 'trainings'>;

export function evidenceOf({ degrees, experience, knowledge, languages, themes, trainings }: ExpertProfile): FrozenEvidence {
  return { degrees, experience, knowledge, languages, themes, trainings };
}
